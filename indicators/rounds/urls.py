from django.urls import path

from indicators.rounds import views

urlpatterns = [
    path("rounds/", views.rounds, name="round-list"),
    path("rounds/new/", views.new, name="round-new"),
    path("rounds/<int:pk>/", views.detail, name="round-detail"),
    path("rounds/<int:pk>/change/", views.change, name="round-change"),
    path("rounds/<int:pk>/update/", views.update, name="round-update"),
    path("rounds/<int:pk>/close/", views.close, name="round-close"),
    path("rounds/<int:pk>/reopen/", views.reopen, name="round-reopen"),
    path("rounds/<int:pk>/assign/", views.assign, name="round-assign"),
    path("rounds/<int:pk>/remind/", views.remind, name="round-remind"),
]
