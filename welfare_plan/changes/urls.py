from django.urls import path

from welfare_plan.changes import views

urlpatterns = [path("changes/", views.staff_changes, name="staff-changes")]
