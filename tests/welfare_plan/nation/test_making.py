"""A small nation as the database holds it."""

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from indicators.actions import judgement_fields
from indicators.models import Observation, PublishedValue, Target
from plans.models import PageRevision, Plan, Publisher, SearchEntry
from plans.search.index import bring_up_to_date
from tests.value_records import an_observation
from welfare_plan.nation.making import make_nation

pytestmark = [pytest.mark.django_db, pytest.mark.long]
_OURS = ("plans", "initiatives", "indicators", "auth")


def made(wanted, seed):
    """All rows of a nation by model, without their keys, which a database counts on."""
    with transaction.atomic():
        make_nation(wanted, seed=seed)
        rows = {
            model._meta.label: list(
                model._base_manager.order_by("pk").values_list(
                    *(
                        f.attname
                        for f in model._meta.concrete_fields
                        if not (f.is_relation or f.primary_key)
                    )
                )
            )
            for model in apps.get_models()
            if model._meta.app_label in _OURS and model is not PageRevision
        }
        transaction.set_rollback(True)
    return rows


def test_the_same_seed_makes_the_same_nation_and_another_seed_another():
    first, again, other = made(2, 5), made(2, 5), made(2, 6)

    assert first == again
    assert first["indicators.Observation"] != other["indicators.Observation"]
    assert first["plans.Publisher"][-1][:3] == other["plans.Publisher"][-1][:3]


def test_a_nation_is_one_publication():
    with CaptureQueriesContext(connection) as captured:
        make_nation(21, seed=1)

    raised = [row for row in captured if 'INTO "plans_pagerevision"' in row["sql"]]
    everything = [row for row in raised if "'*'" in row["sql"]]
    assert len(raised) == 2 + 21 * 3
    assert len(everything) == 1


def test_each_municipality_has_three_plans_with_43_targets_and_seven_years():
    make_nation(2, seed=1)
    plans = Plan.objects.filter(slug__startswith="sample-")

    targets = Target.objects.filter(plan__in=plans)
    with_numbers = targets.exclude(goal_state="statement")

    assert plans.count() == 2 * 3
    assert targets.count() == 2 * 43
    assert Observation.objects.count() == 7 * with_numbers.count()


def test_every_record_is_one_that_the_site_itself_would_take():
    make_nation(1, seed=1)

    for model in apps.get_models():
        if model._meta.app_label in _OURS[:3] and hasattr(model, "history"):
            for record in model.objects.all():
                if _is_of_the_nation(record):
                    record.full_clean()


def _is_of_the_nation(record):
    plan = getattr(record, "plan", None)
    return plan is not None and plan.slug.startswith("sample-")


def test_publications_say_what_publishing_would_have_stored():
    make_nation(2, seed=3)

    for published in PublishedValue.objects.select_related("observation")[::17]:
        stored = {
            name: getattr(published, name)
            for name in ("status", "status_why", "sentence", "terms", "limits", "steps")
        }
        reckoned = judgement_fields(
            published.observation, as_of=published.published_at.date()
        )

        assert stored == {name: reckoned[name] for name in stored}


def test_all_values_are_marked_as_samples():
    make_nation(1, seed=1)

    assert not Observation.objects.filter(is_sample=False).exists()
    assert PublishedValue.objects.count() > 200


def test_search_histories_and_revisions_are_as_after_an_edit():
    make_nation(1, seed=1)
    plan = Plan.objects.filter(slug__startswith="sample-").first()

    assert bring_up_to_date(plan) == 0
    assert SearchEntry.objects.filter(plan=plan).count() > 20
    assert plan.history.count() == 1
    assert PageRevision.objects.filter(scope=f"plan:{plan.slug}").exists()


def test_new_records_get_keys_behind_those_of_the_nation():
    make_nation(1, seed=1)

    record = Publisher.objects.create(slug="new", name="新しい市", kind="municipality")

    assert record.pk > Publisher.objects.get(slug__endswith="018015").pk


def test_a_database_with_other_values_is_refused_unless_told():
    an_observation()

    with pytest.raises(CommandError, match="ほかの実績値があります"):
        call_command("make_nation", municipalities=1, verbosity=0)
    call_command("make_nation", municipalities=1, beside_others=True, verbosity=0)

    assert Plan.objects.filter(slug__startswith="sample-").count() == 3


def test_a_second_nation_is_refused():
    make_nation(1, seed=1)

    with pytest.raises(CommandError, match="すでに"):
        call_command("make_nation", municipalities=1, beside_others=True, verbosity=0)
