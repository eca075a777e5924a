from django.urls import path

from indicators.goal_revising import views

urlpatterns = [
    path("goals/", views.goal_plans, name="goal-plans"),
    path("goals/<slug:plan_slug>/", views.goal_choice, name="goal-choice"),
    path("goals/<slug:plan_slug>/revise/", views.goal_revision, name="goal-revision"),
]
