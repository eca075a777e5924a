"""Every way to write what visitors see: no page outlives the edit that changes it.

One page of each kind is looked at, then one thing is changed, then all are looked at
again: those still kept are compared with fresh ones (tests/kept_pages.py). Pages that
every edit makes anew are left out.
"""

import csv
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from indicators.reports.publishing import publish_report
from initiatives import answers
from initiatives.models import Department
from plans.models import Plan, Publisher, Reading, SiteTerm, SourceDocument, Theme
from plans.publishing import EVERYTHING, publishing
from tests import factories, staff_records, value_records
from tests.admin.forms import add_form, change_form, delete_form
from tests.admin.samples import EDITED
from tests.indicators.published import publish_value
from tests.initiatives import records as initiative_records
from tests.kept_pages import in_a_request
from tests.plans import records as plan_records
from tests.public_addresses import public_pages
from tests.rights_world import World
from welfare_plan.page_cache import shadow
from welfare_plan.page_cache.store import store

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture
def place():
    """A plan with one of everything, its family, and all addresses of their pages."""
    world = World()
    own = world.plans[""]
    plan, measure, initiative = own["plan"], own["measure"], own["initiative"]
    family = {name: factories.a_plan() for name in ("parent", "predecessor")}
    for name, other in family.items():
        setattr(plan, name, other)
    plan.save()
    child = factories.a_plan(parent=plan, publisher=plan.publisher)
    following = initiative_records.a_department(plan.publisher)
    world.own.successor, world.own.valid_to_fy = following, 2025
    world.own.save()
    return SimpleNamespace(
        **own,
        child=child,
        family=family,
        own=world.own,
        following=following,
        records=[
            plan,
            family["parent"],
            child,
            plan.publisher,
            plan.source_document,
            own["policy"],
            measure,
            initiative,
            own["target"],
            own["survey"],
            world.own,
            following,
            plan_records.a_section(plan),
            plan_records.a_term(plan),
            plan_records.a_note(plan),
            plan_records.a_window(plan),
            initiative_records.an_activity(initiative),
            initiative_records.an_action(measure),
            initiative_records.a_voice(measure),
        ],
        addresses=[
            *_public_addresses(world),
            *(other.get_absolute_url() for other in (*family.values(), child)),
            f"{measure.get_absolute_url()}?furigana=1",
        ],
    )


def _public_addresses(world):
    """Every page that anybody may see, and that is kept."""
    with (settings.BASE_DIR / "docs" / "rights.csv").open(encoding="utf-8-sig") as file:
        routes = [
            (line["address"], line["case"])
            for line in csv.DictReader(file)
            if line["公開 GET"] == "ok"
        ]
    return [
        world.address(*route)
        for route in routes
        if not route[0].startswith(("staff/", "admin/", "api/", "search/"))
        and (not route[0] or route[0].endswith(("/", ".atom", ".svg")))
    ]


def look(addresses):
    """At every page, as a visitor; what they said."""
    client = Client()
    return {address: client.get(address).content for address in addresses}


@pytest.fixture
def differences(monkeypatch):
    found = []
    monkeypatch.setattr(shadow, "report", found.append)
    return found


def scopes_at(address):
    path, _, query = address.partition("?")
    return store.get((path, query, False, "testserver")).scopes


def changed_by(edits, addresses, differences):
    """The names of the edits that changed any page, once none has left one behind."""
    look(addresses)
    addresses = [place for place in addresses if EVERYTHING not in scopes_at(place)]
    assert len(addresses) > 20
    before, changed = look(addresses), []
    for name, edit in edits:
        with in_a_request():
            edit()
        after = look(addresses)
        assert not differences, (name, *map(str, differences))
        if after != before:
            changed.append(name)
        before = after
    return changed


def test_no_page_outlives_an_edit_in_the_admin(place, staff_client, differences):
    def edit(record):
        field = EDITED[type(record)][1]
        words = f"改めた{getattr(record, field)}"
        if isinstance(record, Plan):
            field, words = "title", "改めた計画の名称"
        form = change_form(staff_client, record).fill(**{field: words})
        answer = form.fill(change_reason="誤記のため").send()
        assert answer.saved, answer.errors

    edits = [
        (f"{type(record).__name__} {number}", lambda record=record: edit(record))
        for number, record in enumerate(place.records)
    ]
    changed = changed_by(edits, place.addresses, differences)

    # Windows stand only on pages that are made anew after any edit.
    expected = [name for name, _ in edits if "ConsultationWindow" not in name]
    assert changed == expected


def test_no_page_outlives_what_is_shown_on_every_page(place, staff_client, differences):
    word = place.policy.title

    def a_word():
        form = add_form(staff_client, SiteTerm)
        values = {"slug": "x", "term": word, "reading": "ことば", "meaning": "意味"}
        assert form.fill(**values).send().saved

    def delete(model):
        record = model.objects.order_by("-pk").first()
        delete_form(staff_client, record).send()
        assert not model.objects.filter(pk=record.pk).exists()

    theme = Theme.objects.get(slug="disaster")
    edits = [
        ("word", a_word),
        ("word gone", lambda: delete(SiteTerm)),
        (
            "theme",
            lambda: change_form(staff_client, theme).fill(name="災害のとき").send(),
        ),
        (
            "reading",
            lambda: (
                change_form(staff_client, Reading.objects.get(word="施策"))
                .fill(reading="しさく")
                .send()
            ),
        ),
    ]
    changed = changed_by(edits, place.addresses, differences)

    assert {"word", "word gone"} <= set(changed)


def test_no_page_outlives_what_is_published_of_a_year(place, differences):
    chief = staff_records.a_person(None, is_superuser=True)
    review = value_records.a_review(initiative=place.initiative, state="submitted")
    opinion = value_records.an_opinion(policy=place.policy, state="draft")
    wave = value_records.a_wave(plan=place.plan, fiscal_year=2024)
    result = value_records.a_result(indicator=place.survey, wave=wave)

    def publish_the_review():
        answers.approve(review, by=chief)
        answers.publish_review(review)

    def save(record, **values):
        for name, value in values.items():
            setattr(record, name, value)
        with publishing(*record.publishing_scopes()):
            record.save()

    edits = [
        ("value", lambda: publish_value(place.target, 2024, "940")),
        (
            "correction",
            lambda: publish_value(place.target, 2024, "950", correction_reason="誤記"),
        ),
        ("review", publish_the_review),
        ("opinion", lambda: save(opinion, state="published")),
        ("wave", lambda: save(wave, state="published")),
        ("result", lambda: save(result, percent="44.5")),
        ("milestone", lambda: save(value_records.a_milestone(target=place.target))),
        ("goal", lambda: save(value_records.a_revision(target=place.target))),
        ("report", lambda: publish_report(place.plan, 2024, at=value_records.NOON)),
    ]
    changed = changed_by(edits, place.addresses, differences)

    assert changed == [name for name, _ in edits]


def test_no_page_outlives_a_plan_that_comes_or_goes(place, differences):
    def to(plan, state):
        plan.state = state
        with publishing(*plan.publishing_scopes()):
            plan.save()

    edits = [
        (f"{name} {state}", lambda plan=plan, state=state: to(plan, state))
        for state in ("draft", "archived", "published")
        for name, plan in (*place.family.items(), ("child", place.child))
    ]
    changed = changed_by(edits, place.addresses, differences)

    assert changed == [name for name, _ in edits]


def test_no_page_outlives_a_command(place, differences):
    edits = [
        ("plans", lambda: call_command("load_plans", verbosity=0)),
        ("readings", lambda: call_command("load_readings", verbosity=0)),
        ("search", lambda: call_command("rebuild_search", verbosity=0)),
    ]

    assert changed_by(edits, place.addresses, differences) == []


def test_no_page_outlives_the_coming_of_samples(differences):
    addresses = [*public_pages()[-3:], "/privacy/", "/plans/kita-ku/"]
    before = look(addresses)

    with in_a_request():
        call_command("load_samples", verbosity=0)

    after = look(addresses)
    assert not differences
    assert all("サンプル値" in page.decode() for page in after.values())
    assert not any("サンプル値" in page.decode() for page in before.values())


def test_no_page_outlives_the_last_sample(place, differences):
    """Its banner stands on every page of the site."""
    value = publish_value(place.target, 2024, "940", is_sample=True)

    def delete():
        with publishing(*value.publishing_scopes()):
            value.publications.all().delete()
            type(value).objects.filter(pk=value.pk).delete()

    changed = changed_by([("delete", delete)], place.addresses, differences)

    assert changed == ["delete"]


def test_a_department_that_leaves_a_plan_stays_true_in_its_history(
    place, staff_client, differences
):
    def leave():
        place.initiative.department = place.following
        with publishing(*place.plan.publishing_scopes()):
            place.initiative.save()

    def rename():
        form = change_form(staff_client, Department.objects.get(pk=place.own.pk))
        assert form.fill(name="名を改めた課").send().saved

    changed = changed_by(
        [("leave", leave), ("rename", rename)], place.addresses, differences
    )

    assert "leave" in changed


def test_after_sql_by_hand_a_command_has_the_pages_made_anew(
    place, differences, capsys
):
    def by_hand():
        Plan.objects.filter(pk=place.plan.pk).update(title="手で改めた名称")
        Publisher.objects.update(name="手で改めた団体")
        SourceDocument.objects.update(description="手で改めた資料")
        call_command("bump_pages")

    changed = changed_by([("by hand", by_hand)], place.addresses, differences)

    assert changed == ["by hand"]
