"""The rows of an inline, put together again from three sides.

The page sends the rows that it was opened with and the new ones. Meanwhile others may
have changed, deleted or added rows. What goes on to be saved has every stored row in
it: as this person typed it, or else as it is stored, never as it once was.
"""

import re
from dataclasses import dataclass, field

from plans.admin.conflicts.comparing import Compared, as_sent
from plans.versions import changed_fields, version_of


@dataclass
class Rows:
    """What to save of a formset (values by field, a row each), and what stands in the
    way: `conflicts` with what others did, `kept` with what they changed unopposed."""

    formset: object
    stored: list
    opened: object
    conflicts: list[Compared] = field(default_factory=list)
    kept: list[Compared] = field(default_factory=list)
    _first: list[dict] = field(default_factory=list)
    _new: list[dict] = field(default_factory=list)

    def merge(self) -> "Rows":
        pages = {_pk(form): form for form in self.formset.initial_forms}
        new = list(self.formset.extra_forms)
        for row in self.stored:
            self._first.append(self._merged(row, pages.pop(str(row.pk), None), new))
        for form in pages.values():
            self._keep_if_typed(form)
        self._new += [_sent_row(form) for form in new]
        return self

    def _merged(self, row, form, new):
        version = self.opened.version_of(row)
        if form is None and version is None:
            form = _twin(row, new)
            if form is not None:
                new.remove(form)
        if form is None:
            return self._as_stored(row)
        return self._compared(Compared(form, version, row))

    def _compared(self, compared):
        if compared.is_conflict:
            self.conflicts.append(compared)
        elif compared.left_alone:
            self.kept.append(compared)
        values = _sent_row(compared.form)
        stored = self._as_stored(compared.stored)
        return {
            **values,
            self._pk_name: stored[self._pk_name],
            **{name: stored[name] for name in compared.left_alone},
        }

    def _keep_if_typed(self, form):
        """A row that somebody else deleted becomes a new one if it was typed in."""
        known = self.opened.versions.get(
            f"{self.formset.model._meta.label_lower}:{_pk(form)}"
        )
        compared = Compared(form, known, None)
        if compared.is_conflict:
            self.conflicts.append(compared)
            self._new.append({**_sent_row(form), self._pk_name: [""]})

    def _as_stored(self, row):
        form = self.formset.form(instance=row)
        names = Compared(form, None, row).offered
        values = {name: as_sent(form, name) for name in names}
        return {**values, self._pk_name: [str(row.pk)]}

    @property
    def _pk_name(self):
        return self.formset.model._meta.pk.name

    def write(self, values) -> None:
        """Put the rows in the place of those that the page sent."""
        prefix = self.formset.prefix
        for name in [n for n in values if re.match(rf"{re.escape(prefix)}-\d+-", n)]:
            del values[name]
        rows = self._first + self._new
        for number, row in enumerate(rows):
            for name, texts in row.items():
                if texts:
                    values.setlist(f"{prefix}-{number}-{name}", texts)
        values[f"{prefix}-INITIAL_FORMS"] = str(len(self._first))
        values[f"{prefix}-TOTAL_FORMS"] = str(len(rows))


def _pk(form) -> str:
    return form.data.get(form.add_prefix(form._meta.model._meta.pk.name), "")


def _sent_row(form) -> dict[str, list[str]]:
    stem = f"{form.prefix}-"
    return {
        name.removeprefix(stem): form.data.getlist(name)
        for name in form.data
        if name.startswith(stem)
    }


def _twin(row, new):
    """The new row that wants the place of a row that somebody else just added."""
    for form in new:
        if form.has_changed():
            changed = changed_fields(version_of(row), form.instance)
            if any(not names & changed for names in _unique_together(row)):
                return form
    return None


def _unique_together(row):
    """The sets of fields of which no two rows may hold the same."""
    for one in row._meta.concrete_fields:
        if one.unique:
            yield {one.name}
    for constraint in row._meta.total_unique_constraints:
        yield set(constraint.fields)
