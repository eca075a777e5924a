from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from indicators.models import SurveyWave
from indicators.survey_entry.forms import PUBLISHED, wave_forms
from indicators.survey_entry.plan_list import plans_with_surveys
from indicators.survey_entry.saving import check_results, publish_wave, save_wave
from indicators.survey_entry.wave_page import (
    indicators_of,
    publishing_page,
    results_of,
    wave_page,
    wave_url,
)
from plans.admin.opened import Opened
from plans.editing.changed_since import changed_since_box
from plans.editing.merging import CONFLICT, merge_forms, opened_forms
from plans.editing.races import once_more_after_a_race
from plans.models import Plan
from plans.publishing import publishing
from plans.rights import needs

enters_surveys = needs(
    "indicators.add_surveywave",
    "indicators.change_surveywave",
    "indicators.add_surveyresult",
    "indicators.change_surveyresult",
)
_PLAN = ("parent", "judgement_settings")


@enters_surveys
def survey_entry(request):
    return render(request, "staff/surveys/list.html", plans_with_surveys(request.GET))


@enters_surveys
def wave_new(request, plan_slug):
    def stored(*, lock=False):
        rows = Plan.objects.select_related(*_PLAN)
        rows = rows.select_for_update(of=("self",), no_key=True) if lock else rows
        return SurveyWave(plan=get_object_or_404(rows, slug=plan_slug))

    return _entry(request, stored)


@enters_surveys
def wave(request, pk):
    def stored(*, lock=False):
        return get_object_or_404(_waves(lock), pk=pk)

    return _entry(request, stored)


def _waves(lock):
    rows = SurveyWave.objects.select_related(*(f"plan__{name}" for name in _PLAN))
    return rows.select_for_update(of=("self",), no_key=True) if lock else rows


def _entry(request, stored):
    if request.method == "POST":
        return once_more_after_a_race(lambda: _save(request, stored))
    found = stored()
    indicators = indicators_of(found.plan)
    build = wave_forms(found, indicators, results_of(found))
    return _show(request, wave_page(found, indicators, opened_forms(build)))


def _save(request, stored):
    with publishing():
        found = stored(lock=True)
        indicators = indicators_of(found.plan)
        build = wave_forms(found, indicators, results_of(found, lock=True))
        sent = merge_forms(
            build, request.POST, user=request.user, fresh_url=request.path
        )
        check_results(sent.forms)
        if not sent.is_valid:
            status = CONFLICT if sent.box else 200
            return _show(request, wave_page(found, indicators, sent), status)
        saved = save_wave(sent.forms, by=request.user)
    _say_what_was_saved(request, saved, sent)
    if request.POST.get("do") == "publish" and saved.state != PUBLISHED:
        return redirect("survey-wave-publish", saved.pk)
    return redirect(wave_url(saved))


def _say_what_was_saved(request, saved, sent):
    if saved.state == PUBLISHED:
        messages.success(
            request, "直しました。公開ページには、前の内容と理由も出ます。"
        )
    else:
        messages.success(request, "下書きに保存しました。まだ公開していません。")
    if sent.kept_text:
        messages.info(request, sent.kept_text)


def _show(request, page, status=200):
    return render(request, "staff/surveys/wave.html", page, status=status)


@enters_surveys
def wave_publish(request, pk):
    """What visitors will read, then the button that shows it to them."""
    if request.method == "POST":
        with publishing():
            return _publish(request, get_object_or_404(_waves(lock=True), pk=pk))
    found = get_object_or_404(_waves(lock=False), pk=pk)
    return _ask(request, found, results_of(found))


def _publish(request, found):
    results = results_of(found, lock=True)
    records = [found, *results.values()]
    opened = Opened.sent(request.POST)
    if opened is None or not opened.shows(records):
        box = changed_since_box(records, opened, request.user)
        return _ask(request, found, results, box=box, status=CONFLICT)
    try:
        publish_wave(found, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(wave_url(found))
    messages.success(request, "公開しました。公開ページで見られます。")
    return redirect("survey-entry")


def _ask(request, found, results, *, status=200, **shown):
    page = publishing_page(found, indicators_of(found.plan), results, **shown)
    return render(request, "staff/surveys/publish.html", page, status=status)
