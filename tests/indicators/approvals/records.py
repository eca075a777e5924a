"""Answers on their way, and what an approver's screen sends."""

from plans.versions import version_of
from tests.factories import a_measure, a_plan, a_policy, a_target, an_initiative
from tests.staff_records import a_publisher
from tests.value_records import a_review, an_observation


def an_initiative_of(publisher=None):
    plan = a_plan(publisher=publisher or a_publisher())
    return an_initiative(a_measure(a_policy(plan)))


def submitted(publisher=None, *, target=None, **values):
    """A submitted figure; 960 of the factories' target is on the way in R7."""
    target = target or a_target(an_initiative_of(publisher))
    defaults = {"state": "submitted", "value": 960}
    return an_observation(target=target, **{**defaults, **values})


def a_submitted_review(publisher=None, **values):
    return a_review(
        initiative=an_initiative_of(publisher), **{"state": "submitted", **values}
    )


def key_of(answer):
    kind = "figure" if hasattr(answer, "target") else "review"
    return f"{kind}-{answer.pk}"


def sent(*answers, ticked=None, **values):
    """The form as it stands, with all or some answers ticked."""
    chosen = answers if ticked is None else ticked
    versions = {f"version-{key_of(each)}": version_of(each) for each in answers}
    return {**versions, "row": [key_of(each) for each in chosen], **values}
