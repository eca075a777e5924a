"""A target has one status, whatever page names it: one computation serves them all."""

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.utils import timezone

from indicators.following import follow, settings_of
from indicators.models import Target
from indicators.reports.content import report_content
from plans.models import Plan
from welfare_plan.samples import load_samples

pytestmark = pytest.mark.django_db

YEAR = 2025


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_samples()
        yield
        transaction.set_rollback(True)


def judged_targets(plan, year):
    """What the one computation says, by code."""
    settings, today = settings_of(plan), timezone.localdate()
    return {
        each.values["code"]: each.judged(year, today, settings)
        for each in follow(Target.objects.filter(plan=plan))
    }


def words(tag):
    """The words of a status without its symbol; None where there is no status."""
    if tag is None:
        return None
    for symbol in tag.select("[aria-hidden=true]"):
        symbol.extract()
    return tag.get_text(strip=True)


def page_of(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def on_the_target_pages(client, targets):
    found = {}
    for target in targets:
        page = page_of(client, target.get_absolute_url())
        verdict = page.select_one(".head .verdict")
        found[target.code] = (words(page.select_one(".head .st")), words(verdict))
    return found


def in_lists(client, addresses, targets):
    """Status and reason of every target that the pages list."""
    codes = {target.get_absolute_url(): target.code for target in targets}
    found = {}
    for address in addresses:
        for item in page_of(client, address).select("li.item"):
            link = item.select_one(".t a")
            if link and link["href"] in codes:
                chip, reason = item.select_one(".st"), item.select_one("p.d")
                found[codes[link["href"]]] = (words(chip), words(reason))
    return found


def in_the_pack(plan):
    content = report_content(plan, YEAR, as_of=timezone.localdate())
    found = {}
    for policy in content["policies"]:
        table = policy["targets"] or {"rows": [], "reasons": []}
        for row, reason in zip(table["rows"], table["reasons"], strict=True):
            chip = row["chip"]
            found[row["code"]] = (chip and chip["word"], reason["texts"][0])
    return found


@pytest.mark.parametrize(
    "slug",
    ["kashiwa-chiiki-fukushi", "mihon-shi-chiiki-fukushi"],
    ids=["real", "invented"],
)
def test_every_page_says_the_same_of_a_target(slug, samples, client):
    plan = Plan.objects.get(slug=slug)
    base = plan.get_absolute_url()
    targets = list(Target.objects.filter(plan=plan))
    expected = {
        code: (each.label.word, each.sentence)
        for code, each in judged_targets(plan, YEAR).items()
    }
    parents = {
        (target.initiative or target.measure).get_absolute_url() for target in targets
    }

    board = in_lists(client, [f"{base}dashboard/?year=R7"], targets)
    pack = in_the_pack(plan)

    assert len(expected) >= 14
    assert on_the_target_pages(client, targets) == expected
    assert in_lists(client, parents, targets) == expected
    assert board == expected
    in_words = expected.keys() - pack.keys()
    assert {expected[code][0] for code in in_words} <= {"言葉による目標"}
    assert pack == {code: expected[code] for code in pack}
