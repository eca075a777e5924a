"""Who was first is named, however close the two came."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import F

from indicators.models import Target
from tests.admin.forms import change_form
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_target

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


def test_a_change_saved_before_but_stored_after_the_page_was_opened_has_a_name(
    sato, tanaka
):
    target = a_target()
    second = change_form(tanaka, target)
    change_form(sato, target).fill(name="佐藤の名称").send()
    for rows, field in (
        (LogEntry.objects, "action_time"),
        (Target.history, "history_date"),
    ):
        rows.update(**{field: F(field) - timedelta(seconds=9)})

    page = conflict(second.fill(name="田中の名称"))

    assert "佐藤 花子さんが" in page.text
