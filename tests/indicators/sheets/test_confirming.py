"""確定: for what was looked at, once, and only while it may be entered."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from indicators.models import SheetImport
from initiatives.models import Membership
from tests import staff_records
from tests.indicators.sheets.office import confirm, csv_file, upload, words_of
from tests.value_records import an_observation


def test_what_changed_since_the_preview_is_shown_again_and_not_overwritten(
    office, clerk
):
    an_observation(target=office.targets[0], value=940, raw="940")
    page = upload(clerk, office, csv_file([office.row(0, "960"), office.row(1, "960")]))
    office.value(0).__class__.objects.filter(pk=office.value(0).pk).update(value=945)

    refused = confirm(clerk, page)

    words = words_of(refused)
    assert refused.status_code == 409
    assert "何も保存していません" in words
    assert "945人／年 → 960人／年" in words
    assert words.count("受け付けたあとに変わりました。") == 1
    assert (office.value(0).value, office.value(1)) == (945, None)


def test_the_fresh_preview_can_be_confirmed(office, clerk):
    an_observation(target=office.targets[0], value=940, raw="940")
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    office.value(0).__class__.objects.filter(pk=office.value(0).pk).update(value=945)

    confirm(clerk, confirm(clerk, page))

    assert office.value(0).value == 960


def test_the_second_of_two_people_is_told_who_was_first(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    planner = staff_records.client_of(office.planner)
    same = planner.get(reverse("import-detail", args=[SheetImport.objects.get().pk]))
    confirm(planner, same)

    told = confirm(clerk, page)

    assert "二度は保存しません" in words_of(told)
    assert office.value(0).history.count() == 1


def test_a_closed_round_takes_nothing_and_says_so(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    office.round.closed_at = timezone.now()
    office.round.save()

    told = confirm(clerk, page)

    assert "終わりました" in words_of(told)
    assert office.value(0) is None


def test_who_left_the_department_meanwhile_stores_nothing(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    Membership.objects.filter(user=office.person).delete()

    told = confirm(clerk, page)

    assert "「福祉課」の項目なので、取り込めません" in words_of(told)
    assert office.value(0) is None


def test_a_cancelled_import_is_not_confirmed(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    clerk.post(reverse("import-cancel", args=[SheetImport.objects.get().pk]))

    told = confirm(clerk, page)

    assert "取りやめました" in words_of(told)
    assert office.value(0) is None


def test_what_was_confirmed_cannot_be_given_up_and_says_so(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "960")]))
    confirm(clerk, page)
    address = reverse("import-cancel", args=[SheetImport.objects.get().pk])

    told = clerk.post(address, follow=True)

    assert "取り込みました" in words_of(clerk.get(page.redirect_chain[0][0]))
    assert "に確定しました。保存したものは、入力の画面で直せます" in words_of(told)
    assert SheetImport.objects.get().state == "confirmed"


def test_a_tick_that_is_missing_keeps_the_others(office, clerk):
    page = upload(clerk, office, csv_file([office.row(0, "-5")]))

    told = confirm(clerk, page, "negative")

    assert "確かめていないことがあります" in words_of(told)
    assert 'value="negative" checked' in told.content.decode()
    assert 'value="far_from_the_path" checked' not in told.content.decode()


def test_somebody_elses_import_cannot_be_seen(office, clerk):
    upload(clerk, office, csv_file([office.row(0, "960")]))
    other = staff_records.a_person("担当課", office.department)
    address = reverse("import-detail", args=[SheetImport.objects.get().pk])

    page = staff_records.client_of(other).get(address)

    assert page.status_code == 404
    assert "R7.csv" not in words_of(
        staff_records.client_of(other).get(reverse("import-list"))
    )


def test_the_list_says_what_became_of_each_file(office, clerk):
    confirm(clerk, upload(clerk, office, csv_file([office.row(0, "960")])))
    upload(clerk, office, csv_file([office.row(1, "960")], name="あとで.csv"))

    words = words_of(clerk.get(reverse("import-list")))

    assert "新規1件、変更0件を下書きに保存しました。" in words
    assert "あとで.csv" in words
    assert "確定待ち" in words
    assert "エラー" not in words


def test_the_list_tells_a_file_with_errors_from_one_that_waits(office, clerk):
    rows = [office.row(0, "960"), office.row(1, "abc")]
    upload(clerk, office, csv_file(rows))

    words = words_of(clerk.get(reverse("import-list")))

    assert "エラーあり" in words
    assert "受け付けたとき、1行にエラーがありました。何も保存していません。" in words
    assert "確定待ち" not in words
    clerk.post(reverse("import-cancel", args=[SheetImport.objects.get().pk]))
    assert "エラー" not in words_of(clerk.get(reverse("import-list")))


def test_a_file_that_an_earlier_release_took_in_is_listed_as_waiting(office, clerk):
    upload(clerk, office, csv_file([office.row(0, "abc")]))
    imported = SheetImport.objects.get()
    del imported.content["wrong_rows"]
    imported.save()

    assert "確定待ち" in words_of(clerk.get(reverse("import-list")))


@pytest.mark.parametrize("do", ["draft", "submit"])
def test_a_round_that_has_not_begun_takes_no_file(office, clerk, do):
    office.round.opens_on = office.round.due_on = date(2099, 5, 1)
    office.round.save()
    page = upload(clerk, office, csv_file([office.row(0, "960")]))

    confirm(clerk, page, do=do)

    assert office.value(0) is None
