"""Results of a public survey wave are corrected with the reason of its form."""

from django.core.exceptions import ValidationError
from django.forms import ModelForm

from initiatives.admin_corrections import REASON_LABEL

RESULTS_STAY = (
    "公開した調査の結果は、削除したり、別の評価項目に移したりできません。"
    "割合や回答数が違うときは、その行を直してください。"
)


def give_reason(changed: list[ModelForm], reason: str) -> None:
    """Hand the reason to the stored results that were changed; raise if it is missing.

    A result that is added to a public wave was never public and needs none.
    """
    if changed and not reason:
        raise ValidationError(
            "公開した調査の結果を変えるときは、この画面の"
            f"「{REASON_LABEL}」を書いてください。"
        )
    for form in changed:
        form.instance.history_reason = reason
