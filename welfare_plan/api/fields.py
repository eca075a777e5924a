"""The values of the API that no table of the open data has a column for.

Those that a table has are taken from it, with name, label and description.
"""

from collections.abc import Iterable
from dataclasses import replace

from welfare_plan.api.filters import field_of
from welfare_plan.api.judgements import SOURCE
from welfare_plan.api.plans import LABELS
from welfare_plan.open_data.fields import Field

SOURCE_FIELDS = tuple(each.field for each in SOURCE)


def _taken(table: str, names: str, *, required: Iterable[str] = ()) -> tuple:
    found = (field_of(table, name) for name in names.split())
    return tuple(replace(field, required=field.name in required) for field in found)


_JUDGED = (
    "fiscal_year",
    "fiscal_year_wareki",
    "provisional",
    "auto_status",
    "sentence",
    "sample",
)
JUDGEMENT_FIELDS = (
    *_taken("observations", "fiscal_year fiscal_year_wareki", required=_JUDGED),
    *_taken("observations", "auto_status", required=_JUDGED),
    Field(
        "auto_status_label",
        "自動判定（言葉）",
        description="ページに出る言葉です。判定できない理由も入ります。",
        required=True,
    ),
    *_taken("observations", "sentence", required=_JUDGED),
    *_taken("observations", "unit value value_state provisional", required=_JUDGED),
    *_taken("observations", "expected_value progress_pct auto_status_reason"),
    *_taken("observations", "rule_version note reason revision"),
    *_taken("revisions", "published_at"),
    Field(
        "is_published",
        "公表した判定",
        "boolean",
        "trueは、実績とともに公表した判定です。あとから計算し直しません。"
        "falseは、公表した実績がない年度について、いま言えることです。",
        required=True,
    ),
    *_taken("observations", "sample", required=_JUDGED),
)
STEP_FIELDS = (
    Field("title", "計算の名前", required=True),
    Field("sum", "計算", description="数を入れた計算と、その答えです。", required=True),
)
LIMIT_FIELDS = _taken("plans", "k_on k_slight regress_tol")
PLAN_LABELS = tuple(field_of("plans", name) for name in LABELS)


def node_fields(table: str, word: str) -> tuple[Field, ...]:
    """A record of a level as it stands in the tree."""
    names = (f"{word}_id", f"{word}_code", "label", "title", "page_url")
    return tuple(field_of(table, name) for name in names)


def leaf_fields(table: str, word: str, title: str) -> tuple[Field, ...]:
    names = (f"{word}_id", f"{word}_code")
    return (
        *(field_of(table, name) for name in names),
        Field("title", title, required=True),
        field_of(table, "page_url"),
    )


FOUND_FIELDS = (
    Field("kind", "種類", description="見つかった記録の種類です。", required=True),
    Field(
        "kind_label",
        "種類（計画の言葉）",
        description="計画の言葉で書いた種類です。",
        required=True,
    ),
    field_of("plans", "plan_id"),
    field_of("plans", "plan_name"),
    Field(
        "code",
        "コード",
        description="計画の中のコードです。計画そのものではnullです。",
    ),
    Field("title", "見出し", required=True),
    Field("context", "場所", description="計画のどこにあるかです。"),
    Field("excerpt", "文の抜き出し", description="さがした言葉のある文です。"),
    field_of("plans", "page_url"),
)
