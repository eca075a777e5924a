from django.urls import path

from welfare_plan.changes import public_views as views
from welfare_plan.changes.feeds import ChangesFeed

urlpatterns = [
    path("history/", views.history, name="history"),
    path("feed.atom", ChangesFeed(), name="feed"),
    path("plans/<slug:plan_slug>/history/", views.plan_history, name="plan-history"),
    path("plans/<slug:plan_slug>/feed.atom", ChangesFeed(), name="plan-feed"),
]
