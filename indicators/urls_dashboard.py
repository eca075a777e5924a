from django.urls import path

from indicators import views_dashboard as views

urlpatterns = [
    path("dashboard/", views.dashboard, name="dashboard"),
    path(
        "plans/<slug:plan_slug>/dashboard/", views.plan_dashboard, name="plan-dashboard"
    ),
    path(
        "plans/<slug:plan_slug>/departments/<slug:code>/",
        views.department_dashboard,
        name="department-dashboard",
    ),
]
