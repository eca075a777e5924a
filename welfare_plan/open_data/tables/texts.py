"""本文: prose, terms, notes about the source, voices, and where to turn to."""

from plans.models import ConsultationWindow, GlossaryTerm, Section, SourceNote
from welfare_plan.open_data.columns import (
    ORDER,
    PLAN_KEY,
    columns_of,
    part_columns,
    plan_columns,
    reference,
    table,
)
from welfare_plan.open_data.tables.levels import key_of, parts_of, source_columns

_section = columns_of(Section)
SECTIONS = table(
    name="sections",
    label="本文の節",
    description="計画、基本方針、基本施策の本文です。1行が見出し1つと、その下の文です。",
    columns=(
        *plan_columns(),
        *part_columns("section", "本文の節"),
        reference("policy_id", "基本方針のID", code="policy__code"),
        reference("measure_id", "基本施策のID", code="measure__code"),
        ORDER,
        _section("kind", codes="section_kind"),
        _section("heading"),
        _section("body"),
        *source_columns(_section),
    ),
    rows=parts_of(Section),
    primary_key=("section_id",),
    foreign_keys=(
        PLAN_KEY,
        key_of("policy", "policies"),
        key_of("measure", "measures"),
    ),
)

_term = columns_of(GlossaryTerm)
GLOSSARY = table(
    name="glossary",
    label="用語",
    description="計画が用語として印を付けた言葉と、計画に書かれた意味です。",
    columns=(
        *plan_columns(),
        *part_columns("term", "用語"),
        ORDER,
        _term("term"),
        _term("reading"),
        _term("definition"),
        *source_columns(_term),
    ),
    rows=parts_of(GlossaryTerm),
    primary_key=("term_id",),
    foreign_keys=(PLAN_KEY,),
)

_note = columns_of(SourceNote)
SOURCE_NOTES = table(
    name="source_notes",
    label="原典の表記についての注記",
    description="原典の誤記や不明な点と、このサイトでの表記、その理由です。",
    columns=(
        *plan_columns(),
        *part_columns("note", "注記"),
        ORDER,
        _note("about_kind", codes="note_about"),
        _note("about_code"),
        _note("category", codes="note_category"),
        _note("printed"),
        _note("shown"),
        _note("reason"),
        _note("certainty", codes="note_certainty"),
        _note("settled", required=True),
    ),
    rows=parts_of(SourceNote),
    primary_key=("note_id",),
    foreign_keys=(PLAN_KEY,),
)

_window = columns_of(ConsultationWindow)
WINDOWS = table(
    name="windows",
    label="相談窓口",
    description="計画に名前の出てくる相談窓口です。",
    columns=(
        *plan_columns(),
        *part_columns("window", "相談窓口"),
        reference("measure_id", "基本施策のID", code="measure__code"),
        ORDER,
        _window("name"),
        _window("about"),
        _window("contact"),
        *source_columns(_window),
    ),
    rows=parts_of(ConsultationWindow),
    primary_key=("window_id",),
    foreign_keys=(PLAN_KEY, key_of("measure", "measures")),
)
