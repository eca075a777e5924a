from copy import copy

from django import forms

from initiatives.admin_corrections import KEPT, CorrectionForm
from initiatives.models import CommitteeOpinion
from plans.admin.base import PartForm, PlainTextField
from plans.models import BasicPolicy, Plan
from plans.presenters import policy_label

PUBLISHED = CommitteeOpinion.State.PUBLISHED


class OpinionForm(CorrectionForm, PartForm):
    """What the committee said of one policy; blank where it said nothing."""

    text = PlainTextField(
        label="意見", required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    forget = forms.BooleanField(label="この意見を消す", required=False)

    class Meta:
        model = CommitteeOpinion
        fields = ("text",)

    field_order = ("text", "forget", "history_reason")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        policy = self.instance.policy
        self.about = policy_label(policy.label, policy.code, policy.plan)
        self.is_stored = bool(self.instance.pk)
        self.is_public = self.is_stored and self.instance.state == PUBLISHED
        if self.is_public or not self.is_stored:
            del self.fields["forget"]
        if not self.is_public:
            del self.fields["history_reason"]

    def refuse_an_empty_box(self):
        """A box that was emptied deletes nothing.

        Not a part of `clean()`: a box is empty, too, where the opinion came later.
        """
        is_empty = not self.cleaned_data.get("text")
        if is_empty and self.is_stored and not self.is_forgotten:
            self.add_error("text", KEPT if self.is_public else _STAYS)

    @property
    def is_forgotten(self) -> bool:
        return bool(self.cleaned_data.get("forget"))

    @property
    def is_to_save(self) -> bool:
        has_text = bool(self.cleaned_data.get("text"))
        return has_text and "text" in self.changed_data and not self.is_forgotten


_STAYS = (
    "空欄にしても、登録済みの意見は消えません。消すときは"
    "「この意見を消す」に印を付けてください。"
)


def opinion_forms(
    plan: Plan,
    fiscal_year: int,
    policies: list[BasicPolicy],
    opinions: dict[int, CommitteeOpinion],
):
    """A maker of one form a policy."""

    def build(values):
        return [_form(values, policy) for policy in policies]

    def _form(values, policy):
        blank = CommitteeOpinion(plan=plan, policy=policy, fiscal_year=fiscal_year)
        opinion = copy(opinions.get(policy.pk, blank))
        opinion.policy, opinion.plan = policy, plan
        return OpinionForm(values, prefix=f"p{policy.pk}", instance=opinion)

    return build
