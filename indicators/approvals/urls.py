from django.urls import path

from indicators.approvals import evidence, views

urlpatterns = [
    path("approvals/", views.approvals, name="approvals"),
    path("checks/", views.conflicts, name="data-conflicts"),
    path("evidence/<int:pk>/", evidence.evidence_file, name="evidence-file"),
]
