"""Spellings that the search takes for one: variants of letters, and of whole words.

Pure data. The patterns of words meet letters that are NFKC, small and hiragana; their
marks are still there, so that no word is read across one.
"""

import re

# Old and name forms of kanji to the one in daily use; hyphens to one.
LETTERS = str.maketrans(
    "髙﨑碍礙邊邉齋齊斎澤廣國惠濱嶋曾舘德櫻眞龍條會學氣體圖實壽榮縣區驛黑增靑‐−–",
    "高崎害害辺辺斉斉斉沢広国恵浜島曽館徳桜真竜条会学気体図実寿栄県区駅黒増青---",
)

# か月 and か所 are written with a small ヵ or ヶ as well.
SMALL_KA = str.maketrans("ゕゖ", "かか")

WORDS = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        # 「でしょうがいい」 is no 障害.
        ("障がい|しょう害|(?<![でま])しょうがい", "障害"),
        ("障害しゃ", "障害者"),
        ("子供|子共|こども", "子ども"),
        ("子ども達", "子どもたち"),
        ("(?:取り?組|とりく)み", "取組"),
        ("取り組|とりく(?=[まむめもん])", "取組"),
        ("たすけ(?=[あ合])", "助け"),
        ("ささえ(?=[あ合])", "支え"),
        ("(?<=助け)あ(?=[いうえおっわ])", "合"),
        ("(?<=支え)あ(?=[いうえおっわ])", "合"),
        ("[み見]まも(?=[らりるれろっ])", "見守"),
        ("(?:一人|ひとり){2}", "一人ひとり"),
        ("てぃー", "てぃ"),
        ("まねー?じゃー?", "まねじゃ"),
        ("(?<=[0-9])ぱーせんと", "%"),
        ("箇所|(?<=[0-9数何])け所", "か所"),
        ("箇月|(?<=[0-9数何])け月", "か月"),
        ("繋が", "つなが"),
        ("(?:一人|ひとり|独り)暮らし|(?:一人|ひとり|独り)ぐらし", "一人暮らし"),
        ("引きこもり|引き籠もり|引き籠り", "ひきこもり"),
        ("問い?合わ?せ", "問合せ"),
        ("申し?込み?", "申込"),
        ("受け?入れ", "受入れ"),
        ("(?:町|街)づくり|(?:まち|町|街)作り", "まちづくり"),
        ("手続き", "手続"),
    )
)
