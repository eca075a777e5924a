"""Two people press 確定 on one preview at the same moment."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from indicators.models import Observation, SheetImport
from indicators.sheets.asked import Asked
from indicators.sheets.confirming import Wish, confirm, plan_now
from indicators.sheets.refusals import Refused
from indicators.sheets.taking_in import take_in
from tests.bench.big_round import BigRound
from tests.own_connections import in_threads, patient_connection
from tests.staff_records import a_person

pytestmark = pytest.mark.django_db(transaction=True)
SIZE = 200


def test_one_stores_everything_and_the_other_is_told(tmp_path):
    big, planner = BigRound(SIZE), a_person("計画担当")
    imported = take_in(
        SimpleUploadedFile("R7.csv", big.file()), big.round, by=big.person
    )

    def confirming(person):
        def job():
            kept = SheetImport.objects.get(pk=imported.pk)
            looked_at = plan_now(kept, Asked(kept.round, person)).digest()
            try:
                confirm(kept.pk, Wish(looked_at), by=person, today=timezone.localdate())
            except Refused as refused:
                return str(refused)
            finally:
                counted.append(
                    (Observation.objects.count(), Observation.history.count())
                )
            return "stored"

        return job

    counted = []
    own = patient_connection(tmp_path)
    said = in_threads(own, confirming(big.person), confirming(planner))

    assert sorted(text == "stored" for text in said) == [False, True]
    assert any("二度は保存しません" in text for text in said)
    assert set(counted) == {(SIZE, SIZE)}
