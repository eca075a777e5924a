"""What is done: initiatives, their activities, who joins in, and how it is reviewed."""

from initiatives.models.activity import Activity
from initiatives.models.answer import OPEN_STATES, WAITING_STATES, Answer, AnswerState
from initiatives.models.cocreation_action import CocreationAction
from initiatives.models.committee_opinion import CommitteeOpinion
from initiatives.models.department import Department
from initiatives.models.initiative import Initiative
from initiatives.models.membership import Membership
from initiatives.models.review import Review
from initiatives.models.voice import Voice

__all__ = [
    "Activity",
    "Answer",
    "AnswerState",
    "CocreationAction",
    "CommitteeOpinion",
    "Department",
    "Initiative",
    "Membership",
    "OPEN_STATES",
    "Review",
    "Voice",
    "WAITING_STATES",
]
