"""The catalogue of all data as DCAT 3 in JSON-LD (https://www.w3.org/TR/vocab-dcat-3/).

One dataset a plan, and one of all plans. Addresses are whole where SITE_URL is set;
otherwise they are relative to the catalogue, as JSON-LD reads them.
"""

import json
from collections.abc import Iterator
from typing import BinaryIO

from plans.licences import LICENCE_IDS
from plans.models import Plan, Publisher
from plans.presenters import plan_name
from welfare_plan.open_data.columns import CHUNK, in_order, page_url
from welfare_plan.open_data.descriptions.period import days_of
from welfare_plan.open_data.scopes import Scope
from welfare_plan.open_data.terms import terms_of

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_JAPANESE = {"@id": "http://id.loc.gov/vocabulary/iso639-1/ja"}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_ZIP = ("csv.zip", "すべての表（CSV）", "application/zip")
_PACKAGE = ("datapackage.json", "表の説明（Data Package）", "application/json")
_WORKBOOK = (
    "plan.xlsx",
    "すべての表（Excel）",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
)
_LICENCE_UNSET = "利用条件は未設定です。計画を作った団体にお問い合わせください。"
_LICENCE_OF_EACH = "利用条件は計画ごとに、計画を作った団体が定めます。"


def write_catalogue(out: BinaryIO, scope: Scope) -> None:
    """Written plan by plan, however many there are."""
    head = json.dumps(_catalogue(), ensure_ascii=False, indent=1)
    out.write(head.removesuffix("\n}").encode())
    out.write(b',\n "dcat:dataset": [\n')
    out.write(_line(_all_plans()))
    for dataset in _of_plans(scope):
        out.write(b",\n" + _line(dataset))
    out.write(b"\n ]\n}\n")


def _line(dataset: dict) -> bytes:
    return json.dumps(dataset, ensure_ascii=False).encode()


def _catalogue() -> dict:
    return {
        "@context": _CONTEXT,
        "@id": page_url("catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": _japanese("地域福祉計画ポータルのデータ"),
        "dct:description": _japanese(
            "公開している地域福祉計画の本文、目標、実績と、その判定です。"
        ),
        "dct:language": _JAPANESE,
        "foaf:homepage": {"@id": page_url("home")},
        "dcat:service": _service(),
    }


def _service() -> dict:
    """The API: the same tables, record by record."""
    return {
        "@id": f"{page_url('api')}#service",
        "@type": "dcat:DataService",
        "dct:title": _japanese("地域福祉計画ポータルのAPI"),
        "dcat:endpointURL": {"@id": page_url("api")},
        "dcat:endpointDescription": {"@id": page_url("api-description")},
        "dcat:servesDataset": {"@id": page_url("data")},
    }


def _all_plans() -> dict:
    files = (_ZIP, _PACKAGE)
    rights = _rights_statement(_LICENCE_OF_EACH)
    return {
        "@id": page_url("data"),
        "@type": "dcat:Dataset",
        "dct:identifier": "all",
        "dct:title": _japanese("すべての計画"),
        "dct:language": _JAPANESE,
        "dcat:distribution": [
            _distribution(page_url("data-file", name), label, media, rights)
            for name, label, media in files
        ],
    }


def _of_plans(scope: Scope) -> Iterator[dict]:
    plans = Plan.objects.filter(scope.within()).order_by(*in_order("position", "slug"))
    plans = plans.select_related("publisher", "source_document", "parent")
    for plan in plans.iterator(chunk_size=CHUNK):
        yield _dataset(plan)


def _dataset(plan: Plan) -> dict:
    files = (_WORKBOOK, _ZIP, _PACKAGE)
    rights = _rights(plan.publisher)
    return {
        "@id": _id_of(plan),
        "@type": "dcat:Dataset",
        "dct:identifier": plan.slug,
        "dct:title": _japanese(plan_name(plan)),
        "dct:description": _japanese(f"{plan.source_document}によります。"),
        "dct:language": _JAPANESE,
        "dct:spatial": {"@type": "dct:Location", **_place(plan)},
        "dcat:landingPage": {"@id": page_url("plan-data", plan.slug)},
        **_publisher(plan.publisher),
        **_period(plan),
        **_parent(plan.parent),
        **_citation(plan),
        "dcat:distribution": [
            _distribution(_file(plan, name), label, media, rights)
            for name, label, media in files
        ],
    }


def _id_of(plan: Plan) -> str:
    return page_url("plan-data", plan.slug)


def _file(plan: Plan, name: str) -> str:
    return page_url("plan-data-file", plan.slug, name)


def _place(plan: Plan) -> dict:
    place = {"dct:title": _japanese(plan.area_name)}
    if plan.publisher and plan.publisher.municipality_code:
        place["dct:identifier"] = plan.publisher.municipality_code
    return place


def _publisher(publisher: Publisher | None) -> dict:
    if publisher is None:
        return {}
    about = {
        "dct:publisher": {
            "@type": "foaf:Organization",
            "foaf:name": _japanese(publisher.name),
        }
    }
    contact = {
        key: value
        for key, value in {
            "vcard:fn": publisher.contact_name,
            "vcard:hasEmail": _address("mailto:", publisher.contact_email),
            "vcard:hasURL": _address("", publisher.contact_url),
            "vcard:tel": publisher.contact_phone,
        }.items()
        if value
    }
    if contact:
        about["dcat:contactPoint"] = {"@type": "vcard:Organization", **contact}
    return about


def _address(start: str, text: str):
    return {"@id": f"{start}{text}"} if text else None


def _period(plan: Plan) -> dict:
    named = zip(("dcat:startDate", "dcat:endDate"), days_of(plan), strict=True)
    days = {name: _day(text) for name, text in named if text}
    return {"dct:temporal": {"@type": "dct:PeriodOfTime", **days}} if days else {}


def _day(text: str) -> dict:
    return {"@type": "xsd:date", "@value": text}


def _parent(parent: Plan | None) -> dict:
    if parent is None or parent.state == Plan.State.DRAFT:
        return {}
    return {"dct:isPartOf": {"@id": _id_of(parent)}}


def _citation(plan: Plan) -> dict:
    (terms,) = terms_of([plan])
    lines = [_japanese(f"出典：{line}") for line in terms["citations"]]
    return {"dct:bibliographicCitation": lines} if lines else {}


def _rights(publisher: Publisher | None) -> dict:
    licence = publisher.licence if publisher else ""
    if licence:
        return {"dct:license": {"@id": LICENCE_IDS[licence]}}
    return _rights_statement(_LICENCE_UNSET)


def _rights_statement(text: str) -> dict:
    return {
        "dct:rights": {"@type": "dct:RightsStatement", "dct:title": _japanese(text)}
    }


def _distribution(url: str, label: str, media: str, rights: dict) -> dict:
    return {
        "@type": "dcat:Distribution",
        "dct:title": _japanese(label),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": {"@id": f"{_MEDIA}{media}"},
        **rights,
    }


def _japanese(text: str) -> dict:
    return {"@value": text, "@language": "ja"}
