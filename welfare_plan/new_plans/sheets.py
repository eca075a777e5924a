"""What the workbook of a new plan holds: its sheets and columns."""

from dataclasses import dataclass, field

from indicators.models import SurveyIndicator, Target
from plans.models import Plan, Publisher

PLAN, POLICY, MEASURE = "計画", "基本方針", "基本施策"
INITIATIVE, TARGET, SURVEY = "主な取組", "取組目標", "評価項目"
GUIDE = "使い方"


@dataclass(frozen=True)
class Field:
    """One column. `name` is what its cell becomes; `kind` is how the cell is read.

    The kinds: text (one line), prose, code, parent (a code or a name of a row above),
    year, cell (a value that is read with its unit) and choice.
    """

    name: str
    heading: str
    example: str
    note: str = ""
    kind: str = "text"
    is_required: bool = False
    choices: dict[str, str] = field(default_factory=dict)
    width: int = 16


@dataclass(frozen=True)
class PlanSheet:
    """One sheet; `parents` are the sheets whose rows its own belong to."""

    name: str
    fields: tuple[Field, ...]
    parents: tuple[str, ...] = ()

    def heading(self, name: str) -> str:
        """The heading of a field; empty where the sheet has no such column."""
        return next((each.heading for each in self.fields if each.name == name), "")


def _words(choices) -> dict[str, str]:
    return {label: value for value, label in choices.choices}


_CODE = Field(
    "code",
    "コード",
    "1-1",
    "アドレスになります。空欄なら上から順に付けます。",
    kind="code",
    width=10,
)
_LABEL = Field("label", "番号の表記", "基本施策 1", "計画書の印刷のとおりに。")
_YEAR_NOTE = "令和9年度、R9、2027のどれでも。"


def _parent(heading, example):
    said = "属する行のコードか名称を書きます。"
    return Field("parent", heading, example, said, kind="parent", is_required=True)


def _title(example):
    return Field("title", "名称", example, kind="text", is_required=True, width=36)


def _prose(name, heading, example, note=""):
    return Field(name, heading, example, note, kind="prose", width=48)


def _year(name, heading, example):
    return Field(name, heading, example, _YEAR_NOTE, kind="year", width=12)


_LEVELS = "この計画での呼び名。空欄なら「{}」です。"

SHEETS = (
    PlanSheet(
        PLAN,
        (
            Field(
                "title",
                "計画の名称",
                "第4期 見本市地域福祉計画",
                is_required=True,
                width=36,
            ),
            Field("area_name", "地域", "見本市", "市や区の名前。", is_required=True),
            Field(
                "publisher",
                "発行者",
                "見本市",
                "登録がなければ新しく登録します。",
                is_required=True,
            ),
            Field(
                "publisher_kind",
                "発行者の種類",
                "市区町村",
                "新しい発行者では必ず選びます。",
                kind="choice",
                choices=_words(Publisher.Kind),
            ),
            Field(
                "municipality_code",
                "全国地方公共団体コード",
                "999997",
                "6桁。分からなければ空欄。",
                kind="code",
            ),
            Field(
                "kind",
                "計画の種類",
                "行政計画",
                kind="choice",
                choices=_words(Plan.Kind),
            ),
            _year("period_start_fy", "最初の年度", "令和9年度"),
            _year("period_end_fy", "最後の年度", "令和14年度"),
            Field(
                "slug",
                "アドレス用の名前",
                "mihon-fukushi-4",
                "半角の英数字とハイフン。空欄なら付けます。",
                kind="code",
            ),
            Field("level1_label", "1段目の呼び名", "柱", _LEVELS.format("基本方針")),
            Field("level2_label", "2段目の呼び名", "施策", _LEVELS.format("基本施策")),
            Field("level3_label", "3段目の呼び名", "取組", _LEVELS.format("主な取組")),
            Field(
                "activity_label",
                "取組の中身の呼び名",
                "参考事業",
                _LEVELS.format("具体的な取組"),
            ),
            Field(
                "target_label", "目標の呼び名", "取組目標", _LEVELS.format("取組目標")
            ),
            _prose(
                "source",
                "原典の説明",
                "令和9年3月発行の計画書",
                "何を書き写したかを書きます。",
            ),
        ),
    ),
    PlanSheet(
        POLICY,
        (
            _CODE,
            _LABEL,
            _title("みんなで支え合う地域づくり"),
            _prose("overview", "説明", "支え合いの活動を広げます。"),
        ),
    ),
    PlanSheet(
        MEASURE,
        (
            _parent("基本方針", "1"),
            _CODE,
            _LABEL,
            _title("見守りのある地域づくり"),
            _prose("description", "説明", "見守りの担い手を増やします。"),
        ),
        (POLICY,),
    ),
    PlanSheet(
        INITIATIVE,
        (
            _parent("基本施策", "1-1"),
            _CODE,
            _LABEL,
            _title("見守り活動への支援"),
            _prose("description", "説明", "活動する団体を支援します。"),
            _prose(
                "activities", "具体的な取組", "見守り講座", "1行に1つずつ書きます。"
            ),
            Field(
                "department", "担当課", "福祉政策課", "登録がなければ新しく登録します。"
            ),
        ),
        (MEASURE,),
    ),
    PlanSheet(
        TARGET,
        (
            _parent("主な取組", "1-1-1"),
            _CODE,
            Field(
                "name",
                "名称",
                "見守り講座の参加者",
                "言葉による目標では空欄でもかまいません。",
                width=36,
            ),
            Field(
                "baseline_value",
                "基準値",
                "904",
                "空欄なら記載なしになります。",
                kind="cell",
            ),
            Field("unit", "単位", "人／年"),
            _year("baseline_fiscal_year", "基準年度", "令和7年度"),
            Field(
                "goal_value",
                "目標値",
                "1,100",
                "決まっていなければ「未定」。",
                kind="cell",
            ),
            Field("goal_unit", "目標値の単位", "", "単位と同じなら空欄。"),
            _year("goal_fiscal_year", "目標年度", "令和14年度"),
            _prose("goal_text", "言葉による目標", "", "数値で表さない目標だけ。"),
            Field(
                "evaluation_mode",
                "判定のしかた",
                "目標に向かう",
                "空欄なら「目標に向かう」です。",
                kind="choice",
                choices=_words(Target.EvaluationMode),
            ),
            Field(
                "direction",
                "めざす向き",
                "増やす",
                kind="choice",
                choices=_words(Target.Direction),
            ),
            Field(
                "measure_type",
                "値の種類",
                "年間の量",
                kind="choice",
                choices=_words(Target.MeasureType),
            ),
            _year("cumulative_from_fy", "累計を始めた年度", ""),
            Field(
                "department", "担当課", "福祉政策課", "登録がなければ新しく登録します。"
            ),
        ),
        (INITIATIVE, MEASURE),
    ),
    PlanSheet(
        SURVEY,
        (
            _parent("基本方針", "1"),
            _CODE,
            Field(
                "question",
                "評価項目（問い）",
                "近所の人と助け合っている",
                is_required=True,
                width=36,
            ),
            Field("answer", "数える回答", "そう思う", is_required=True),
            Field("baseline_value", "基準値（％）", "30.2", kind="cell"),
            _year("baseline_fiscal_year", "基準年度", "令和7年度"),
            Field(
                "desired_direction",
                "めざす向き",
                "増やす",
                kind="choice",
                is_required=True,
                choices=_words(SurveyIndicator.Direction),
            ),
        ),
        (POLICY,),
    ),
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
