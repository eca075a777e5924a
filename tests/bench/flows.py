"""The ways to store the same 10,000 figures. Imported once Django is set up."""

import re
import time

import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from import_export import fields, resources, widgets

from indicators.models import Observation, SheetImport, Target
from tests.bench.big_round import BigRound

OURS, STOCK, LIMIT, COPY = "ours", "stock", "limit", "copy"


class StockResource(resources.ModelResource):
    """As its documentation has it: validated, skipping what is unchanged."""

    target = fields.Field(
        attribute="target",
        column_name="code",
        widget=widgets.ForeignKeyWidget(Target, "code"),
    )

    class Meta:
        model = Observation
        fields = ("target", "fiscal_year", "value", "note")
        import_id_fields = ("target", "fiscal_year")
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True


class Flows:
    def __init__(self, size):
        self.big = BigRound(size)
        self.size = size
        self.client = Client()
        self.client.force_login(self.big.person)
        # The first request of a process loads every module.
        self.client.get(f"/staff/figures/{self.big.round.pk}/sheet/")
        self.ours = self.big.file()
        rows = [(t.code, 2025, 1000 + n, f"記入{n}") for n, t in self._numbered()]
        headers = ["code", "fiscal_year", "value", "note"]
        self.stock = tablib.Dataset(*rows, headers=headers).export("csv")

    def _numbered(self):
        return enumerate(self.big.targets)

    def run(self, name) -> dict | None:
        """The seconds of its steps, where a flow has several."""
        ways = {
            OURS: self._ours,
            STOCK: self._stock,
            LIMIT: self._limit,
            COPY: self._copy,
        }
        steps = ways[name]()
        assert Observation.objects.count() == self.size
        return steps

    def _ours(self):
        marks = [time.perf_counter()]
        file = SimpleUploadedFile("R7.csv", self.ours)
        address = f"/staff/figures/{self.big.round.pk}/sheet/"
        sent = self.client.post(address, {"file": file})
        marks.append(time.perf_counter())
        page = self.client.get(sent.url).content.decode()
        marks.append(time.perf_counter())
        looked_at = re.search(r'name="looked_at" value="(\w+)"', page)[1]
        self.client.post(sent.url, {"looked_at": looked_at, "do": "draft"})
        marks.append(time.perf_counter())
        assert SheetImport.objects.get().state == "confirmed"
        names = ("upload", "preview", "confirm")
        return {n: marks[i + 1] - marks[i] for i, n in enumerate(names)}

    def _stock(self):
        for dry_run in (True, False):
            data = tablib.Dataset().load(self.stock, format="csv")
            done = StockResource().import_data(
                data,
                dry_run=dry_run,
                use_transactions=True,
                rollback_on_validation_errors=True,
            )
            assert not done.has_errors()

    @transaction.atomic
    def _limit(self):
        found = self._observations()
        relations = {f.name for f in Observation._meta.fields if f.is_relation}
        for each in found:
            each.clean_fields(exclude=relations)
        Observation.objects.bulk_create(found)

    @transaction.atomic
    def _copy(self):
        """What PostgreSQL can take at most: no validation, no keys given back."""
        fields = [f for f in Observation._meta.concrete_fields if not f.primary_key]
        table = connection.ops.quote_name(Observation._meta.db_table)
        columns = ", ".join(connection.ops.quote_name(f.column) for f in fields)
        statement = f"COPY {table} ({columns}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in self._observations():
                copy.write_row(
                    [f.get_prep_value(f.pre_save(row, True)) for f in fields]
                )

    def _observations(self):
        return [
            Observation(
                target_id=target.pk,
                fiscal_year=2025,
                value=1000 + number,
                raw=str(1000 + number),
                note=f"記入{number}",
            )
            for number, target in self._numbered()
        ]
