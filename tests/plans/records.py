"""Small records of the app that not every test needs, like those of tests.factories."""

from itertools import count

from django.contrib.auth import get_user_model

from plans.models import (
    ConsultationWindow,
    GlossaryTerm,
    LoadedRecord,
    PlanImport,
    Publisher,
    Reading,
    Section,
    SiteTerm,
    SourceDocument,
    SourceNote,
    Theme,
)
from tests.factories import a_plan

_numbers = count(1)


def a_publisher(**values):
    number = next(_numbers)
    defaults = {
        "slug": f"publisher-{number}",
        "name": f"見本市{number}",
        "kind": "municipality",
    }
    return Publisher.objects.create(**{**defaults, **values})


def a_document(**values):
    number = next(_numbers)
    defaults = {"code": f"document-{number}", "description": "試験のための資料"}
    return SourceDocument.objects.create(**{**defaults, **values})


def a_section(plan=None, **values):
    number = next(_numbers)
    defaults = {
        "code": f"section-{number}",
        "position": number % 10_000,
        "kind": "other",
        "heading": f"節{number}",
    }
    return Section.objects.create(plan=plan or a_plan(), **{**defaults, **values})


def a_term(plan=None, **values):
    number = next(_numbers)
    defaults = {
        "code": f"g-{number}",
        "position": number % 10_000,
        "term": f"用語{number}",
    }
    return GlossaryTerm.objects.create(plan=plan or a_plan(), **{**defaults, **values})


def a_reading(**values):
    # A kanji that stands in no word of the list, another one each time.
    rare = chr(0x3400 + next(_numbers))
    defaults = {"word": f"{rare}の言葉", "reading": "よみのことば"}
    return Reading.objects.create(**{**defaults, **values})


def a_note(plan=None, **values):
    number = next(_numbers)
    defaults = {
        "code": f"n-{number}",
        "position": number % 10_000,
        "about_kind": "plan",
        "category": "slip",
        "reason": f"理由{number}",
        "certainty": "certain",
    }
    return SourceNote.objects.create(plan=plan or a_plan(), **{**defaults, **values})


def a_theme(**values):
    number = next(_numbers)
    defaults = {"slug": f"theme-{number}", "name": f"テーマ{number}"}
    return Theme.objects.create(**{**defaults, **values})


def a_site_term(**values):
    number = next(_numbers)
    defaults = {
        "slug": f"word-{number}",
        "term": f"言葉その{number}",
        "reading": "ことば",
        "meaning": "このサイトの説明です。",
    }
    return SiteTerm.objects.create(**{**defaults, **values})


def a_window(plan=None, **values):
    number = next(_numbers)
    defaults = {
        "code": f"w-{number}",
        "position": number % 10_000,
        "name": f"相談窓口{number}",
        "about": "困りごとの相談",
    }
    return ConsultationWindow.objects.create(
        plan=plan or a_plan(), **{**defaults, **values}
    )


def a_loaded_record(**values):
    number = next(_numbers)
    defaults = {
        "file_name": "test.yaml",
        "model_label": "plans.plan",
        "natural_key": f"plan-{number}",
        "object_pk": number,
        "digest": "0" * 64,
    }
    return LoadedRecord.objects.create(**{**defaults, **values})


def a_plan_import(**values):
    number = next(_numbers)
    person = get_user_model().objects.create_user(f"importer-{number}")
    defaults = {"file_name": "計画.xlsx", "digest": "0" * 64, "content": {"rows": []}}
    return PlanImport.objects.create(uploaded_by=person, **{**defaults, **values})
