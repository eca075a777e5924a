from django.urls import path

from initiatives.opinion_entry import views

urlpatterns = [
    path("opinions/", views.opinion_entry, name="opinion-entry"),
    path(
        "opinions/<slug:plan_slug>/<int:fiscal_year>/",
        views.opinions,
        name="opinions-of-year",
    ),
]
