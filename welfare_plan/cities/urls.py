from django.urls import path

from welfare_plan.cities import views

urlpatterns = [
    path("prefectures/", views.prefectures, name="prefectures"),
    path("prefectures/<slug:code>/", views.prefecture, name="prefecture"),
    path("cities/", views.cities, name="cities"),
    path("cities/<slug:name>/", views.city, name="city"),
]
