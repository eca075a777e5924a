"""Logging in and setting a password, in the words of the site."""

from django import forms
from django.contrib.auth.forms import (
    AuthenticationForm,
    PasswordResetForm,
    UserModel,
)


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

    def get_users(self, email):
        return UserModel.objects.filter(email__iexact=email, is_active=True)
