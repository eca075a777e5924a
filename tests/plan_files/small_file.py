"""A small plan file with one record of every kind, in the form of an export."""

SMALL = """\
# 計画ファイル。読み方は fixtures/README.md にあります。
# 「- model:」から次の「- model:」までが1つの記録です。書かれていない項目は空欄です。

- model: plans.publisher
  fields:
    slug: mihon-shi
    name: 見本市
    kind: municipality

- model: initiatives.department
  fields:
    publisher: [mihon-shi]
    code: fukushi
    name: 福祉課

- model: plans.sourcedocument
  fields:
    code: mihon
    description: 試験のための資料

- model: plans.plan
  fields:
    slug: mihon-plan
    state: published
    title: 見本市地域福祉計画
    publisher: [mihon-shi]
    area_name: 見本市
    source_document: [mihon]

- model: plans.section
  fields:
    plan: [mihon-plan]
    code: purpose
    kind: purpose
    heading: 計画の目的
    body: |-
      地域で支え合うために。

      ・ひとつ
      ・ふたつ

- model: plans.glossaryterm
  fields:
    plan: [mihon-plan]
    code: kyojo
    term: 共助

- model: plans.basicpolicy
  fields:
    plan: [mihon-plan]
    code: '1'
    position: 1
    title: 支え合う

- model: indicators.surveyindicator
  fields:
    plan: [mihon-plan]
    code: s-1
    policy: [mihon-plan, '1']
    question: つながりを感じるか
    answer: 感じる
    baseline_value: '30.2'
    baseline_fiscal_year: 2023
    desired_direction: increase

- model: plans.measure
  fields:
    plan: [mihon-plan]
    code: 1-1
    position: 1
    policy: [mihon-plan, '1']
    title: 見守る

- model: initiatives.initiative
  fields:
    plan: [mihon-plan]
    code: 1-1-1
    position: 1
    measure: [mihon-plan, 1-1]
    title: 見守り活動
    department: [mihon-shi, fukushi]

- model: initiatives.activity
  fields:
    plan: [mihon-plan]
    code: 1-1-1-1
    initiative: [mihon-plan, 1-1-1]
    text: 声かけ

- model: indicators.target
  fields:
    plan: [mihon-plan]
    code: t-1
    initiative: [mihon-plan, 1-1-1]
    name: 見守りの人数
    decimals: 1
    baseline_value: '90.5'
    baseline_unit: 人
    baseline_fiscal_year: 2023
    goal_value: '120'
    goal_unit: 人
    goal_fiscal_year: 2030

- model: initiatives.cocreationaction
  fields:
    plan: [mihon-plan]
    code: a-1
    measure: [mihon-plan, 1-1]
    actor: citizen
    feeling_change: やってみたい

- model: initiatives.voice
  fields:
    plan: [mihon-plan]
    code: v-1
    measure: [mihon-plan, 1-1]
    quotation: 声をかけられて、うれしかった。
    role: 住民

- model: plans.sourcenote
  fields:
    plan: [mihon-plan]
    code: n-1
    about_kind: target
    about_code: t-1
    category: unit
    reason: 単位の印刷がありません。
    certainty: certain
"""


def changed(old, new, text=SMALL):
    """The text with one passage replaced; the passage must stand in it once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def record_text(words, text=SMALL):
    """The one record, with its blank line, that holds the words."""
    (found,) = [part for part in text.split("\n- model: ") if words in part]
    return f"\n- model: {found}"


def without(words, text=SMALL):
    """The file without the record that holds the words."""
    return changed(record_text(words, text).rstrip("\n"), "", text)
