"""The days of a plan's period."""

from plans.models import Plan


def days_of(plan: Plan) -> tuple[str, str]:
    """First and last day; empty where not printed. Fiscal years run April to March."""
    start, end = plan.period_start_fy, plan.period_end_fy
    return f"{start}-04-01" if start else "", f"{end + 1}-03-31" if end else ""
