"""A round with its targets, and files as the people of an office send them."""

import csv
import io
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indicators.models import Observation, SheetImport
from tests import factories, staff_records

HEADINGS = ["コード", "年度", "実績値", "数値でないとき", "速報", "注記", "理由"]


class Office:
    """`targets[0]` goes from 904 to 1,100 人／年; a value of 960 is on track."""

    def __init__(self, size=2, **round_values):
        self.department = staff_records.a_department(name="福祉課")
        self.person = staff_records.a_person("担当課", self.department)
        self.planner = staff_records.a_person("計画担当", is_staff=True)
        publisher = self.department.publisher
        self.round = staff_records.a_round(publisher, **round_values)
        self.plan = factories.a_plan(publisher=publisher, slug=f"p-{publisher.pk}")
        self.initiative = factories.an_initiative(
            factories.a_measure(factories.a_policy(self.plan))
        )
        self.targets = [self.add_target() for _ in range(size)]

    def add_target(self, department=None, **values):
        target = factories.a_target(self.initiative, **values)
        staff_records.an_item(
            self.round, target=target, department=department or self.department
        )
        return target

    def add_review(self):
        return staff_records.an_item(
            self.round, initiative=self.initiative, department=self.department
        )

    def code(self, number=0):
        return f"{self.plan.slug}/{self.targets[number].code}"

    def row(self, number=0, value="", **cells):
        """A line of 実績 under HEADINGS."""
        given = {"コード": self.code(number), "年度": "R7", "実績値": value, **cells}
        return [given.get(heading, "") for heading in HEADINGS]

    def value(self, number=0):
        return Observation.objects.filter(target=self.targets[number]).first()


def csv_file(rows, headings=HEADINGS, name="R7.csv", encoding="utf-8-sig"):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([headings, *rows])
    return SimpleUploadedFile(name, out.getvalue().encode(encoding))


def upload(client, office, file):
    """The answer to a file; that of its preview where it was taken in."""
    address = reverse("sheet", args=[office.round.pk])
    return client.post(address, {"file": file}, follow=True)


def confirm(client, page, *doubts, do="draft", follow=True):
    """Press 確定 on a preview."""
    imported = SheetImport.objects.latest("pk")
    found = re.search(r'name="looked_at" value="(\w+)"', page.content.decode())
    looked_at = found[1] if found else ""
    return client.post(
        reverse("import-detail", args=[imported.pk]),
        {"looked_at": looked_at, "doubt": doubts, "do": do},
        follow=follow,
    )


def words_of(page):
    """The text of a page without its marks."""
    text = re.sub(r"<[^>]+>", " ", page.content.decode())
    return " ".join(text.split())
