"""What the screens of imports say, as ready strings."""

from django.contrib.auth.models import User
from django.utils import timezone

from indicators.models import SheetImport
from plans.fiscal_year import day_text
from plans.person_names import person_name

# What is asked of a person before rows with such a doubt are stored.
DOUBTS = {
    "unit": "単位が登録と違う",
    "negative": "負の数である",
    "decimals": "小数点のある数である",
    "fell_to_zero": "前年度から0になった",
    "slipped_digit": "けた数が前年度と大きく違う",
    "far_from_the_path": "目標までの変化を大きく超えている",
    "falling_total": "累計が減っている",
    "calendar_year": "年度が「年」で書かれている",
    "still_provisional": "速報のままにする",
    "twice": "同じ内容の行が2つ以上ある",
}


def refused_state(imported: SheetImport) -> str:
    """Why an import that is no longer waiting cannot be confirmed."""
    if imported.state == SheetImport.State.CANCELLED:
        return "この取り込みは取りやめました。もう一度取り込んでください。"
    return f"{confirmed_text(imported)}二度は保存しません。"


def not_waiting_text(imported: SheetImport) -> str:
    """Why an import that is no longer waiting cannot be given up."""
    if imported.state == SheetImport.State.CANCELLED:
        return "この取り込みは、すでに取りやめています。"
    return f"{confirmed_text(imported)}保存したものは、入力の画面で直せます。"


def confirmed_text(imported: SheetImport) -> str:
    done = imported.content.get("done", {})
    person = User.objects.filter(pk=done.get("by")).first()
    name = f"{person_name(person)}さんが" if person else ""
    return f"{name}{moment_words(imported.confirmed_at)}に確定しました。"


def done_text(counts: dict, handed_in: int) -> str:
    """What was stored, in one sentence."""
    said = f"新規{counts['new']:,}件、変更{counts['changed']:,}件"
    if handed_in:
        return f"{said}を保存し、{handed_in:,}件を提出しました。"
    return f"{said}を下書きに保存しました。"


def moment_words(moment) -> str:
    """令和8年5月1日 9時05分."""
    local = timezone.localtime(moment)
    return f"{day_text(local.date())} {local.hour}時{local.minute:02}分"
