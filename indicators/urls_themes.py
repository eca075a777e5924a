from django.urls import path

from indicators import views_themes as views

urlpatterns = [path("themes/<slug:slug>/", views.theme, name="theme")]
