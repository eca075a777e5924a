"""Which addresses furigana stay on for: those whose pages have the switch."""

import pytest
from django.test import Client

from plans.furigana.links import leads_to_a_page
from tests.crawler import body_of
from tests.rights_world import World
from tests.test_rights import lines

pytestmark = pytest.mark.django_db


def test_links_carry_the_parameter_to_all_pages_that_know_it_and_no_other():
    world, client = World(), Client()
    wrong = []
    for line in lines():
        if line["公開 GET"] != "ok":
            continue
        address = world.address(line["address"], line["case"])
        knows_it = b'class="furigana-switch"' in body_of(client.get(address))
        if knows_it != leads_to_a_page(address):
            wrong.append(address)

    assert wrong == []
