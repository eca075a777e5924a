"""Staff give a record another code: it stays one record, and so do those below it."""

import pytest

from initiatives.models import Activity, Initiative, Voice
from plans.models import BasicPolicy, GlossaryTerm, Measure, Plan, Section
from tests.plan_files.small_file import SMALL, changed

pytestmark = pytest.mark.django_db


def give_new_code(model, code):
    """What staff do: every parent in the small file is the only one of its kind."""
    rows = model.objects.filter(**{_name(model): code})
    assert rows.update(**{_name(model): "new-code"}) == 1


def _name(model):
    return "slug" if model is Plan else "code"


def a_record(label, **fields):
    lines = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    return f"\n- model: {label}\n  fields:\n    plan: [mihon-plan]\n{lines}"


PARENTS = {
    "plan": (Plan, "mihon-plan"),
    "policy": (BasicPolicy, "1"),
    "measure": (Measure, "1-1"),
    "initiative": (Initiative, "1-1-1"),
}
every_parent = pytest.mark.parametrize("name", PARENTS)


@pytest.fixture
def recoded(load, empty_the_database):
    """Load the small file alone and give one of its records another code."""

    def recode(name):
        empty_the_database()
        load()
        give_new_code(*PARENTS[name])

    return recode


@every_parent
def test_record_with_a_new_code_is_not_made_again(name, recoded, load):
    recoded(name)

    report = load()

    model, _ = PARENTS[name]
    assert (report.created, report.removed, report.left_alone) == (0, 0, [])
    assert [getattr(row, _name(model)) for row in model.objects.all()] == ["new-code"]


@every_parent
def test_new_record_goes_below_the_parent_with_the_new_code(name, recoded, load):
    policy, measure = "[mihon-plan, '1']", "[mihon-plan, 1-1]"
    model, text = {
        "plan": (GlossaryTerm, a_record("plans.glossaryterm", code="x", term="自助")),
        "policy": (
            Section,
            a_record(
                "plans.section", code="x", policy=policy, kind="other", heading="続き"
            ),
        ),
        "measure": (
            Voice,
            a_record(
                "initiatives.voice",
                code="x",
                measure=measure,
                quotation="え",
                role="人",
            ),
        ),
        "initiative": (
            Activity,
            a_record(
                "initiatives.activity",
                code="x",
                initiative="[mihon-plan, 1-1-1]",
                text="訪問",
            ),
        ),
    }[name]
    recoded(name)

    report = load(SMALL + text)

    assert (report.created, report.left_alone) == (1, [])
    parent = getattr(model.objects.get(code="x"), name)
    assert getattr(parent, _name(PARENTS[name][0])) == "new-code"


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("plan", "term: 共助"),
        ("policy", "title: 見守る"),
        ("measure", "title: 見守り活動"),
        ("initiative", "text: 声かけ"),
    ],
)
def test_unedited_record_below_follows_a_newer_file(name, old, recoded, load):
    recoded(name)

    report = load(changed(f"{old}\n", f"{old}と仲間\n"))

    assert (report.updated, report.left_alone) == (1, [])


@every_parent
def test_newer_file_leaves_the_record_with_the_new_code_alone(name, recoded, load):
    old = {
        "plan": "title: 見本市地域福祉計画",
        "policy": "title: 支え合う",
        "measure": "title: 見守る",
        "initiative": "title: 見守り活動",
    }[name]
    recoded(name)

    report = load(changed(f"{old}\n", f"{old}と仲間\n"))

    assert len(report.left_alone) == 1
    assert report.updated == 0
