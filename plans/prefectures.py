"""The 47 prefectures, and what a municipality code (全国地方公共団体コード) says. Pure.

A code has six digits: two of the prefecture, three of the body, one that checks them.
"""

from dataclasses import dataclass

_WEIGHTS = (6, 5, 4, 3, 2)


@dataclass(frozen=True)
class Prefecture:
    """`municipalities` counts 市, 町, 村 and the 23 wards of 東京都; 1,741 in all."""

    code: str
    name: str
    region: str
    municipalities: int


_REGIONS = {
    "北海道・東北": (
        ("北海道", 179),
        ("青森県", 40),
        ("岩手県", 33),
        ("宮城県", 35),
        ("秋田県", 25),
        ("山形県", 35),
        ("福島県", 59),
    ),
    "関東": (
        ("茨城県", 44),
        ("栃木県", 25),
        ("群馬県", 35),
        ("埼玉県", 63),
        ("千葉県", 54),
        ("東京都", 62),
        ("神奈川県", 33),
    ),
    "中部": (
        ("新潟県", 30),
        ("富山県", 15),
        ("石川県", 19),
        ("福井県", 17),
        ("山梨県", 27),
        ("長野県", 77),
        ("岐阜県", 42),
        ("静岡県", 35),
        ("愛知県", 54),
    ),
    "近畿": (
        ("三重県", 29),
        ("滋賀県", 19),
        ("京都府", 26),
        ("大阪府", 43),
        ("兵庫県", 41),
        ("奈良県", 39),
        ("和歌山県", 30),
    ),
    "中国・四国": (
        ("鳥取県", 19),
        ("島根県", 19),
        ("岡山県", 27),
        ("広島県", 23),
        ("山口県", 19),
        ("徳島県", 24),
        ("香川県", 17),
        ("愛媛県", 20),
        ("高知県", 34),
    ),
    "九州・沖縄": (
        ("福岡県", 60),
        ("佐賀県", 20),
        ("長崎県", 21),
        ("熊本県", 45),
        ("大分県", 18),
        ("宮崎県", 26),
        ("鹿児島県", 43),
        ("沖縄県", 41),
    ),
}

# In the order of their codes, which the regions keep.
PREFECTURES = tuple(
    Prefecture(f"{number:02}", name, region, count)
    for number, (region, name, count) in enumerate(
        (
            (region, name, count)
            for region, rows in _REGIONS.items()
            for name, count in rows
        ),
        start=1,
    )
)
BY_CODE = {each.code: each for each in PREFECTURES}


def prefecture_of(municipality_code: str) -> Prefecture | None:
    """The prefecture that a municipality code names; None for an empty one."""
    return BY_CODE.get(municipality_code[:2])


def with_check_digit(five_digits: str) -> str:
    """A municipality code in full: 12217 becomes 122173.

    Source: 総務省「全国地方公共団体コード仕様」, the check digit by weights modulo 11.
    """
    pairs = zip(five_digits, _WEIGHTS, strict=True)
    total = sum(int(digit) * weight for digit, weight in pairs)
    return f"{five_digits}{(11 - total % 11) % 10}"
