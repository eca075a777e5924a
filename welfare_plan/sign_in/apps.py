from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "welfare_plan.sign_in"
    verbose_name = "ログインと利用の記録"

    def ready(self):
        # The first listens for logins, of commands and tests too.
        from welfare_plan.sign_in import idle, recording  # noqa: F401

        recording.connect()
