from django.urls import path

from welfare_plan.new_plans import term_views, views

urlpatterns = [
    path("plans/", term_views.plan_work, name="plan-work"),
    path("plans/new/", views.plan_upload, name="plan-upload"),
    path("plans/template.xlsx", views.plan_template, name="plan-template"),
    path("plans/imports/<int:pk>/", views.plan_import, name="plan-import"),
    path("plans/<slug:plan_slug>/next/", term_views.next_term, name="plan-next-term"),
    path("plans/<slug:plan_slug>/state/", term_views.state, name="plan-state"),
]
