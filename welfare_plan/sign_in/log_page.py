"""The record of logins and files for a 管理者: filters, rows in words, pages."""

from datetime import date, datetime, time, timedelta
from ipaddress import ip_address

from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from plans.fiscal_year import day_text
from plans.page_steps import page_steps_of
from plans.person_names import person_name
from welfare_plan.sign_in.models import AccessEvent

PER_PAGE = 100
UNKNOWN = "分からない"


def log_page(query: QueryDict) -> dict:
    events = _chosen(query).select_related("person")
    page = Paginator(events, PER_PAGE).get_page(query.get("page"))
    return {
        "q": query.get("q", ""),
        "day": query.get("day", ""),
        "kinds": _kinds(query.get("kind", "")),
        "found": f"{page.paginator.count}件が見つかりました。",
        "rows": [_row(event) for event in page.object_list],
        "pager": page_steps_of(page, query),
    }


def _chosen(query) -> QuerySet[AccessEvent]:
    events = AccessEvent.objects.all()
    if query.get("kind") in AccessEvent.Kind:
        events = events.filter(kind=query["kind"])
    if day := _day_of(query.get("day", "")):
        first = timezone.make_aware(datetime.combine(day, time.min))
        events = events.filter(at__gte=first, at__lt=first + timedelta(days=1))
    if word := query.get("q", "").replace("\0", "").strip():
        people = User.objects.filter(
            Q(username__icontains=word)
            | Q(last_name__icontains=word)
            | Q(first_name__icontains=word)
        )
        said = Q(person__in=people) | Q(what__icontains=word)
        if address := _address_of(word):
            said |= Q(address=address)
        events = events.filter(said)
    return events


def _day_of(text):
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    # A day beyond has no next one, or no moment that databases can keep.
    return day if 2000 <= day.year <= 2999 else None


def _address_of(word):
    try:
        return str(ip_address(word))
    except ValueError:
        return None


def _kinds(chosen):
    options = [("", "すべてのできごと"), *AccessEvent.Kind.choices]
    return [
        {"value": value, "text": text, "chosen": value == chosen}
        for value, text in options
    ]


def _row(event):
    local = timezone.localtime(event.at)
    person = event.person
    name = f"{person_name(person)}（{person.username}）" if person else UNKNOWN
    return {
        "when": f"{day_text(local.date())} {local:%H:%M:%S}",
        "who": name,
        "kind": event.get_kind_display(),
        "what": event.what,
        "address": event.address or UNKNOWN,
    }
