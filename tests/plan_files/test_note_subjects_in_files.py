"""A source note in a file must be about a record of its own plan."""

import pytest

from plans.models import SourceNote
from tests.plan_files.refusal import refused
from tests.plan_files.small_file import changed, without

pytestmark = pytest.mark.django_db

NOTE = "plans.sourcenote [mihon-plan, n-1] の about_code"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(changed("about_code: t-1", "about_code: t-9"), id="unknown code"),
        pytest.param(without("name: 見守りの人数"), id="record left out"),
        pytest.param(changed("about_code: t-1", "about_code: kyojo"), id="other kind"),
    ],
)
def test_note_about_no_record_of_its_kind_is_refused(text, write_file):
    message = refused(write_file(text))

    assert NOTE in message


def test_faulty_note_that_staff_have_edited_does_not_break_the_load(load, write_file):
    load()
    SourceNote.objects.filter(plan__slug="mihon-plan").update(reason="職員の言葉")
    newer = changed("    about_kind: target\n", "")

    message = refused(write_file(changed("about_code: t-1", "about_code: t-9", newer)))

    assert "plans.sourcenote [mihon-plan, n-1]" in message
