from django.contrib import admin, messages

from initiatives.admin_corrections import CorrectionForm, KeepsPublicRecords
from initiatives.admin_files import (
    ActivityResource,
    DepartmentResource,
    InitiativeResource,
)
from initiatives.admin_filters import DepartmentFilter, ThemeBesideDepartments
from initiatives.answers import reopen
from initiatives.models import (
    OPEN_STATES,
    WAITING_STATES,
    Activity,
    CocreationAction,
    CommitteeOpinion,
    Department,
    Initiative,
    Review,
    Voice,
)
from plans.admin.addresses import KeepsItsAddress
from plans.admin.base import (
    SOURCE,
    PartAdmin,
    PartForm,
    PartInline,
    PublicLinkMixin,
    PublishingAdmin,
    TextPartInline,
    part_form,
)
from plans.admin.files.pages import KeepsFiles
from plans.admin.levels import MeasureAdmin
from plans.admin.themes import ThemeFilter
from plans.admin.years import year_column

_ACTION_FIELDS = (
    ("code", "position"),
    ("actor", "heading"),
    "feeling_change",
    "behaviour_change",
    "appeal",
    "themes",
)


class InitiativeInline(PartInline):
    model = Initiative
    form = part_form("measure")
    fields = ("code", "position", "label", "title")


class CocreationActionInline(TextPartInline):
    model = CocreationAction
    form = part_form("measure")
    fields = _ACTION_FIELDS


class VoiceInline(TextPartInline):
    model = Voice
    form = part_form("measure")
    fields = (("code", "position"), "quotation", "role")


class ActivityInline(PartInline):
    model = Activity
    form = part_form("initiative")
    fields = ("code", "position", "text")


# The admin of measures stands below and may not import these.
MeasureAdmin.inlines = (
    InitiativeInline,
    CocreationActionInline,
    VoiceInline,
    *MeasureAdmin.inlines,
)


@admin.register(Initiative)
class InitiativeAdmin(KeepsFiles, PublicLinkMixin, PartAdmin):
    resource_class = InitiativeResource
    form = part_form("measure")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "measure",
                    ("code", "position"),
                    "label",
                    "title",
                    "description",
                    "easy_summary",
                    "themes",
                    "department",
                )
            },
        ),
        SOURCE,
    )
    list_display = (
        "code",
        "title",
        "label",
        "department",
        "plan",
        "public_page",
    )
    list_filter = (
        "plan",
        ("department", DepartmentFilter),
        ThemeBesideDepartments,
    )
    list_select_related = ("plan", "department")
    search_fields = ("code", "title", "description", "plan__title")
    autocomplete_fields = ("measure", "department")
    ordering = (
        "plan__position",
        "measure__policy__position",
        "measure__position",
        "position",
        "code",
    )
    inlines = (ActivityInline,)


@admin.register(Activity)
class ActivityAdmin(KeepsFiles, PartAdmin):
    resource_class = ActivityResource
    form = part_form("initiative")
    fields = ("initiative", ("code", "position"), "text")
    list_display = ("code", "text", "initiative", "plan")
    list_select_related = ("plan", "initiative__plan")
    search_fields = ("code", "text", "initiative__title", "plan__title")
    autocomplete_fields = ("initiative",)


@admin.register(CocreationAction)
class CocreationActionAdmin(PartAdmin):
    form = part_form("measure")
    fields = ("measure", *_ACTION_FIELDS)
    list_display = ("code", "actor", "measure", "plan")
    list_filter = ("plan", "actor", ThemeFilter)
    list_select_related = ("plan", "measure__plan")
    search_fields = ("code", "feeling_change", "behaviour_change", "appeal")
    autocomplete_fields = ("measure",)


@admin.register(Voice)
class VoiceAdmin(PartAdmin):
    form = part_form("measure")
    fields = ("measure", ("code", "position"), "quotation", "role")
    list_display = ("code", "role", "measure", "plan")
    list_select_related = ("plan", "measure__plan")
    search_fields = ("role", "quotation", "plan__title")
    autocomplete_fields = ("measure",)


class DepartmentForm(KeepsItsAddress):
    address_field = "code"
    held = (
        "使われている担当課のコードは、公開ページのアドレスになっているため"
        "変えられません。"
    )

    def is_held(self, stored):
        return any(
            relation.related_model.objects.filter(
                **{relation.field.name: stored}
            ).exists()
            for relation in Department._meta.related_objects
        )


@admin.register(Department)
class DepartmentAdmin(KeepsFiles, PublishingAdmin):
    resource_class = DepartmentResource
    form = DepartmentForm
    list_display = (
        "name",
        "publisher",
        "code",
        year_column("valid_from_fy", "最初の年度"),
        year_column("valid_to_fy", "最後の年度"),
    )
    list_filter = ("publisher",)
    list_select_related = ("publisher",)
    search_fields = ("name", "code")
    autocomplete_fields = ("publisher", "successor")


class ReviewForm(CorrectionForm, PartForm):
    parent_fields = ("initiative", "measure", "policy")
    fixed_fields = (*parent_fields, "fiscal_year")


class CommitteeOpinionForm(CorrectionForm, PartForm):
    parent_fields = ("policy",)
    fixed_fields = (*parent_fields, "fiscal_year")


_WENT_BACK = (
    "この評価は下書きに戻りました。公開するには、入力の画面でもう一度提出し、"
    "承認を受けてください。"
)


@admin.register(Review)
class ReviewAdmin(KeepsPublicRecords, PublishingAdmin):
    form = ReviewForm
    actions = ("delete_selected",)
    list_display = (
        "subject",
        year_column("fiscal_year", "年度"),
        "rating",
        "state",
        "plan",
    )
    list_filter = ("state", "fiscal_year", "rating", "plan")
    list_select_related = (
        "plan",
        "initiative__plan",
        "measure__plan",
        "policy__plan",
    )
    search_fields = (
        "comment",
        "plan__title",
        "initiative__code",
        "initiative__title",
        "measure__code",
        "measure__title",
        "policy__code",
        "policy__title",
    )
    autocomplete_fields = ("initiative", "measure", "policy")
    fields = (
        ("policy", "measure", "initiative"),
        ("fiscal_year", "rating"),
        "comment",
        "state",
    )
    # An answer moves through `initiatives.answers` alone.
    readonly_fields = ("state",)

    def save_model(self, request, obj, form, change):
        # Nobody else has read new words: who typed them might approve or publish them.
        if form.has_changed() and obj.state in WAITING_STATES:
            reopen(obj, by=request.user)
            self.message_user(request, _WENT_BACK, messages.WARNING)
        elif form.has_changed() and obj.state in OPEN_STATES:
            obj.entered_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(CommitteeOpinion)
class CommitteeOpinionAdmin(KeepsPublicRecords, PublishingAdmin):
    form = CommitteeOpinionForm
    actions = ("delete_selected",)
    list_display = ("policy", year_column("fiscal_year", "年度"), "state", "plan")
    list_filter = ("state", "fiscal_year", "plan")
    list_select_related = ("plan", "policy__plan")
    search_fields = ("text", "plan__title")
    autocomplete_fields = ("policy",)
    fields = ("policy", "fiscal_year", "text", "state")
