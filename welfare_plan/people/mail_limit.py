"""How many mails with a link may go out: few to a person, many from an address at most.

Each is a row in the record of accesses, and those rows are what is counted: all workers
and machines count alike, and a 管理者 sees who was mailed, and from where.
"""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from welfare_plan.sign_in.addresses import counted_as, throttle_address
from welfare_plan.sign_in.models import AccessEvent
from welfare_plan.sign_in.recording import Kind, record

PERIOD = timedelta(minutes=15)
TO_A_PERSON = 3
# A course of new people in a town hall shares one address.
FROM_AN_ADDRESS = 30


@transaction.atomic
def is_one_more_allowed(person: User, request: HttpRequest) -> bool:
    """Whether a mail may go to the person now; if so, it is written down and counts."""
    # Requests for one person that come at once are counted one after the other.
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    sent = AccessEvent.objects.filter(
        kind=Kind.MAIL, at__gt=timezone.now() - PERIOD
    ).order_by()
    if sent.filter(person=person).count() >= TO_A_PERSON:
        return False
    if _count_from(request, sent) >= FROM_AN_ADDRESS:
        return False
    record(request, Kind.MAIL, person)
    return True


def _count_from(request, sent):
    """Counted here: the rows hold whole addresses, and networks are what counts."""
    here = throttle_address(request)
    addresses = sent.values_list("address", flat=True)
    return sum(counted_as(address) == here for address in addresses)
