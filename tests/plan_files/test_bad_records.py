"""A record with a fault stops its file with one line that says where and why."""

import pytest

from tests.plan_files.refusal import refused
from tests.plan_files.small_file import SMALL, changed, record_text, without

pytestmark = pytest.mark.django_db

VOICE = "initiatives.voice [mihon-plan, v-1]"
TARGET = "indicators.target [mihon-plan, t-1]"
SECTION = "plans.section [mihon-plan, purpose]"
MEASURE = "plans.measure [mihon-plan, 1-1]"


def case(name, text, record, field):
    return pytest.param(text, record, field, id=name)


@pytest.mark.parametrize(
    ("text", "record", "field"),
    [
        case(
            "missing parent",
            changed("'1']\n    title", "'7']\n    title"),
            MEASURE,
            "policy",
        ),
        case(
            "parent below its child",
            record_text("role: 住民") + without("role: 住民"),
            VOICE,
            "plan",
        ),
        case("duplicate code", SMALL + record_text("role: 住民"), VOICE, "code"),
        case("number for text", changed("role: 住民", "role: 12"), VOICE, "role"),
        case("nothing for text", changed("role: 住民", "role:"), VOICE, "role"),
        case("truth for text", changed("role: 住民", "role: yes"), VOICE, "role"),
        case("date for text", changed("住民", "2023-04-01"), VOICE, "role"),
        case(
            "text for whole number",
            changed("decimals: 1", "decimals: 一つ"),
            TARGET,
            "decimals",
        ),
        case(
            "truth for whole number",
            changed("decimals: 1", "decimals: true"),
            TARGET,
            "decimals",
        ),
        case(
            "float for whole number",
            changed("decimals: 1", "decimals: 1.0"),
            TARGET,
            "decimals",
        ),
        case(
            "float for figure",
            changed("goal_value: '120'", "goal_value: 120.5"),
            TARGET,
            "goal_value",
        ),
        case(
            "text for truth",
            changed("certainty: certain", "certainty: certain\n    settled: '済'"),
            "plans.sourcenote [mihon-plan, n-1]",
            "settled",
        ),
        case(
            "word for key",
            changed("department: [mihon-shi, fukushi]", "department: fukushi"),
            "initiatives.initiative [mihon-plan, 1-1-1]",
            "department",
        ),
        case(
            "number in key",
            changed("'1']\n    title", "1]\n    title"),
            MEASURE,
            "policy",
        ),
        case("unknown field", changed("role:", "rolle:"), VOICE, "rolle"),
        case(
            "missing field",
            changed("    role: 住民\n", ""),
            VOICE,
            "role",
        ),
        case("wrong choice", changed("kind: purpose", "kind: aim"), SECTION, "kind"),
        case(
            "too long text",
            changed("heading: 計画の目的", f"heading: {'あ' * 301}"),
            SECTION,
            "heading",
        ),
        case(
            "code with a blank",
            changed("code: v-1", "code: v 1"),
            "initiatives.voice [mihon-plan, v 1]",
            "code",
        ),
    ],
)
def test_bad_value_is_named_with_its_record_and_field(text, record, field, write_file):
    message = refused(write_file(text))

    assert f"行目 {record} の {field}：" in message
