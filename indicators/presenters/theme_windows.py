"""The windows of a theme over all plans: what listens now first."""

from plans.consult_page import ENDED
from plans.models import ConsultationWindow
from plans.presenters import period_is_over

Kind = ConsultationWindow.Kind
_ORDER = [*Kind.values, ENDED]
# Beside the other kinds nothing need be said: their names and words are clear.
_BESIDE = {
    Kind.PLANNED: "これからできるところ",
    Kind.RELATED: "関係する団体や機関",
    ENDED: "終わった計画",
}


def theme_windows(plans, rows: list[dict], today) -> list[dict]:
    """Each window once, also where several plans of a place name it."""
    of_plan = {plan.pk: plan for plan in plans}
    found = {}
    for row in rows:
        plan = of_plan[row["plan_id"]]
        kind = ENDED if period_is_over(plan, today) else row["kind"]
        window = ConsultationWindow(plan=plan, code=row["code"])
        place = (_ORDER.index(kind), plan.position, plan.pk)
        shown = {
            "name": row["name"],
            "url": window.get_absolute_url(),
            "area": plan.area_name,
            "said": _said(row["for_whom"], kind),
        }
        name = (row["name"], plan.area_name)
        found[name] = min(found.get(name, (place, shown)), (place, shown), key=_first)
    return [shown for _, shown in sorted(found.values(), key=_first)]


def _said(for_whom, kind):
    """犯罪や非行をした人の立ち直り（関係する団体や機関）, or one of the two alone."""
    about = _BESIDE.get(kind, "")
    return f"{for_whom}（{about}）" if for_whom and about else for_whom or about


def _first(placed):
    return placed[0]
