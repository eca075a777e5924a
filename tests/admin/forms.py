"""Forms of the admin as a browser holds them: opened, filled in and sent."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.urls import reverse


def admin_url(model_or_record, page):
    """The address of a model's `changelist` or `add`, of a record's `change`…"""
    meta = model_or_record._meta
    args = [model_or_record.pk] if page in ("change", "delete") else []
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=args)


def soup_of(response):
    return BeautifulSoup(response.content, "html.parser")


@dataclass(frozen=True)
class Answer:
    """What the admin answered to a form."""

    response: object

    @property
    def saved(self) -> bool:
        return self.response.status_code == 302

    @property
    def errors(self) -> list[str]:
        """The sentences that stand at the fields and above the form."""
        return [item.text for item in soup_of(self.response).select(".errorlist li")]


# The form of a change page, of a list, of a page that asks before deleting.
_FORM = ", ".join(
    [
        "#content-main form[id$=_form]",
        "#changelist-form",
        "#content > form[method=post]",
    ]
)


class AdminForm:
    """The form of an add or a change page, with what is filled in already."""

    def __init__(self, client, address, page=None):
        self.client, self.address = client, address
        self.soup = soup_of(page or client.get(address))
        inputs = filled_values(self.soup.select_one(_FORM))
        self.values = {n: v for n, v in inputs.items() if "__prefix__" not in n}
        self.blank_rows = {n: v for n, v in inputs.items() if "__prefix__" in n}

    def fill(self, **values):
        self.values.update({name: as_typed(value) for name, value in values.items()})
        return self

    def add_row(self, prefix, **values):
        """Press "add another" of an inline and fill the new row in."""
        total = f"{prefix}-TOTAL_FORMS"
        number = int(self.values[total])
        self.values[total] = str(number + 1)
        for name, value in self.blank_rows.items():
            if name.startswith(f"{prefix}-__prefix__-"):
                self.values[name.replace("__prefix__", str(number))] = value
        return self.fill_row(prefix, number, **values)

    def fill_row(self, prefix, number, **values):
        return self.fill(**{f"{prefix}-{number}-{n}": v for n, v in values.items()})

    def send(self) -> Answer:
        return Answer(self.client.post(self.address, self.values))

    def said(self) -> list[str]:
        """Send; the sentences that the next page says above everything else."""
        page = self.client.post(self.address, self.values, follow=True)
        return [item.text.strip() for item in soup_of(page).select(".messagelist li")]

    def send_and_stay(self) -> "AdminForm":
        """Send; the form as the answer shows it again, to be sent once more."""
        page = self.client.post(self.address, self.values)
        own = soup_of(page).select_one(_FORM).get("action", self.address)
        return AdminForm(self.client, own, page)


def change_form(client, record) -> AdminForm:
    return AdminForm(client, admin_url(record, "change"))


def add_form(client, model) -> AdminForm:
    return AdminForm(client, admin_url(model, "add"))


def list_form(client, *records) -> AdminForm:
    """A list of these records alone, all of them ticked."""
    keys = [record.pk for record in records]
    address = admin_url(records[0], "changelist")
    form = AdminForm(client, f"{address}?id__in={','.join(map(str, keys))}")
    form.values["_selected_action"] = keys
    return form


def act(client, action, *records):
    """Tick the records in their list, choose the action, and follow where it leads."""
    form = list_form(client, *records).fill(action=action)
    return client.post(form.address, form.values, follow=True)


def delete_form(client, record) -> AdminForm:
    """The page that asks whether to delete a record."""
    return AdminForm(client, admin_url(record, "delete"))


def delete_ticked_form(client, *records) -> AdminForm:
    """The page that asks whether to delete the records ticked in a list."""
    form = list_form(client, *records).fill(action="delete_selected")
    form = form.send_and_stay()
    form.values["_selected_action"] = [record.pk for record in records]
    return form


def filled_values(form):
    """What a browser would send if the button were pressed at once."""
    values = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        name, kind = field["name"], field.get("type")
        if name.startswith("_") and kind == "submit":
            continue
        if kind in ("checkbox", "radio"):
            if field.has_attr("checked"):
                _tick(values, name, field.get("value", "on"))
        elif field.name == "select":
            options = field.select("option[selected]") or field.select("option")[:1]
            values[name] = options[0]["value"] if options else ""
        elif field.name == "textarea":
            values[name] = as_typed(field.text.removeprefix("\n"))
        else:
            values[name] = field.get("value", "")
    return values


def _tick(values, name, value):
    """One ticked box is a text; several of one name are a list of texts."""
    others = values.get(name, [])
    others = [others] if isinstance(others, str) else others
    values[name] = [*others, value] if others else value


def as_typed(value):
    """A value as browsers send it: as text, with the line breaks of Windows.

    Several ticked boxes are a list of texts.
    """
    if isinstance(value, list):
        return [as_typed(one) for one in value]
    if hasattr(value, "pk"):
        value = value.pk
    return str(value).replace("\r\n", "\n").replace("\n", "\r\n")
