from django.urls import path

from welfare_plan.search import views

urlpatterns = [path("search/", views.search, name="search")]
