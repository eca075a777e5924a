from django.urls import path

from indicators.survey_entry import views

urlpatterns = [
    path("surveys/", views.survey_entry, name="survey-entry"),
    path("surveys/<slug:plan_slug>/new/", views.wave_new, name="survey-wave-new"),
    path("surveys/<int:pk>/", views.wave, name="survey-wave"),
    path("surveys/<int:pk>/publish/", views.wave_publish, name="survey-wave-publish"),
]
