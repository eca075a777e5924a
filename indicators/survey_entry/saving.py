"""Storing a wave with its results, and making it public."""

from django.core.exceptions import ValidationError

from indicators.models import SurveyWave
from indicators.result_corrections import give_reason
from initiatives.admin_corrections import REASON
from plans.editing.journal import ADDITION, CHANGE, DELETION, write_down
from plans.publishing import publishing


def check_results(forms) -> None:
    """Refuse emptied boxes, and changes of public results without a reason."""
    first, *results = forms
    for form in results:
        form.refuse_an_empty_box()
    if first.instance.state != SurveyWave.State.PUBLISHED:
        return
    changed = [form for form in results if form.is_stored and form.has_changed()]
    try:
        give_reason(changed, first.cleaned_data.get(REASON, ""))
    except ValidationError as error:
        first.add_error(REASON, error.messages)


def save_wave(forms, *, by) -> SurveyWave:
    """Store what was typed; a public wave is corrected, its pages renewed."""
    first, *results = forms
    wave = first.instance
    is_new = wave.pk is None
    with publishing(*wave.publishing_scopes()):
        if is_new or set(first.changed_data) - {REASON}:
            first.save()
            write_down(by, wave, action=ADDITION if is_new else CHANGE)
        for form in results:
            _save_result(form, wave, by)
    return wave


def _save_result(form, wave, by):
    result = form.instance
    if form.is_forgotten:
        write_down(by, result, action=DELETION)
        result.delete()
    elif form.is_to_save:
        result.wave = wave
        form.save()
        write_down(by, result, action=CHANGE if form.is_stored else ADDITION)


def publish_wave(wave: SurveyWave, *, by) -> None:
    """Show a wave to visitors; raises ValidationError where nothing can be shown."""
    if wave.state == SurveyWave.State.PUBLISHED:
        raise ValidationError("この調査は、すでに公開されています。")
    if not wave.results.exists():
        raise ValidationError("結果が1つもありません。先に割合を入力してください。")
    with publishing(*wave.publishing_scopes()):
        wave.state = SurveyWave.State.PUBLISHED
        wave.full_clean()
        wave.save()
        write_down(by, wave, "公開した")
