"""The screens of a 管理者: who is here, new people, changes, transfers, stops."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from initiatives.models import Department
from plans.fiscal_year import of_date
from plans.person_names import person_name
from plans.places import MOST_OPTIONS, Place, chooser_of
from plans.rights import needs
from welfare_plan.people import actions
from welfare_plan.people.departments import EVERYWHERE, DepartmentWords
from welfare_plan.people.errors import errors_of
from welfare_plan.people.forms import EditForm, NewPersonForm, TransferForm
from welfare_plan.people.list_page import list_page
from welfare_plan.people.person_pages import (
    changes_of,
    conflict_rows,
    crumbs_to,
    head_of,
    items_by_department,
    left_items,
)
from welfare_plan.people.profiles import profile_of, version_of, with_profiles
from welfare_plan.people.rules import may_change

VIEW, ADD, CHANGE = "auth.view_user", "auth.add_user", "auth.change_user"


def _this_year():
    return of_date(timezone.localdate())


def departments_today(within: Q = EVERYWHERE) -> DepartmentWords:
    return DepartmentWords.stored(_this_year(), within)


def _departments_offered(place, person=None) -> DepartmentWords:
    """Those that a form names: all of them, or, of very many, those of a chosen place
    and those that the person is in."""
    keys = Department.objects.order_by().values_list("pk")
    if len(keys[: MOST_OPTIONS + 1]) <= MOST_OPTIONS:
        return departments_today()
    if not place and person is None:
        return DepartmentWords((), _this_year())
    offered = place.of_publishers("publisher__") if place else Q(pk=None)
    if person:
        offered |= Q(memberships__user=person)
    return departments_today(offered)


def _departments_of(people) -> DepartmentWords:
    """Those of people who were read with their memberships."""
    found = {one.department for person in people for one in person.memberships.all()}
    in_order = sorted(found, key=lambda each: (each.publisher.slug, each.code))
    return DepartmentWords(in_order, _this_year())


def _chooser(request, place, departments):
    """The form for a place, where not all departments are named."""
    if not place and len(departments.all) == Department.objects.count():
        return None
    names = [str(each.publisher) for each in departments.existing()]
    return chooser_of(place, request.path, names)


@needs(VIEW)
def people(request):
    departments = _departments_offered(Place())
    in_which = None if departments.all else _departments_of
    page = list_page(
        request.GET, by=request.user, departments=departments, in_which=in_which
    )
    return render(request, "staff/people/list.html", page)


@needs(ADD)
def new(request):
    place = Place.of(request.GET)
    departments = _departments_offered(place)
    form = NewPersonForm(request.POST or None, by=request.user, departments=departments)
    if request.method == "POST" and form.is_valid():
        login = form.cleaned_data["login"]
        person = _tried(
            form, actions.create_person, login, form.profile(), by=request.user
        )
        if person:
            name = person_name(person)
            messages.success(
                request,
                f"{name}さんを登録しました。パスワードは本人が決めます。"
                "そのためのリンクを渡してください。",
            )
            return redirect("person-link", person.pk)
    chooser = _chooser(request, place, departments)
    return _form_page(request, "new", form, chooser=chooser)


@needs(CHANGE)
def edit(request, pk):
    person, place = _person(pk, request.user), Place.of(request.GET)
    departments = _departments_offered(place, person)
    options = {"by": request.user, "departments": departments, "person": person}
    form = EditForm(request.POST or None, **options)
    conflict = []
    if request.method == "POST" and form.is_valid():
        try:
            said = _tried(form, _change, person, form, request.user)
        except actions.ChangedMeanwhile:
            conflict = conflict_rows(form.before, form.profile(), departments)
            form = _with_new_version(EditForm, request.POST, options)
        else:
            if said is not None:
                messages.success(request, _said(person, said))
                return redirect("people")
    return _form_page(
        request,
        "edit",
        form,
        person,
        conflict=conflict,
        chooser=_chooser(request, place, departments),
    )


@needs(CHANGE)
def transfer(request, pk):
    person, place = _person(pk, request.user), Place.of(request.GET)
    departments = _departments_offered(place, person)
    options = {"by": request.user, "departments": departments, "person": person}
    form = TransferForm(request.POST or None, **options)
    if request.method == "POST" and form.is_valid():
        try:
            said = _tried(form, _change, person, form, request.user)
        except actions.ChangedMeanwhile:
            form = _with_new_version(TransferForm, request.POST, options)
            form.add_error(
                None,
                "開いているあいだに、ほかの人がこの人の登録を変えました。"
                "いまの所属を確かめて、もう一度保存してください。",
            )
        else:
            if said is not None:
                messages.success(request, _said(person, said))
                return redirect("people")
    items = items_by_department(person, departments)
    return _form_page(
        request,
        "transfer",
        form,
        person,
        items=items,
        chooser=_chooser(request, place, departments),
    )


@needs(CHANGE)
def stop(request, pk):
    return _set_active(request, _person(pk, request.user), is_active=False)


@needs(CHANGE)
def resume(request, pk):
    return _set_active(request, _person(pk, request.user), is_active=True)


@needs(VIEW)
def changes(request, pk):
    person = _person(pk)
    page = {**head_of(person), "changes": changes_of(person)}
    if not may_change(person, request.user):
        page["ways"] = []
    return render(request, "staff/people/changes.html", page)


def _set_active(request, person, *, is_active):
    errors = []
    if request.method == "POST":
        try:
            actions.set_active(person, is_active, by=request.user)
        except ValidationError as refusal:
            errors = [{"text": text, "href": ""} for text in refusal.messages]
        else:
            messages.success(request, _active_said(person, is_active))
            return (
                redirect("person-link", person.pk) if is_active else redirect("people")
            )
    template = "resume" if is_active else "stop"
    page = {**head_of(person), "errors": errors, "items": left_items(person)}
    return render(request, f"staff/people/{template}.html", page)


def _person(pk, by=None):
    """The person; one that `by` may not change is refused."""
    person = with_profiles(User.objects.filter(pk=pk)).first()
    if person is None:
        raise Http404
    if by is not None and not may_change(person, by):
        raise PermissionDenied
    return person


def _change(person, form, by):
    seen = form.cleaned_data["version"]
    return actions.change_person(person, form.profile(), by=by, seen=seen)


def _tried(form, action, *args, **kwargs):
    """What an action returns; None, with its words in the form, where it refuses."""
    try:
        return action(*args, **kwargs)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None


def _with_new_version(form_class, typed, options):
    """The form as typed, now knowing what is stored: saving again is deliberate."""
    data = typed.copy()
    data["version"] = version_of(profile_of(options["person"]))
    form = form_class(data, **options)
    form.is_valid()
    return form


def _said(person, said):
    name = person_name(person)
    if not said:
        return f"{name}さんの登録は、変わっていません。"
    return f"{name}さんの登録を変えました。{'。'.join(said)}。"


def _active_said(person, is_active):
    name = person_name(person)
    if is_active:
        return f"{name}さんの利用を再開しました。パスワードのリンクを渡してください。"
    return f"{name}さんの利用を停止しました。ログイン中の画面も使えなくなります。"


def _form_page(request, template, form, person=None, **more):
    head = head_of(person) if person else {"crumbs": crumbs_to("職員を登録する")}
    page = {**head, "form": form, "errors": errors_of(form), **more}
    return render(request, f"staff/people/{template}.html", page)
