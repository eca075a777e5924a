from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "welfare_plan.sign_in"
    verbose_name = "ログインと利用の記録"

    def ready(self):
        from welfare_plan.sign_in import recording

        recording.connect()
