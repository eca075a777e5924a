from django.urls import path

from indicators import views_judging

urlpatterns = [
    path("how-we-judge/", views_judging.how_we_judge, name="how-we-judge"),
]
