"""Every file obeys the rules for machine-readable data, whatever the texts are."""

import io
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from plans.models import Plan
from tests.welfare_plan.open_data.files import fetched
from tests.welfare_plan.open_data.machine_readability import (
    faults_of_csv,
    faults_of_sheet,
    faults_of_years,
)
from tests.welfare_plan.open_data.nasty import a_nasty_plan
from welfare_plan.open_data.schema import TABLES
from welfare_plan.open_data.sheets import DICTIONARY, TERMS
from welfare_plan.samples import load_samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def nasty():
    return a_nasty_plan()


def faults_of_all_csv(plan=None):
    return {
        table.name: faults
        for table in TABLES
        if (faults := faults_of_csv(fetched(f"{table.name}.csv", plan), table))
    }


def test_the_csv_files_of_all_plans_obey_with_values_in_them():
    load_samples()

    assert faults_of_all_csv() == {}


def test_the_csv_files_of_each_plan_obey():
    faults = {plan.slug: faults_of_all_csv(plan) for plan in Plan.objects.public()}

    assert len(faults) == 7
    assert not any(faults.values()), faults


def test_the_csv_files_of_a_plan_of_awkward_texts_obey(nasty):
    assert faults_of_all_csv(nasty) == {}


def test_the_files_of_a_zip_are_the_files_themselves(nasty):
    with ZipFile(io.BytesIO(fetched("csv.zip", nasty))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}

    names = ["datapackage.json", *(f"{table.name}.csv" for table in TABLES)]
    assert members == {name: fetched(name, nasty) for name in names}


def test_the_workbook_obeys_sheet_by_sheet(nasty):
    book = load_workbook(io.BytesIO(fetched("plan.xlsx", nasty)))
    tables = {table.name: table for table in (*TABLES, DICTIONARY, TERMS)}

    faults = {
        sheet.title: found
        for sheet in book
        if (found := faults_of_sheet(sheet, tables[sheet.title]))
    }

    assert book.sheetnames == list(tables)
    assert faults == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_fiscal_year_stands_beside_the_year_of_the_era(table):
    assert faults_of_years(table) == []
