"""Makes a site of an export, in an empty database: all of it or nothing."""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import (
    DataError,
    IntegrityError,
    OperationalError,
    connection,
    transaction,
)

from plans.models import Plan
from plans.publishing import publishing
from plans.search.index import rebuild
from welfare_plan.round_trip.contents import SOMEBODY, exported_models, file_of
from welfare_plan.round_trip.errors import RoundTripError
from welfare_plan.round_trip.manifest import NAME, Manifest, read_manifest
from welfare_plan.round_trip.numbers import go_on_after
from welfare_plan.round_trip.records import read_records
from welfare_plan.round_trip.release import migrations, release

_TOGETHER = 500
_AGAIN = "もう一度書き出して、そのまま取り込んでください。"
# What a database, or the way to it, says of values that no export writes.
_REFUSALS = (IntegrityError, DataError, ValueError, ArithmeticError)


def import_site(folder: Path) -> Manifest:
    """Store the whole export; the database must be empty, and of the same release."""
    try:
        return _import(folder)
    except OSError as error:
        raise RoundTripError(
            f"{error.filename or folder} を読めません（{error.strerror}）。"
            "manage.py export_site が書き出したフォルダーか、読む権限があるかを"
            "確かめてください。"
        ) from error
    except OperationalError as error:
        raise RoundTripError(
            f"データベースに書けませんでした（{error}）。何も取り込んでいません。"
            "空きと接続を確かめてから、もう一度取り込んでください。"
        ) from error


def _import(folder):
    manifest = read_manifest(folder)
    _refuse_another_release(manifest)
    _refuse_changed_files(folder, manifest)
    people = get_user_model()
    with publishing("site") as scopes:
        _refuse_records_in_the_way([*exported_models(), people])
        _add_somebody(people)
        for model in exported_models():
            _store_file(model, folder)
        go_on_after([*exported_models(), people])
        _check_links()
        rebuild()
        scopes.update(
            f"plan:{slug}" for slug in Plan.objects.values_list("slug", flat=True)
        )
    return manifest


def _refuse_another_release(manifest):
    ours = migrations()
    differing = sorted(
        f"{app} {theirs}"
        for app, theirs in manifest.migrations.items()
        if ours.get(app) != theirs
    )
    if differing or ours.keys() != manifest.migrations.keys():
        raise RoundTripError(
            f"版{manifest.release}のポータルの書き出しです。このポータル（版{release()}）"
            f"とは、データベースの形が違います（{'、'.join(differing)}）。"
            f"版{manifest.release}のポータルに取り込んでから、この版に上げてください。"
        )


def _refuse_changed_files(folder, manifest):
    if [file_of(model) for model in exported_models()] != list(manifest.files):
        raise RoundTripError(
            f"{NAME}：この版のポータルが書き出すファイルと、一覧が違います。"
            f"版{manifest.release}のポータルに取り込んでください。"
        )
    for name, entry in manifest.files.items():
        path = folder / name
        if not path.is_file():
            raise RoundTripError(f"{name} がありません。{_AGAIN}")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != entry.sha256:
            raise RoundTripError(f"{name} {_what_is_wrong(path, entry)}{_AGAIN}")


def _what_is_wrong(path, entry):
    with path.open("rb") as file:
        lines = sum(line.endswith(b"\n") for line in file)
    if lines != entry.records:
        return f"は{entry.records:,}行のはずが、{lines:,}行です。"
    return "の内容が、書き出したときと違います。"


def _refuse_records_in_the_way(models):
    found = [
        f"{_name_of(model)}{count:,}件"
        for model in models
        if (count := model._base_manager.count())
    ]
    if found:
        raise RoundTripError(
            f"このデータベースには、すでに{'、'.join(found[:5])}"
            f"{'など' if found[5:] else ''}があります。空のデータベースを"
            "DATABASE_URLに設定し、manage.py migrate だけをしてから取り込んでください。"
        )


def _name_of(model):
    if hasattr(model, "instance_type"):
        return f"{model.instance_type._meta.verbose_name}の履歴"
    return model._meta.verbose_name


def _add_somebody(people):
    """Who stands for everybody of the former site: nobody can log in as this person."""
    somebody = people(
        pk=SOMEBODY,
        username="former-site",
        last_name="以前のサイトの職員",
        is_active=False,
    )
    somebody.set_unusable_password()
    somebody.save()


def _store_file(model, folder):
    name = file_of(model)
    try:
        with (folder / name).open(encoding="utf-8", newline="\n") as lines:
            for batch in _batches(read_records(model, lines, name)):
                _store(model, batch, name)
    except UnicodeDecodeError as error:
        raise RoundTripError(f"{name} の文字がUTF-8ではありません。{_AGAIN}") from error


def _batches(found: Iterable) -> Iterator[list]:
    found = iter(found)
    while batch := list(islice(found, _TOGETHER)):
        yield batch


def _store(model, batch, name):
    """At once; where the database refuses that, one by one to tell the line."""
    try:
        with transaction.atomic():
            model._base_manager.bulk_create([record for _, record in batch])
    except _REFUSALS as error:
        if len(batch) > 1:
            for each in batch:
                _store(model, [each], name)
        raise RoundTripError(
            f"{name} の{batch[0][0]}行目：データベースに入れられません。"
            f"{_AGAIN}（{error}）"
        ) from error


def _check_links():
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise RoundTripError(
            f"ファイルの記録どうしのつながりが合いません。{_AGAIN}（{error}）"
        ) from error
