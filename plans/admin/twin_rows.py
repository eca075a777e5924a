"""Two rows of one form that must not be alike: said once, with what is alike."""

from itertools import combinations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import UniqueConstraint

from plans.fields import FiscalYearField
from plans.fiscal_year import label_text


class TellsTwinRows:
    """For a formset of rows below a record: names the rows instead of the fields."""

    def validate_unique(self):
        found = list(self._twins())
        for first, second, names in found:
            self._point_at(first, second, names)
        if found:
            raise ValidationError([self._sentence(*twins) for twins in found])
        super().validate_unique()

    def _twins(self):
        """(index of the row above, index of the row below, fields that are alike)."""
        for names in self._unique_fields():
            rows = [
                (number, [form.cleaned_data.get(name) for name in names])
                for number, form in enumerate(self.forms)
                if self._counts(form)
            ]
            for (first, one), (second, other) in combinations(rows, 2):
                if one == other and None not in one and "" not in one:
                    yield first, second, names

    def _counts(self, form):
        is_there = form.instance.pk or form.has_changed()
        return is_there and hasattr(form, "cleaned_data") and not self._is_gone(form)

    def _is_gone(self, form):
        return self.can_delete and self._should_delete_form(form)

    def _unique_fields(self):
        """What no two rows of one parent may share, without the parent and the plan."""
        above = {self.fk.name, "plan", self.model._meta.pk.name}
        for constraint in self.model._meta.total_unique_constraints:
            names = [name for name in constraint.fields if name not in above]
            if names and len(names) < len(constraint.fields):
                yield names

    def _point_at(self, first, second, names):
        """Leave one sentence at the lower row in the place of the model's own."""
        form = self.forms[second]
        own = {
            constraint.get_violation_error_message()
            for constraint in self.model._meta.constraints
            if isinstance(constraint, UniqueConstraint)
        }
        kept = [said for said in form.non_field_errors() if said not in own]
        said = f"{first + 1}行目と{self._labels(names)}が同じです。"
        form.errors[NON_FIELD_ERRORS] = self.error_class([*kept, said])

    def _sentence(self, first, second, names):
        alike = "、".join(self._shown(self.forms[first], name) for name in names)
        labels = self._labels(names)
        places = f"{first + 1}行目と{second + 1}行目"
        return (
            f"{labels}「{alike}」の行が2つあります（{places}）。"
            f"どちらかの{labels}を直すか、行を削除してください。"
        )

    def _labels(self, names):
        fields = (self.model._meta.get_field(name) for name in names)
        return "・".join(str(field.verbose_name) for field in fields)

    def _shown(self, form, name):
        value = form.cleaned_data[name]
        field = self.model._meta.get_field(name)
        if isinstance(field, FiscalYearField):
            return label_text(value)
        return str(dict(field.flatchoices).get(value, value))
