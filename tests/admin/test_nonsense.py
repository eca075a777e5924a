"""Whatever is typed, the admin answers with a page, and public pages stay up."""

import pytest
from django.db import transaction

from plans.models import Publisher
from tests.admin.forms import Answer, admin_url, change_form, soup_of
from tests.admin.samples import EDITED, name_of
from tests.factories import a_plan

pytestmark = pytest.mark.django_db

NONSENSE = {
    "very long": "あ" * 20_000,
    "99999": "99999",
    "more than 64 bits": "9" * 30,
    "negative": "-1",
    "many decimals": "0." + "1" * 60,
    "huge exponent": "1E+999999",
    "not a number": "NaN",
    "year 5": "5",
    "NUL": "a\0b",
    "control characters": "\x01\x1b\x7f\u202e\ufeff",
    "markup": "</textarea><script>alert(1)</script>{{ 1 }}{% x %}",
}


@pytest.fixture
def calm_client(staff_client):
    """A client that is given the error page instead of the exception."""
    staff_client.raise_request_exception = False
    return staff_client


def typed_fields(form):
    """The fields of the record itself that a person types in."""
    own = form.soup.select("fieldset:not(.inline-related *) [name]")
    return {
        field["name"]
        for field in own
        if field.name == "textarea" or field.get("type") in ("text", "number")
    }


def send_until_taken(form, nonsense):
    """The last answer, and the fields that took the nonsense.

    What is refused is put back as it was: it would hide what the others do.
    """
    fields = typed_fields(form)
    while True:
        answer = Answer(
            form.client.post(
                form.address, form.values | dict.fromkeys(fields, nonsense)
            )
        )
        refused = {
            item["id"].removeprefix("id_").removesuffix("_error")
            for item in soup_of(answer.response).select(".errorlist[id]")
        }
        if not refused & fields:
            return answer, fields
        fields -= refused


def pages_of(record):
    """The pages, for staff and for visitors, that may show the record."""
    shown = {getattr(record, "plan", record), record}
    public = [one.get_absolute_url() for one in shown if has_page(one)]
    return ["/", *public, admin_url(record, "change"), admin_url(record, "changelist")]


def has_page(record):
    return hasattr(record, "get_absolute_url")


@pytest.mark.long
@pytest.mark.parametrize("model", EDITED, ids=name_of)
def test_no_nonsense_breaks_a_page(calm_client, model):
    record = EDITED[model][0]()
    if model is Publisher:
        # Else it has no page.
        a_plan(publisher=record)
    form = change_form(calm_client, record)

    broken = []
    for what, nonsense in NONSENSE.items():
        with transaction.atomic():
            answer, taken = send_until_taken(form, nonsense)
            if not answer.saved and not answer.errors:
                broken.append((what, form.address))
            stored = model.objects.get(pk=record.pk)
            for page in pages_of(stored) if taken else []:
                if calm_client.get(page).status_code != 200:
                    broken.append((what, page))
            transaction.set_rollback(True)

    assert typed_fields(form)
    assert broken == []


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("plans/plan/a\0b/change/", id="NUL"),
        pytest.param("plans/plan/99999999999999999999999/change/", id="large number"),
        pytest.param("plans/plan/-1/delete/", id="negative number"),
        pytest.param("plans/plan/柏市/history/", id="words"),
        pytest.param("plans/weather/", id="model that never was"),
    ],
)
def test_a_nonsense_address_leads_to_a_page_that_says_so(calm_client, address):
    response = calm_client.get(f"/admin/{address}", follow=True)

    text = response.content.decode()
    assert "見つかりません" in text


def test_a_form_that_is_too_large_is_refused_with_a_page(calm_client):
    record = EDITED[next(iter(EDITED))][0]()

    form = change_form(calm_client, record).fill(title="あ" * 3_000_000)
    answer = form.send()

    record.refresh_from_db()
    assert answer.response.status_code == 400
    assert "計画の一覧" in answer.response.content.decode()
