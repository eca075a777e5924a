"""What a 管理者 types about a person. The rules themselves stand in `rules`."""

from dataclasses import replace

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator

from welfare_plan.people import rules
from welfare_plan.people.departments import DepartmentWords
from welfare_plan.people.logins import Logins
from welfare_plan.people.profiles import Profile, profile_of, version_of
from welfare_plan.roles import ROLES


class PersonForm(forms.Form):
    """Everything about a person but their departments' change over a year."""

    name = forms.CharField(
        label="氏名",
        max_length=150,
        help_text="職員どうしで分かる書き方にします。公開ページには出ません。",
        error_messages={"required": "氏名を入力してください。"},
    )
    mail = forms.EmailField(
        label="メール（任意）",
        required=False,
        help_text="催促やパスワードのお知らせが届きます。課の共通アドレスでもかまいません。",
        error_messages={
            "invalid": (
                "メールアドレスの形になっていません。例：fukushi@city.example.jp"
            )
        },
    )
    roles = forms.MultipleChoiceField(
        label="役割",
        required=False,
        choices=[(role, f"{role}：{text}") for role, text in ROLES.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    departments = forms.TypedMultipleChoiceField(
        label="所属",
        required=False,
        coerce=int,
        help_text="「担当課」の人が入力できるのは、ここで選んだ課の項目だけです。",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args, by: User, departments: DepartmentWords, person=None, **more
    ):
        self.by, self.all_departments, self.person = by, departments, person
        self.before = profile_of(person) if person else None
        super().__init__(*args, initial=self._initial(), **more)
        offered = departments.existing()
        if self.before:
            # What a person already has is not lost by saving another field.
            offered += [d for d in self.before.departments if d not in offered]
        self.fields["departments"].choices = [
            (one.pk, departments.word(one)) for one in offered
        ]

    def _initial(self):
        if self.before is None:
            return {}
        return {
            "name": self.before.name,
            "mail": self.before.mail,
            "roles": sorted(self.before.roles),
            "departments": [one.pk for one in self.before.departments],
            "version": version_of(self.before),
        }

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            for field, sentence in rules.refusals(
                self.person,
                self.before,
                self.profile(),
                by=self.by,
                departments=self.all_departments,
            ):
                self.add_error(field, sentence)
        return cleaned

    def profile(self) -> Profile:
        """What was typed; needs fields without errors."""
        typed = self.cleaned_data
        found = Profile(
            name=typed["name"],
            mail=typed["mail"],
            roles=frozenset(typed["roles"]),
            departments=frozenset(
                self.all_departments.all[pk] for pk in typed["departments"]
            ),
        )
        if self.before is None:
            return found
        return replace(found, is_active=self.before.is_active)


class EditForm(PersonForm):
    version = forms.CharField(widget=forms.HiddenInput, required=False)


class NewPersonForm(PersonForm):
    login = forms.CharField(
        label="ログイン名",
        max_length=150,
        validators=[
            UnicodeUsernameValidator(message="使える記号は @ . + - _ だけです。")
        ],
        help_text="あとから変えられません。職員番号など、重ならないものにします。",
        error_messages={"required": "ログイン名を入力してください。"},
    )
    field_order = ("login", "name", "mail", "roles", "departments")

    def clean_login(self):
        login = User.normalize_username(self.cleaned_data["login"])
        if User.objects.filter(username=login).exists():
            raise forms.ValidationError(
                "このログイン名は、ほかの人が使っています（停止中の人も含みます）。"
            )
        if mistaken := Logins().mistaken_for(login):
            raise forms.ValidationError(mistaken)
        return login


class TransferForm(forms.Form):
    """異動: the departments to leave and to join, on one screen."""

    leaving = forms.TypedMultipleChoiceField(
        label="離れる課",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    joining = forms.TypedMultipleChoiceField(
        label="新しく所属する課",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, by: User, departments: DepartmentWords, person, **more):
        self.by, self.all_departments, self.person = by, departments, person
        self.before = profile_of(person)
        super().__init__(*args, initial={"version": version_of(self.before)}, **more)
        mine = self.before.departments
        self.fields["leaving"].choices = [
            (pk, departments.word(one))
            for pk, one in departments.all.items()
            if one in mine
        ]
        self.fields["joining"].choices = [
            (one.pk, departments.word(one))
            for one in departments.existing()
            if one not in mine
        ]

    def clean(self):
        cleaned = super().clean()
        if self.errors:
            return cleaned
        if not cleaned["leaving"] and not cleaned["joining"]:
            self.add_error("joining", "離れる課か、新しく所属する課を選んでください。")
            return cleaned
        for field, sentence in rules.refusals(
            self.person,
            self.before,
            self.profile(),
            by=self.by,
            departments=self.all_departments,
        ):
            self.add_error("joining" if field == "departments" else None, sentence)
        return cleaned

    def profile(self) -> Profile:
        chosen, pool = self.cleaned_data, self.all_departments.all
        left = {pool[pk] for pk in chosen["leaving"]}
        joined = {pool[pk] for pk in chosen["joining"]}
        return replace(self.before, departments=self.before.departments - left | joined)
