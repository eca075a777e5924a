"""Staff give a record a code, and a newer file comes to know it by that code."""

import pytest

from plans.models import GlossaryTerm, LoadedRecord
from tests.plan_files.small_file import changed

pytestmark = pytest.mark.django_db

SAME_CODE = changed("code: kyojo", "code: tasukeai")


@pytest.fixture
def terms(load):
    """The terms of the plan, after staff gave its one term another code."""
    load()
    rows = GlossaryTerm.objects.filter(plan__slug="mihon-plan")
    rows.update(code="tasukeai")
    return rows


def test_record_is_neither_made_twice_nor_removed(terms, load):
    pk = terms.get().pk

    report = load(SAME_CODE)

    assert (report.created, report.removed, report.left_alone) == (0, 0, [])
    assert terms.get().pk == pk


def test_record_follows_the_files_after_that(terms, load):
    load(SAME_CODE)

    report = load(changed("term: 共助", "term: 助け合い", SAME_CODE))

    assert (report.updated, report.left_alone) == (1, [])
    assert terms.get().term == "助け合い"


def test_load_is_remembered_under_the_new_code_alone(terms, load):
    load(SAME_CODE)

    label = GlossaryTerm._meta.label_lower
    keys = LoadedRecord.objects.filter(model_label=label, object_pk=terms.get().pk)
    assert [loaded.natural_key for loaded in keys] == ["mihon-plan tasukeai"]
