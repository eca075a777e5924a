"""The second step of a login, the city's own login, and the record of both."""

from django.urls import path

from welfare_plan.sign_in import city, log_views, login_views, people_views, views

urlpatterns = [
    path("login/code/", login_views.code, name="login-code"),
    path("login/code/new/", login_views.new, name="login-code-new"),
    path("city-login/", city.start, name="city-login"),
    # allauth asks for this address by this name.
    path(
        "city-login/<slug:provider_id>/back/",
        city.back,
        name="openid_connect_callback",
    ),
    path("second-factor/", views.own, name="second-factor"),
    path("second-factor/new/", views.new, name="second-factor-new"),
    path("second-factor/codes/", views.codes, name="second-factor-codes"),
    path("second-factor/off/", views.off, name="second-factor-off"),
    path(
        "people/<int:pk>/second-factor/",
        people_views.reset,
        name="person-second-factor",
    ),
    path("access-log/", log_views.access_log, name="access-log"),
]
