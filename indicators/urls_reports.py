from django.urls import path

from indicators import views_reports as views

urlpatterns = [
    path("plans/<slug:plan_slug>/reports/", views.report_list, name="report-list"),
    path(
        "plans/<slug:plan_slug>/reports/<str:year>/",
        views.report_detail,
        name="report-detail",
    ),
]
