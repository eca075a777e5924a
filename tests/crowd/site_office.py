"""Run beside the site's server: an office of as many clerks as the argument says.

Prints as JSON the round's entry page, each clerk's session with the key of the figure,
and the public page of a figure.
"""

import json
import sys

import django

django.setup()

from tests.crowd.office import an_office  # noqa: E402


def main(clerks):
    # Every second figure is that of a clerk; the others nobody edits.
    office = an_office(people=2 * clerks, figures=2 * clerks)
    items = office.items[::2]
    made = {
        "round": office.round.pk,
        "writers": [
            {"session": clerk.cookies["sessionid"].value, "item": item.pk}
            for clerk, item in zip(office.clerks, items, strict=True)
        ],
        "page": office.observations[0].target.get_absolute_url(),
    }
    print(json.dumps(made))


if __name__ == "__main__":
    main(int(sys.argv[1]))
