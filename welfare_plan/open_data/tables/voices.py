"""評価と意見: what departments say of their work, and the committee of a policy."""

from django.db.models import Case, CharField, F, Value, When
from django.db.models.functions import Coalesce

from initiatives.models import CommitteeOpinion, Review
from welfare_plan.open_data.columns import (
    PLAN_KEY,
    column,
    columns_of,
    in_order,
    plan_columns,
    reference,
    sample_column,
    table,
    year_columns,
)
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.tables.levels import key_of

_SUBJECTS = {"initiative": "initiatives", "measure": "measures", "policy": "policies"}


def _heard(model, scope: Scope):
    """What is public: of a year that is over, as on the pages."""
    return model.objects.filter(
        scope.within("plan"),
        state=model.State.PUBLISHED,
        fiscal_year__lte=scope.last_year,
    )


def _reviews(scope: Scope):
    names = {
        f"subject_{name}": Coalesce(*(F(f"{each}__{name}") for each in _SUBJECTS))
        for name in ("code", "title")
    }
    tables = Case(
        *(
            When(**{f"{each}__isnull": False}, then=Value(name))
            for each, name in _SUBJECTS.items()
        ),
        output_field=CharField(),
    )
    rows = _heard(Review, scope).annotate(subject_table=tables, **names)
    return rows.order_by(
        *in_order("plan__position", "plan__slug", "fiscal_year"),
        *in_order("subject_table", "subject_code"),
    )


_review = columns_of(Review)
REVIEWS = table(
    name="reviews",
    label="担当課評価",
    description="担当課が年度ごとに書いた評価です。計画のいちばん下の段について書きます。",
    columns=(
        *plan_columns(),
        column("subject_table", "対象の表", required=True, codes="subject_table"),
        reference("subject_id", "対象のID", code="subject_code", required=True),
        column("subject_title", "対象の名称", required=True),
        *year_columns("fiscal_year", "年度"),
        _review("rating", codes="rating", required=True),
        _review("comment", required=True),
        sample_column(),
    ),
    rows=_reviews,
    primary_key=("subject_table", "subject_id", "fiscal_year"),
    foreign_keys=(PLAN_KEY,),
)


def _opinions(scope: Scope):
    order = ("plan__position", "plan__slug", "policy__position", "policy__code")
    return _heard(CommitteeOpinion, scope).order_by(*in_order(*order, "fiscal_year"))


OPINIONS = table(
    name="opinions",
    label="委員会意見",
    description="推進委員会などが、基本方針ごとに年度のことを述べた意見です。",
    columns=(
        *plan_columns(),
        reference("policy_id", "基本方針のID", code="policy__code", required=True),
        column("policy_title", "基本方針の名称", "policy__title", required=True),
        *year_columns("fiscal_year", "年度"),
        columns_of(CommitteeOpinion)("text"),
        sample_column(),
    ),
    rows=_opinions,
    primary_key=("policy_id", "fiscal_year"),
    foreign_keys=(PLAN_KEY, key_of("policy", "policies")),
)
