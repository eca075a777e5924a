from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError

from plans.admin.base import SOURCE, PartAdmin
from plans.admin.files.pages import KeepsFiles
from plans.admin.text_files import GlossaryTermResource, SectionResource
from plans.models import GlossaryTerm, Section, SourceNote
from plans.note_subjects import note_subjects
from plans.note_work.actions import accept


@admin.register(Section)
class SectionAdmin(KeepsFiles, PartAdmin):
    resource_class = SectionResource
    list_display = ("code", "heading", "kind", "place", "plan")
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

    @admin.display(description="どこの節か")
    def place(self, obj):
        part = obj.measure or obj.policy
        return f"{part.code} {part.title}" if part else "計画全体"


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(KeepsFiles, PartAdmin):
    resource_class = GlossaryTermResource
    list_display = ("code", "term", "reading", "plan")
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
        "about",
        "category",
        "reason",
        "certainty",
        "settled",
        "plan",
    )
    list_filter = ("plan", "settled", "category", "certainty", "about_kind")
    search_fields = ("about_code", "printed", "shown", "reason", "plan__title")
    autocomplete_fields = ("plan",)
    actions = ("accept_selected",)
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

    @admin.display(description="対象", ordering="about_kind")
    def about(self, obj):
        return f"{obj.get_about_kind_display()} {obj.about_code}"

    @admin.action(description="注記のとおりと認める", permissions=("change",))
    def accept_selected(self, request, queryset):
        """Accept each as on the work list of notes: written down, one by one."""
        done = 0
        for note in queryset.filter(settled=False).select_related("plan__parent"):
            try:
                accept(note, by=request.user)
                done += 1
            except ValidationError as error:
                message = f"{note}：{' '.join(error.messages)}"
                self.message_user(request, message, messages.WARNING)
        self.message_user(request, f"{done}件の注記を認め、確認済みにしました。")
