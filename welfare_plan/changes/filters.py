"""Which changes staff look at: of which plan, which kind of record, by whom, when."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from plans.changes.tracked import plan_path, tracked_models
from plans.history_reasons import loading_reasons
from plans.history_start import IS_LATER
from plans.models import Plan
from plans.person_names import person_name
from plans.places import MOST_OPTIONS, Place, chooser_of
from plans.presenters import plan_name


class ChangeFilter(forms.Form):
    """What is no choice is left aside; a day that is none is said to be so."""

    plan = forms.ChoiceField(label="計画", required=False)
    kind = forms.ChoiceField(label="種類", required=False)
    person = forms.ChoiceField(label="人", required=False)
    day = forms.DateField(
        label="日",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "日は、2026-09-01のように入力してください。"},
    )
    loaded = forms.BooleanField(
        label="計画ファイルの読み込みと、履歴の始まりも出す", required=False
    )

    def __init__(self, values):
        super().__init__(values, auto_id="f-%s")
        self.models = {model._meta.label_lower: model for model in tracked_models()}
        kinds = [(key, model._meta.verbose_name) for key, model in self.models.items()]
        self.place = Place.of(values)
        plans = Plan.objects.filter(self.place.within())[: MOST_OPTIONS + 1]
        plans = [(plan.slug, plan_name(plan)) for plan in plans]
        people = get_user_model().objects.order_by("last_name", "username")
        people = people[: MOST_OPTIONS + 1]
        names = [(str(person.pk), person_name(person)) for person in people]
        for field, choices in (("plan", plans), ("kind", kinds), ("person", names)):
            self._offer(field, choices)
        self.has_many_plans = "plan" not in self.fields
        self.full_clean()

    def _offer(self, name, choices):
        """What nobody could find in a box is left out: a place is chosen instead, and
        a person by the address of the page about them."""
        if len(choices) > MOST_OPTIONS:
            del self.fields[name]
        else:
            self.fields[name].choices = [("", "すべて"), *choices]

    def chooser(self, base: str) -> dict | None:
        if not self.place and not self.has_many_plans:
            return None
        return chooser_of(self.place, base, [str(self.place.city or base)])

    def sources(self) -> list[QuerySet]:
        """The histories to look at, narrowed."""
        kind, slug = self._chosen("kind"), self._chosen("plan")
        models = [self.models[kind]] if kind else self.models.values()
        rows = self._rows()
        return [
            model.history.filter(rows & _of_plan(model, slug, self.place))
            for model in models
            if not (slug or self.place) or plan_path(model)
        ]

    def _rows(self):
        rows = Q()
        if person := self._chosen("person"):
            rows &= Q(history_user=person)
        if day := self._chosen("day"):
            start = timezone.make_aware(datetime.combine(day, time()))
            end = start + timedelta(days=1)
            rows &= Q(history_date__gte=start, history_date__lt=end)
        if not self._chosen("loaded"):
            loaded = loading_reasons("history_change_reason")
            rows &= IS_LATER & (~loaded | Q(history_change_reason=None))
        return rows

    def _chosen(self, name):
        return self.cleaned_data.get(name)


def _of_plan(model, slug, place):
    path = plan_path(model)
    found = Q()
    if slug:
        found &= Q(**{"slug" if path == "id" else f"{path}__slug": slug})
    if place:
        # The histories of plans have no way to their publisher's own columns.
        plans = Plan.objects.filter(place.within()).order_by().values("pk")
        found &= Q(**{f"{path}__in": plans})
    return found
