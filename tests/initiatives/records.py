"""Small records of the app that not every test needs, like those of tests.factories."""

from itertools import count

from initiatives.models import Activity, CocreationAction, Department, Voice
from tests.factories import a_measure, an_initiative
from tests.plans.records import a_publisher

_numbers = count(1)


def a_department(publisher=None, **values):
    number = next(_numbers)
    defaults = {"code": f"department-{number}", "name": f"福祉第{number}課"}
    return Department.objects.create(
        publisher=publisher or a_publisher(), **{**defaults, **values}
    )


def an_activity(initiative=None, **values):
    initiative = initiative or an_initiative()
    number = next(_numbers)
    defaults = {"code": f"a-{number}", "position": number, "text": f"活動{number}"}
    return Activity.objects.create(
        **{"plan": initiative.plan, "initiative": initiative, **defaults, **values}
    )


def an_action(measure=None, **values):
    measure = measure or a_measure()
    number = next(_numbers)
    defaults = {
        "code": f"c-{number}",
        "position": number,
        "actor": "citizen",
        "behaviour_change": "あいさつする",
    }
    return CocreationAction.objects.create(
        **{"plan": measure.plan, "measure": measure, **defaults, **values}
    )


def a_voice(measure=None, **values):
    measure = measure or a_measure()
    number = next(_numbers)
    defaults = {
        "code": f"v-{number}",
        "position": number,
        "quotation": f"ことば{number}",
        "role": "民生委員",
    }
    return Voice.objects.create(
        **{"plan": measure.plan, "measure": measure, **defaults, **values}
    )
