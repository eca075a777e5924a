from django.urls import path

from initiatives import views

urlpatterns = [path("actions/", views.actions, name="actions")]
