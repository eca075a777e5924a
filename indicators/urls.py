from django.urls import path

from indicators import views

urlpatterns = [
    path("plans/<slug:plan_slug>/", views.plan_detail, name="plan-detail"),
    path(
        "plans/<slug:plan_slug>/policies/<code:code>/",
        views.policy_detail,
        name="policy-detail",
    ),
    path(
        "plans/<slug:plan_slug>/measures/<code:code>/",
        views.measure_detail,
        name="measure-detail",
    ),
    path(
        "plans/<slug:plan_slug>/initiatives/<code:code>/",
        views.initiative_detail,
        name="initiative-detail",
    ),
    path(
        "plans/<slug:plan_slug>/targets/<code:code>/",
        views.target_detail,
        name="target-detail",
    ),
    path(
        "plans/<slug:plan_slug>/surveys/<code:code>/",
        views.survey_detail,
        name="survey-detail",
    ),
]
