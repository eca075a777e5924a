"""計画: what each plan is, and who published it."""

from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce

from indicators.models import JudgementSettings
from plans.models import Plan, Publisher
from welfare_plan.open_data.columns import (
    ORDER,
    column,
    columns_of,
    in_order,
    page_column,
    plan_columns,
    table,
    year_columns,
)
from welfare_plan.open_data.fields import ForeignKey
from welfare_plan.open_data.scopes import Scope
from welfare_plan.samples import SAMPLE_PLAN

_own = columns_of(Plan)
_of_publisher = columns_of(Publisher)
_settings = columns_of(JudgementSettings)
_DEFAULTS = {
    name: JudgementSettings._meta.get_field(name).default
    for name in ("k_on", "k_slight", "regress_tol", "assumed_n")
}
_SHARE = "0から1までの割合です。判定の見方のページで説明しています。"

_COLUMNS = (
    *plan_columns(""),
    column(
        "plan_name",
        "計画の名称",
        "title",
        "working_title",
        make=lambda title, working_title: title or working_title,
        required=True,
    ),
    column(
        "is_working_title",
        "仮の名称",
        "title",
        make=lambda title: not title,
        kind="boolean",
        description="trueは、原典に名称の印刷がなく、このサイトが付けた名称です。",
        required=True,
    ),
    column("publisher_id", "発行者のID", "publisher__slug"),
    column("publisher_name", "発行者", "publisher__name"),
    _own("publisher_as_printed"),
    _own("kind", codes="plan_kind"),
    _own("state", codes="plan_state"),
    *year_columns(
        "period_start_fiscal_year",
        "計画期間の最初の年度",
        "period_start_fy",
        required=False,
    ),
    *year_columns(
        "period_end_fiscal_year",
        "計画期間の最後の年度",
        "period_end_fy",
        required=False,
    ),
    _own("issued_as_printed"),
    column("parent_plan_id", "もとになる計画のID", "public_parent"),
    column("predecessor_plan_id", "前の期の計画のID", "public_predecessor"),
    column("source_id", "原典の番号", "source_document__code", required=True),
    column("source_title", "原典の題名", "source_document__title"),
    column(
        "source_description",
        "どのような資料か",
        "source_document__description",
        required=True,
    ),
    _own("source_heading"),
    _own("level1_label", label="1段目の名前", required=True),
    _own("level2_label", label="2段目の名前", required=True),
    _own("level3_label", label="3段目の名前", required=True),
    _own("activity_label", label="取組の中身の名前", required=True),
    _own("target_label", label="目標の名前", required=True),
    _settings("k_on", path="limit_k_on", description=_SHARE),
    _settings("k_slight", path="limit_k_slight", description=_SHARE),
    _settings("regress_tol", path="limit_regress_tol", description=_SHARE),
    _settings("assumed_n", path="limit_assumed_n"),
    ORDER,
    column(
        "sample",
        "サンプル",
        "slug",
        make=lambda slug: slug == SAMPLE_PLAN,
        kind="boolean",
        description="trueは、試しに使うための作りものの計画です。",
        required=True,
    ),
    page_column("plan-detail", "slug"),
)


def _plans(scope: Scope):
    limits = {
        f"limit_{name}": Coalesce(F(f"judgement_settings__{name}"), Value(default))
        for name, default in _DEFAULTS.items()
    }
    return (
        Plan.objects.filter(scope.within())
        .annotate(
            public_parent=_public_slug("parent"),
            public_predecessor=_public_slug("predecessor"),
            **limits,
        )
        .order_by(*in_order("position", "slug"))
    )


def _public_slug(relation):
    """A plan that is a draft is not named, not even by its address."""
    is_draft = When(**{f"{relation}__state": Plan.State.DRAFT}, then=None)
    return Case(is_draft, default=F(f"{relation}__slug"))


PLANS = table(
    name="plans",
    label="計画",
    description="公開している計画です。1行が1つの計画です。",
    columns=_COLUMNS,
    rows=_plans,
    primary_key=("plan_id",),
    foreign_keys=(
        ForeignKey(("publisher_id",), "publishers", ("publisher_id",)),
        ForeignKey(("parent_plan_id",), "plans", ("plan_id",)),
        ForeignKey(("predecessor_plan_id",), "plans", ("plan_id",)),
    ),
)


def _publishers(scope: Scope):
    # Only those that have a public plan.
    found = Plan.objects.filter(scope.within()).order_by().values("publisher")
    return Publisher.objects.filter(pk__in=found).order_by(*in_order("slug"))


PUBLISHERS = table(
    name="publishers",
    label="発行者",
    description="計画を作った団体と、その計画を使う条件です。",
    columns=(
        column("publisher_id", "発行者のID", "slug", required=True),
        _of_publisher("name"),
        _of_publisher("kind", codes="publisher_kind"),
        _of_publisher("municipality_code"),
        _of_publisher(
            "licence",
            codes="licence",
            description="空欄は未設定です。利用条件は計画を作った団体にお問い合わせください。",
        ),
        _of_publisher("citation"),
        _of_publisher("contact_name"),
        _of_publisher("contact_phone"),
        _of_publisher("contact_email"),
        _of_publisher("contact_url", kind="url"),
    ),
    rows=_publishers,
    primary_key=("publisher_id",),
)
