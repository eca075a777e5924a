"""No words lie on anything in the charts of the sample plan and of a real one."""

import pytest

from indicators.models import SurveyIndicator, Target
from indicators.presenters.survey_page import survey_page
from indicators.presenters.target_page import target_for_page, target_page
from plans.models import Plan
from tests.indicators.drawn_charts import covered
from tests.indicators.published import NOVEMBER_R8
from welfare_plan.samples import SAMPLE_PLAN, load_samples

WIDTHS = [288, 328, 400, 576, 704, 1072]


@pytest.mark.django_db
def test_no_words_are_covered_in_the_charts_of_the_plans_with_samples():
    load_samples()
    plans = [SAMPLE_PLAN, "kashiwa-chiiki-fukushi"]

    charts = {
        record.get_absolute_url(): page["chart"]
        for record, page in _pages(plans)
        if page["chart"]
    }

    assert len(charts) > 40
    assert {
        (address, width): words
        for address, chart in charts.items()
        for width in WIDTHS
        if (words := covered(chart, width))
    } == {}


def _pages(plans):
    for plan in Plan.objects.filter(slug__in=plans):
        for target in Target.objects.filter(plan=plan):
            found = target_for_page(Target.objects, plan.slug, target.code).get()
            yield found, target_page(found, NOVEMBER_R8)
        for indicator in SurveyIndicator.objects.filter(plan=plan):
            yield indicator, survey_page(indicator, NOVEMBER_R8)
