from django.urls import path

from welfare_plan.site_pages import views

urlpatterns = [
    path("about/", views.about, name="about"),
    path("terms/", views.terms, name="terms"),
    path("contact/", views.contact, name="contact"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path(
        "accessibility/results/",
        views.accessibility_results,
        name="accessibility-results",
    ),
]
