import pytest

from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.indicators.dashboards.standings import TODAY, publish_values


@pytest.fixture(autouse=True)
def _september_of_r8(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)


@pytest.fixture
def plan():
    return a_plan(slug="mihon", title="見本市地域福祉計画")


@pytest.fixture
def targets(plan):
    """Four targets in two policies: better, worse, new and not reported in R7."""
    one = an_initiative(a_measure(a_policy(plan, code="1", title="支えあい")))
    two = an_initiative(a_measure(a_policy(plan, code="2", title="安全・安心")))
    better = a_target(one, code="better", name="よくなった目標")
    worse = a_target(one, code="worse", name="悪くなった目標")
    new = a_target(two, code="new", name="新しい目標", measure_type="flow")
    waiting = a_target(two, code="waiting", name="報告のない目標")
    publish_values(better, r6="922", r7="1112")
    publish_values(worse, r6="931", r7="880")
    publish_values(new, r7="958")
    publish_values(waiting, r6="931")
    return {"better": better, "worse": worse, "new": new, "waiting": waiting}
