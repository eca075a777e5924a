"""Lists are narrowed by the values that their records have."""

import pytest

from tests import factories
from tests.indicators.published import publish_value
from tests.plans.records import a_publisher
from tests.staff_records import a_department
from tests.welfare_plan.api.answers import items, walk
from welfare_plan.api.resources import RESOURCES, TARGETS

pytestmark = pytest.mark.django_db

PAIRS = [
    pytest.param(resource, each.parameter.name, id=f"{resource.table.name} {name}")
    for resource in (*RESOURCES, TARGETS)
    for each in resource.filters
    if (name := each.parameter.name) in resource.table.names
]


@pytest.mark.usefixtures("samples", "november")
@pytest.mark.parametrize(("resource", "name"), PAIRS)
def test_a_filter_leaves_just_the_records_with_that_value(resource, name):
    everything = walk(f"{resource.table.name}?limit=200")
    values = {str(row[name]) for row in everything if row[name] is not None}

    for value in sorted(values)[:3]:
        written = value.lower() if value in ("True", "False") else value
        found = walk(f"{resource.table.name}?limit=200&{name}={written}")
        assert found == [row for row in everything if str(row[name]) == value]


@pytest.fixture
def plan():
    return factories.a_plan(slug="mihon", publisher=a_publisher(slug="machi-shi"))


def a_target(plan, department=None, **values):
    measure = factories.a_measure(factories.a_policy(plan, code=values.pop("policy")))
    initiative = factories.an_initiative(measure, department=department)
    return factories.a_target(initiative, **values)


def test_values_are_found_by_the_policy_and_the_department_of_their_target(plan):
    department = a_department(plan.publisher, code="fukushi")
    own = a_target(plan, department, policy="1", code="own")
    publish_value(own, 2024, "940")
    publish_value(a_target(plan, policy="2", code="other"), 2024, "940")

    for narrowed in ("policy_id=mihon/1", "department_id=machi-shi/fukushi"):
        (row,) = items(f"observations?{narrowed}")
        assert row["target_id"] == "mihon/own"


def below(measure, **values):
    """A target of the measure itself."""
    target = factories.a_target(factories.an_initiative(measure), **values)
    target.initiative, target.measure = None, measure
    target.save()
    return target


def test_a_target_below_a_measure_has_the_policy_of_the_measure(plan):
    measure = factories.a_measure(factories.a_policy(plan, code="1"))
    publish_value(below(measure, code="own"), 2024, "940")

    (row,) = items("observations?policy_id=mihon/1")

    assert row["target_id"] == "mihon/own"


def test_targets_are_found_by_the_theme_of_what_is_above_them(plan):
    policy = factories.a_policy(plan)
    below(factories.a_measure(policy, themes="elderly disaster"), code="of-measure")
    plain = factories.a_measure(policy)
    initiative = factories.an_initiative(plain, themes="disaster")
    factories.a_target(initiative, code="of-initiative")
    factories.a_target(factories.an_initiative(plain), code="of-none")

    found = items("targets?plan_id=mihon&theme_id=disaster")

    assert [row["target_code"] for row in found] == ["of-initiative", "of-measure"]


def test_what_nobody_has_is_an_empty_list(plan):
    a_target(plan, policy="1", code="own")

    for narrowed in ("plan_id=nowhere", "policy_id=mihon/9", "theme_id=none"):
        assert items(f"targets?{narrowed}") == []


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize(
    ("name", "words", "text"),
    [
        ("plans", "見本市", "plan_name"),
        ("policies", "支えあう", "title"),
        ("measures", "支えあい", "title"),
        ("initiatives", "出前講座", "title"),
        ("targets", "地域出前講座 メニュー", "name"),
        ("survey_indicators", "相談できる", "question"),
    ],
)
def test_words_find_what_the_search_of_the_site_finds(name, words, text):
    found = walk(f"{name}?q={words}&limit=1")
    pages = {row["page_url"] for row in walk(f"search?q={words}&limit=200")}

    assert any(words.split()[0] in (row[text] or "") for row in found)
    assert {row["page_url"] for row in found} <= pages
    assert len(found) < len(walk(f"{name}?limit=200"))


@pytest.mark.usefixtures("samples")
def test_marks_alone_find_nothing():
    assert items("targets?q=！") == items("search?q=！") == []
