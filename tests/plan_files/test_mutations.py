"""Whatever is mistyped in a plan file, it loads or says in one line why not."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plan_files.database_state import database_state
from tests.plan_files.small_file import SMALL
from welfare_plan.plan_files.errors import PlanFileError
from welfare_plan.plan_files.loading import load_plan_file

pytestmark = pytest.mark.django_db

LINES = SMALL.splitlines()
RECORD_LINES = range(3, len(LINES))
VALUES = st.one_of(
    st.sampled_from(
        (
            "",
            "''",
            "null",
            "yes",
            "12",
            "'12'",
            "-1",
            "0.5",
            "'0.5'",
            "1e9",
            ".nan",
            "'NaN'",
            "'9999999999999999999'",
            "2023-04-01",
            "2023-02-30",
            "[]",
            "['']",
            "[mihon-plan]",
            "[mihon-plan, '1']",
            "[[mihon-plan]]",
            "{}",
            "|-",
            "*a",
            "&a b",
            "!!int x",
            '"\\0"',
            '"\\ud800"',
            "あ" * 400,
        )
    ),
    st.text(max_size=20),
)


@st.composite
def mistyped_files(draw):
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.sampled_from(RECORD_LINES)) % len(lines)
        line = lines[at]
        change = draw(
            st.sampled_from(("drop", "repeat", "value", "value", "character"))
        )
        if change == "drop":
            del lines[at]
        elif change == "repeat":
            lines.insert(at, line)
        elif change == "value":
            lines[at] = f"{line.partition(':')[0]}: {draw(VALUES)}"
        else:
            cut = draw(st.integers(0, len(line)))
            lines[at] = (
                line[:cut] + draw(st.characters(codec="utf-8")) + line[cut + 1 :]
            )
    return "\n".join(lines) + "\n"


@pytest.mark.long
@given(text=mistyped_files())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_mistyped_file_loads_or_is_refused_in_one_line(
    text, tmp_path, empty_the_database
):
    path = tmp_path / "mihon.yaml"
    path.write_text(text, encoding="utf-8")
    with transaction.atomic():
        empty_the_database()
        before = database_state()

        problem = _problem_of_loading(path)

        if problem is None:
            again = load_plan_file(path)
            assert (again.created, again.updated, again.removed) == (0, 0, 0)
            assert again.left_alone == []
        else:
            assert problem.startswith("mihon.yaml")
            assert "\n" not in problem
            assert database_state() == before
        transaction.set_rollback(True)


def _problem_of_loading(path):
    try:
        load_plan_file(path)
    except PlanFileError as error:
        return str(error)
