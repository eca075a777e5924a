from django.urls import path

from indicators.entry import views

urlpatterns = [
    path("figures/", views.my_figures, name="my-figures"),
    path("figures/<int:pk>/", views.figures_entry, name="figures-entry"),
]
