"""The stored records that the rows of a file are about or name, read once."""

from functools import cache, cached_property

from plans.models import Theme
from plans.models.plan_part import PlanPart


class Records:
    """Records by home (the slug of their plan or publisher) and code.

    `homes` are those of the file. `locked` is the model whose records are to be saved.
    """

    def __init__(self, homes=(), locked=None):
        self._homes, self._locked = set(homes), locked
        self.of = cache(self._of)
        self.homes_of = cache(self._homes_of)

    def _of(self, model) -> dict:
        home = home_field(model)
        rows = model._default_manager.select_related(home, *beside(model))
        if home == "plan":
            rows = rows.filter(plan__slug__in=self._homes)
        if model is self._locked:
            rows = rows.select_for_update(no_key=True, of=("self",))
        return {key_of(record): record for record in rows}

    def _homes_of(self, model) -> dict:
        home = model._meta.get_field(home_field(model)).related_model
        rows = home._default_manager.all()
        if home_field(model) == "plan":
            rows = rows.select_related("publisher", "parent", "predecessor")
        return {each.slug: each for each in rows}

    @cached_property
    def themes(self) -> dict[str, str]:
        """The names of all themes by slug, in their order."""
        return dict(Theme.objects.values_list("slug", "name"))

    def named(self, model, text, record):
        """The record that a cell names in the row of another one; None without it."""
        home, _, code = text.rpartition("/")
        return self.of(model).get((home or home_for(model, record), code))

    def name_of(self, value, record) -> str:
        home, code = key_of(value)
        return code if home == home_for(type(value), record) else f"{home}/{code}"

    def add(self, record):
        """A new record, which later rows may name."""
        self.of(type(record))[key_of(record)] = record


def home_field(model) -> str:
    return "plan" if issubclass(model, PlanPart) else "publisher"


def key_of(record) -> tuple[str, str]:
    return getattr(record, home_field(type(record))).slug, record.code


def home_for(model, record) -> str:
    """Where a code in the row of a record is looked for, unless its home is written."""
    if home_field(model) == "plan":
        return record.plan.slug
    publisher = getattr(record, "plan", record).publisher
    return publisher.slug if publisher else ""


def beside(model):
    """What each record needs for its own texts and the scopes of its pages."""
    plan = ["plan__publisher", "plan__parent", "plan__predecessor"]
    relations = [
        f"{field.name}__{home_field(field.related_model)}"
        for field in model._meta.concrete_fields
        if field.is_relation and field.name not in ("plan", "publisher")
    ]
    return [*(plan if home_field(model) == "plan" else []), *relations]
