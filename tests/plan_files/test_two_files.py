"""Two files hold the same record, such as a publisher of both plans."""

import pytest
from django.core.management import CommandError, call_command

from plans.models import Publisher
from tests.plan_files.database_state import database_state
from tests.plan_files.small_file import changed, record_text
from welfare_plan.plan_files.errors import PlanFileError
from welfare_plan.plan_files.loading import load_plan_file

pytestmark = pytest.mark.django_db

CITY = record_text("kind: municipality")


def test_equal_record_is_loaded_once(load):
    load()

    report = load(CITY, "other.yaml")

    assert (report.created, report.unchanged, report.left_alone) == (0, 1, [])
    assert Publisher.objects.filter(slug="mihon-shi").count() == 1


def test_record_written_in_another_order_is_equal(load):
    kind, name = "    kind: municipality", "    name: 見本市\n"
    load()

    report = load(CITY.replace(name, "").replace(kind, name + kind), "other.yaml")

    assert report.unchanged == 1


def test_files_loaded_together_must_agree_on_what_they_share(load, write_file):
    load()
    before = database_state()
    other = write_file(changed("name: 見本市", "name: 別の市", CITY), "other.yaml")

    with pytest.raises(PlanFileError) as caught:
        load_plan_file(other, beside=frozenset({"mihon.yaml", "other.yaml"}))

    assert "other.yaml 2行目 plans.publisher [mihon-shi]" in str(caught.value)
    assert "mihon.yaml にも" in str(caught.value)
    assert database_state() == before


def test_a_file_of_another_name_takes_over_what_it_holds(load):
    load()

    report = load(changed("name: 見本市", "name: 別の市", CITY), "other.yaml")

    assert report.updated == 1
    assert Publisher.objects.get(slug="mihon-shi").name == "別の市"


def test_other_file_does_not_remove_what_the_first_one_holds(load):
    load()
    load(CITY, "other.yaml")

    report = load("[]", "other.yaml")

    assert report.removed == 0
    assert Publisher.objects.filter(slug="mihon-shi").exists()


def test_record_that_the_first_file_gives_up_stays_while_another_holds_it(load):
    load(CITY)
    load(CITY, "other.yaml")

    load("[]")
    load(CITY, "other.yaml")

    assert Publisher.objects.filter(slug="mihon-shi").exists()


def test_record_that_moved_to_another_file_follows_that_file(load):
    load(CITY)
    load(CITY, "other.yaml")
    load("[]")

    load(changed("name: 見本市", "name: 新見本市", CITY), "other.yaml")

    assert Publisher.objects.get(slug="mihon-shi").name == "新見本市"


def test_used_record_that_moved_to_another_file_follows_that_file(load):
    load()
    load(CITY, "other.yaml")
    load(changed(CITY.rstrip("\n"), ""))

    load(changed("name: 見本市", "name: 新見本市", CITY), "other.yaml")

    assert Publisher.objects.get(slug="mihon-shi").name == "新見本市"


def test_children_in_another_file_find_their_parent(load):
    load()
    term = changed("kyojo", "jijo", record_text("term: 共助"))

    report = load(term, "other.yaml")

    assert (report.created, report.unchanged) == (1, 0)


def test_command_refuses_files_that_disagree(write_file):
    other = write_file(changed("name: 見本市", "name: 別の市", CITY), "other.yaml")

    with pytest.raises(CommandError, match=r"^other\.yaml .*：mihon\.yaml にも"):
        call_command("load_plans", write_file(), other, verbosity=0)

    assert Publisher.objects.get(slug="mihon-shi").name == "見本市"
