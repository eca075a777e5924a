from django.contrib.auth.models import User

from plans.person_names import full_name, person_name


def test_the_family_name_stands_first():
    person = User(username="f001", last_name="見本", first_name="花子")

    assert person_name(person) == full_name(person) == "見本 花子"


def test_one_name_alone_stands_without_a_space():
    assert full_name(User(last_name="見本 花子")) == "見本 花子"


def test_without_a_name_the_login_name_stands_for_it():
    nameless = User(username="f001")

    assert (full_name(nameless), person_name(nameless)) == ("", "f001")
