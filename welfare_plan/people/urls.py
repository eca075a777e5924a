"""Logging in and out; people and passwords."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from welfare_plan.people import accounts, link_views, upload_views, views

urlpatterns = [
    path("login/", accounts.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", accounts.PasswordChange.as_view(), name="password-change"),
    path("password/forgotten/", accounts.PasswordReset.as_view(), name="password-mail"),
    path(
        "password/forgotten/sent/",
        accounts.PasswordResetSent.as_view(),
        name="password-mail-sent",
    ),
    path(
        "password/set/<uidb64>/<token>/",
        accounts.PasswordSet.as_view(),
        name="password-set",
    ),
    path("people/", views.people, name="people"),
    path("people/new/", views.new, name="person-new"),
    path("people/<int:pk>/", views.edit, name="person-edit"),
    path("people/<int:pk>/transfer/", views.transfer, name="person-transfer"),
    path("people/<int:pk>/stop/", views.stop, name="person-stop"),
    path("people/<int:pk>/resume/", views.resume, name="person-resume"),
    path("people/<int:pk>/password/", link_views.person_link, name="person-link"),
    path("people/<int:pk>/changes/", views.changes, name="person-changes"),
    path("people/upload/", upload_views.upload, name="people-upload"),
    path("people/upload/check/", upload_views.check, name="people-upload-check"),
    path("people/template.csv", upload_views.template, name="people-template"),
    path("people/people.csv", upload_views.download, name="people-csv"),
]
