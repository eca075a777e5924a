"""What a pressed 催促 button came to, in words."""

from django.contrib import messages

from indicators.rounds.reminding import Outcome
from indicators.rounds.stages import next_possible
from plans.fiscal_year import day_text


def outcome_text(outcome: Outcome) -> tuple[int, str]:
    """The level of the message, and its sentences."""
    said = []
    if outcome.sent:
        said.append(f"催促のメールを{len(outcome.sent)}通送りました。")
    if outcome.too_soon:
        last, again = outcome.too_soon, next_possible(outcome.too_soon)
        rest = "ほかの宛先には" if outcome.sent else ""
        said.append(
            f"{rest}{day_text(last)}に送ったばかりのため、送りませんでした。"
            f"{day_text(again)}から、また送れます。"
        )
    if outcome.failed:
        said.append(
            f"{len(outcome.failed)}通は送れませんでした。宛先とメールの設定を"
            "管理者に確かめてもらってください。"
        )
    if outcome.nobody:
        said.append("催促するものがないか、メールの宛先が登録されていません。")
    is_well = outcome.sent and not outcome.failed
    level = messages.SUCCESS if is_well else messages.WARNING
    return level, "".join(said) or "ほかの人が、同じ催促を送ったところです。"
