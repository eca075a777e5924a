"""Logging in and setting a password, in the words of the site."""

from functools import partial

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordResetForm,
    UserModel,
)

from welfare_plan.people import mail_later
from welfare_plan.people.mail_limit import is_one_more_allowed


class LoginForm(AuthenticationForm):
    error_messages = {
        "invalid_login": (
            "ログイン名かパスワードが違います。大文字と小文字も確かめてください。"
        ),
        "inactive": "この登録は停止されています。管理者に知らせてください。",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "ログイン名"
        self.fields["password"].label = "パスワード"


class LinkByMailForm(PasswordResetForm):
    """Also for people who never had a password: theirs begins with such a link."""

    email = forms.EmailField(
        label="登録してあるメールアドレス",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": (
                "メールアドレスの形になっていません。例：fukushi@city.example.jp"
            )
        },
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self._request = request

    def get_users(self, email):
        people = UserModel.objects.filter(email__iexact=email, is_active=True)
        return [each for each in people if is_one_more_allowed(each, self._request)]

    def send_mail(self, *args, **kwargs):
        mail_later.send_later(partial(super().send_mail, *args, **kwargs))
