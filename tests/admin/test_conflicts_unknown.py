"""A form that does not say what it showed, or whose record is gone."""

import pytest

from plans.models import Measure
from tests.admin.forms import add_form, change_form
from tests.admin.two_people import conflict, sato, tanaka
from tests.factories import a_measure, a_target

pytestmark = pytest.mark.django_db
__all__ = ["sato", "tanaka"]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param('{"at": "きのう", "versions": {}}', id="no time"),
        pytest.param('{"at": "2026-01-01T00:00:00", "versions": {}}', id="no zone"),
        pytest.param(
            '{"at": "2026-01-01T00:00:00+09:00", "versions": 1}', id="no versions"
        ),
    ],
)
def test_a_form_without_versions_never_has_permission(tanaka, sent):
    target = a_target(name="もとの名称")
    form = change_form(tanaka, target).fill(name="田中の名称")
    del form.values["_versions"]
    if sent is not None:
        form.values["_versions"] = sent

    page = conflict(form)

    assert page.status == 409
    assert "いつ開いたのかが分からない" in page.text
    assert page.differences == {"名称": ("もとの名称", "田中の名称")}
    assert form.send_and_stay().send().saved


def test_a_form_with_foreign_versions_is_asked_about_every_difference(tanaka):
    target = a_target(name="もとの名称")
    form = change_form(tanaka, target).fill(name="田中の名称")
    form.values["_versions"] = change_form(tanaka, a_target()).values["_versions"]

    page = conflict(form)

    assert (page.status, name_of(target)) == (409, "もとの名称")


def test_a_record_that_somebody_deleted_is_offered_as_a_new_one(sato, tanaka):
    measure = a_measure(title="もとの題")
    form = change_form(tanaka, measure).fill(title="田中の題")
    form.add_row("voices", quotation="こえ", role="住民")
    Measure.objects.filter(pk=measure.pk).delete()

    page = conflict(form)
    again = form.send_and_stay()

    assert page.status == 409
    assert "もうありません" in page.text
    assert again.values["title"] == "田中の題"
    answer = again.send()
    assert (answer.saved, answer.errors) == (True, [])
    new = Measure.objects.get(code=measure.code, plan=measure.plan)
    assert (new.title, new.voices.get().quotation) == ("田中の題", "こえ")


def test_a_new_record_needs_no_version(tanaka):
    form = add_form(tanaka, Measure)

    assert "_versions" not in form.values


def name_of(target):
    return type(target).objects.values_list("name", flat=True).get(pk=target.pk)
