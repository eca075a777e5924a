"""A plan whose texts are as awkward as texts can be."""

from decimal import Decimal

from tests import factories, value_records
from tests.indicators.published import publish_value
from tests.initiatives.records import a_department, a_voice, an_action, an_activity
from tests.plans.records import a_note, a_publisher, a_section, a_term, a_window

TEXTS = (
    "一行目\n二行目\r\n三行目",
    "空行の\n\n\nあと",
    "「かぎ」と\"引用\"、と'一つ'",
    "コンマ,と;と\tタブ",
    "=1+1",
    "+81-00-0000",
    "-5",
    "@SUM(A1)",
    "'=1",
    "＝１＋１",
    "#N/A",
    "1-1",
    "００１",
    "１２３，４５６",
    "絵文字👪🏽と👍",
    "異体字辻\U000e0100と\U00020b9f",
    "_x0041_と_x000D_",
    "縦\x0bの\x85改行\u2028と\u2029段落",
    "　全角の空白　",
    "<b>&amp;</b>",
    "true",
    "null",
    "1e5",
    "\u200b幅のない空白",
)


def a_nasty_plan():
    """Each text in a section, and some in every other kind of record."""
    plan = factories.a_plan(
        title=TEXTS[0],
        publisher=a_publisher(
            name=TEXTS[2], municipality_code="012345", citation=TEXTS[3]
        ),
        period_start_fy=2018,
        period_end_fy=2030,
    )
    for text in TEXTS:
        a_section(plan, heading=text, body=f"{text}\n{text}")
    policy = factories.a_policy(plan, title=TEXTS[4], overview=TEXTS[17])
    measure = factories.a_measure(
        policy, title=TEXTS[1], themes="disaster elderly", outcome=TEXTS[0]
    )
    department = a_department(plan.publisher, name=TEXTS[5])
    initiative = factories.an_initiative(
        measure, title=TEXTS[6], department=department, description=TEXTS[14]
    )
    an_activity(initiative, text=TEXTS[7])
    an_action(measure, behaviour_change="\n".join(["一つ", "", "=二つ", "三つ"]))
    a_voice(measure, quotation=TEXTS[0], role=TEXTS[8])
    a_window(plan, name=TEXTS[9], about=TEXTS[0])
    a_term(plan, term=TEXTS[10], definition=TEXTS[0])
    a_note(plan, printed=TEXTS[11], shown=TEXTS[12], reason=TEXTS[0])
    _nasty_values(policy, initiative)
    return plan


def _nasty_values(policy, initiative):
    target = factories.a_target(
        initiative,
        name=TEXTS[0],
        decimals=4,
        baseline_value=Decimal("-0.5"),
        goal_value=Decimal("12345678901.1234"),
    )
    value_records.a_milestone(target=target, value=Decimal("0.0001"))
    value_records.a_revision(target=target, reason=TEXTS[0])
    publish_value(target, 2024, "-12.5", note="=1+1", reason=TEXTS[0])
    publish_value(target, 2025, value_state="collecting", note="#N/A")
    publish_value(target, 2025, "0", value_state="", provisional=True)
    public = {"fiscal_year": 2024, "state": "published"}
    value_records.a_review(initiative=initiative, comment=TEXTS[0], **public)
    value_records.an_opinion(policy=policy, text=TEXTS[3], **public)
    indicator = factories.a_survey_indicator(policy, question=TEXTS[0])
    wave = value_records.a_wave(plan=policy.plan, method=TEXTS[0], **public)
    value_records.a_result(indicator=indicator, wave=wave)
