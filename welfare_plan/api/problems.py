"""What went wrong with a request, as problem+json (RFC 9457) in Japanese."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.urls import reverse

from welfare_plan.api.json_text import json_text
from welfare_plan.api.sharing import SHARED
from welfare_plan.open_data.columns import absolute

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Kind:
    """`name` is the place on the page of documentation that `type` points at."""

    name: str
    status: int
    title: str
    help: str


UNKNOWN_PARAMETER = Kind(
    "unknown-parameter",
    400,
    "知らないパラメーターです",
    "名前を確かめてください。使える名前は、項目knownにあります。",
)
REPEATED_PARAMETER = Kind(
    "repeated-parameter",
    400,
    "同じパラメーターが2回以上あります",
    "1つにしてください。",
)
MISSING_PARAMETER = Kind(
    "missing-parameter",
    400,
    "必要なパラメーターがありません",
    "項目parameterの名前のパラメーターを付けてください。",
)
BAD_VALUE = Kind(
    "bad-value",
    400,
    "パラメーターの値を読めません",
    "項目detailの説明に合わせて、値を書き直してください。",
)
NOT_FOUND = Kind(
    "not-found",
    404,
    "見つかりません",
    "IDを確かめてください。公開を取りやめた記録も、見つからなくなります。",
)
UNKNOWN_ADDRESS = Kind(
    "unknown-address",
    404,
    "このアドレスはAPIにありません",
    "アドレスの一覧は、このページにあります。",
)
WRONG_METHOD = Kind(
    "wrong-method",
    405,
    "このメソッドは使えません",
    "読むだけのAPIです。GETかHEADを使ってください。",
)
BAD_REQUEST = Kind(
    "bad-request",
    400,
    "問い合わせを読めません",
    "ヘッダーHostと、アドレスの書き方を確かめてください。",
)
FAILED = Kind(
    "failed",
    500,
    "サイトの側で問題が起きました",
    "時間をおいて、もう一度試してください。続くときは、お問い合わせください。",
)
UNAVAILABLE = Kind(
    "unavailable",
    503,
    "いまは答えられません",
    "ヘッダーRetry-Afterの秒数だけ待って、もう一度試してください。",
)
KINDS = (
    UNKNOWN_PARAMETER,
    REPEATED_PARAMETER,
    MISSING_PARAMETER,
    BAD_VALUE,
    NOT_FOUND,
    UNKNOWN_ADDRESS,
    WRONG_METHOD,
    BAD_REQUEST,
    FAILED,
    UNAVAILABLE,
)


@dataclass
class Problem(Exception):
    """`more` are members beside the usual ones, such as the name of a parameter."""

    kind: Kind
    detail: str
    more: dict = field(default_factory=dict)
    headers: dict = field(default_factory=dict)

    def response(self) -> HttpResponse:
        body = {
            "type": f"{absolute(reverse('api'))}#{self.kind.name}",
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            **self.more,
        }
        return HttpResponse(
            json_text(body),
            status=self.kind.status,
            content_type=CONTENT_TYPE,
            headers={
                "Cache-Control": "no-store",
                **SHARED,
                **self.headers,
            },
        )
