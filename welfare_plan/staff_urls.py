"""Addresses below /staff/: what needs a login."""

from django.urls import include, path

from welfare_plan import staff_home

urlpatterns = [
    path("", staff_home.home, name="staff-home"),
    path("", include("welfare_plan.people.urls")),
    path("", include("welfare_plan.sign_in.urls")),
    path("", include("welfare_plan.guide.urls")),
    path("", include("welfare_plan.changes.urls")),
    path("", include("plans.note_work.urls")),
    path("", include("indicators.rounds.urls")),
    path("", include("indicators.approvals.urls")),
    path("", include("indicators.entry.urls")),
    path("", include("indicators.sheets.urls")),
    path("", include("indicators.survey_entry.urls")),
    path("", include("initiatives.opinion_entry.urls")),
    path("", include("indicators.goal_revising.urls")),
    path("", include("welfare_plan.new_plans.urls")),
]
