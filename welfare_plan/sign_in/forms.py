"""The one thing that is typed beside a password."""

from django import forms


class CodeForm(forms.Form):
    code = forms.CharField(
        label="確認コード",
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "off"}
        ),
        error_messages={"required": "確認コードを入力してください。"},
    )

    def refuse(self) -> None:
        self.add_error(
            "code",
            "確認コードが違うか、もう使われています。アプリに出ている新しいコードを"
            "入力してください。まちがいが続くと、確かめるまでに時間がかかります。",
        )
