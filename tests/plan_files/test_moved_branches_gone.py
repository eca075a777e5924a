"""A branch whose parents came later than their children goes in one load."""

import pytest

from plans.models import BasicPolicy, Measure
from tests.plan_files.small_file import SMALL, changed, record_text, without

pytestmark = pytest.mark.django_db


def a_copy_below(words, marker, *changes):
    """The file with a changed copy of one record in front of another."""
    copy = record_text(words)
    for old, new in changes:
        copy = changed(old, new, copy)
    return lambda text: changed(marker, copy.rstrip("\n") + marker, text)


def test_whole_branch_goes_in_one_load(load):
    voice, note = (
        "\n- model: initiatives.voice",
        "\n- model: indicators.surveyindicator",
    )
    measure = a_copy_below("title: 見守る", voice, ("code: 1-1", "code: 1-2"))
    policy = a_copy_below("title: 支え合う", note, ("code: '1'", "code: '2'"))
    load()
    second = changed(
        "code: v-1\n    measure: [mihon-plan, 1-1]",
        "code: v-1\n    measure: [mihon-plan, 1-2]",
        measure(SMALL),
    )
    load(second)
    old = "code: 1-2\n    position: 1\n    policy: [mihon-plan, '1']"
    third = changed(old, old.replace("'1'", "'2'"), policy(second))
    load(third)

    report = load(
        without("code: '2'", without("code: 1-2\n", without("code: v-1", third)))
    )

    assert (report.removed, report.left_alone) == (3, [])
    assert not Measure.objects.filter(plan__slug="mihon-plan", code="1-2").exists()
    assert not BasicPolicy.objects.filter(plan__slug="mihon-plan", code="2").exists()
