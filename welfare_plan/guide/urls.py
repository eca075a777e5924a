from django.urls import path

from welfare_plan.guide import views

urlpatterns = [
    path("guide/", views.guide, name="guide"),
    path("guide/<slug:role>/", views.guide_role, name="guide-role"),
]
