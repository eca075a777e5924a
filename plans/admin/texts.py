from django import forms
from django.contrib import admin

from plans.admin.base import SOURCE, PartAdmin
from plans.models import GlossaryTerm, Section, SourceNote
from plans.note_subjects import note_subjects


@admin.register(Section)
class SectionAdmin(PartAdmin):
    list_display = ("code", "heading", "kind", "plan", "policy", "measure", "position")
    list_filter = ("plan", "kind")
    list_select_related = ("plan", "policy__plan", "measure__plan")
    search_fields = ("code", "heading", "body", "plan__title")
    autocomplete_fields = ("plan", "policy", "measure")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "plan",
                    ("policy", "measure"),
                    ("code", "position"),
                    "kind",
                    "heading",
                    "body",
                )
            },
        ),
        SOURCE,
    )


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(PartAdmin):
    list_display = ("code", "term", "reading", "plan", "position")
    search_fields = ("term", "reading", "definition", "plan__title")
    autocomplete_fields = ("plan",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "plan",
                    ("code", "position"),
                    ("term", "reading"),
                    "definition",
                )
            },
        ),
        SOURCE,
    )


class SourceNoteForm(forms.ModelForm):
    """Offers the plan's own records once the plan is known, and checks the code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.plan_id and not self.is_bound:
            self._offer_records(self.instance.plan, self.instance.about_kind)
        else:
            self.fields["about_code"].help_text = (
                "計画そのものなら空欄。コードが違うときは、"
                "保存するときに使えるコードの一覧を示します。"
            )

    def _offer_records(self, plan, kind):
        subjects = note_subjects(kind, plan)
        if subjects:
            choices = [(code, f"{code} {name}") for code, name in subjects.items()]
            if self.instance.about_code not in subjects:
                # The record has gone: offer no other one in its place unasked.
                gone = self.instance.about_code
                choices.insert(0, (gone, f"{gone}（今はない記録）"))
            self.fields["about_code"].widget = forms.Select(choices=choices)

    def clean(self):
        cleaned = super().clean()
        plan, kind = cleaned.get("plan"), cleaned.get("about_kind")
        code = cleaned.get("about_code")
        if plan and kind and kind != "plan" and code:
            subjects = note_subjects(kind, plan)
            if code not in subjects:
                label = SourceNote.AboutKind(kind).label
                known = "、".join(subjects) or "ありません"
                self.add_error(
                    "about_code",
                    f"この計画に、コードが{code}の{label}はありません。"
                    f"次から選んでください：{known}",
                )
        return cleaned


@admin.register(SourceNote)
class SourceNoteAdmin(PartAdmin):
    form = SourceNoteForm
    list_display = (
        "code",
        "about_kind",
        "about_code",
        "category",
        "reason",
        "certainty",
        "settled",
        "plan",
    )
    list_filter = ("plan", "settled", "category", "certainty", "about_kind")
    search_fields = ("about_code", "printed", "shown", "reason", "plan__title")
    autocomplete_fields = ("plan",)
    actions = ("mark_as_settled",)
    fieldsets = (
        (
            "何についての注記か",
            {
                "fields": (
                    "plan",
                    ("about_kind", "about_code"),
                    ("code", "position"),
                )
            },
        ),
        (
            "注記",
            {
                "fields": (
                    "category",
                    "printed",
                    "shown",
                    "reason",
                    ("certainty", "settled"),
                )
            },
        ),
    )

    @admin.action(description="発行者の確認が済んだことにする", permissions=("change",))
    def mark_as_settled(self, request, queryset):
        notes = list(queryset.filter(settled=False))
        for note in notes:
            note.settled = True
            note.save()
            self._touch(request, note)
        self.message_user(request, f"{len(notes)}件の注記を、確認済みにしました。")
