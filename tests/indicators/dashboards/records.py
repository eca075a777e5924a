"""Records that only the tests of dashboards need."""

from indicators.models import SurveyResult, SurveyWave
from initiatives.models import Department, Review
from plans.models import Publisher


def a_department(**values):
    publisher, _ = Publisher.objects.get_or_create(
        slug="mihon", defaults={"name": "見本市", "kind": "municipality"}
    )
    defaults = {"code": "fukushi", "name": "福祉政策課"}
    return Department.objects.create(publisher=publisher, **{**defaults, **values})


def a_review(initiative=None, **values):
    subject = values.get("measure") or values.get("policy") or initiative
    defaults = {
        "plan": subject.plan,
        "initiative": initiative,
        "fiscal_year": 2025,
        "rating": "B",
        "comment": "集まりを年4回開きました。",
        "state": "published",
    }
    return Review.objects.create(**{**defaults, **values})


def a_wave(plan, fiscal_year=2025, *, results=(), **values):
    """A published wave; `results` maps indicators to percentages."""
    defaults = {"valid_n": 1000, "state": "published"}
    wave = SurveyWave.objects.create(
        plan=plan, fiscal_year=fiscal_year, **{**defaults, **values}
    )
    for indicator, percent in dict(results).items():
        SurveyResult.objects.create(
            plan=plan, wave=wave, indicator=indicator, percent=percent
        )
    return wave
