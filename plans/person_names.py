"""How a person is named on the staff's screens. Never on a public page."""


def full_name(person) -> str:
    """見本 花子: the family name first, unlike Django; "" without a name."""
    return " ".join(filter(None, (person.last_name, person.first_name)))


def person_name(person) -> str:
    """The full name; the name to log in with where there is none."""
    return full_name(person) or person.get_username()
