"""What is done: initiatives, their activities, who joins in, and who is in charge."""

from initiatives.models.activity import Activity
from initiatives.models.cocreation_action import CocreationAction
from initiatives.models.department import Department
from initiatives.models.initiative import Initiative
from initiatives.models.voice import Voice

__all__ = ["Activity", "CocreationAction", "Department", "Initiative", "Voice"]
