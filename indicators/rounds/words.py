"""Days and numbers of a round in words. Pure."""

from datetime import date

from plans.fiscal_year import day_text, era_text


def due_text(due_on: date, today: date) -> str:
    """あと12日です, 今日までです, 3日過ぎています."""
    days = (due_on - today).days
    if days > 0:
        return f"あと{days}日です"
    return "今日までです" if days == 0 else f"{-days}日過ぎています"


def standing_text(round_, today: date) -> str:
    """Where a round stands in time, in one or two sentences."""
    due = f"しめ切りは{day_text(round_.due_on)}です。"
    if round_.closed_at:
        return f"この照会は終わりました。{due}"
    if today < round_.opens_on:
        return f"入力は{day_text(round_.opens_on)}に始まります。{due}"
    return f"{due}{due_text(round_.due_on, today)}。"


def title_of(round_) -> str:
    return f"{era_text(round_.fiscal_year)}の照会"


def summary_text(round_) -> str:
    """A round that is about to be opened, in one sentence."""
    return (
        f"{round_}です。{day_text(round_.opens_on)}から"
        f"{day_text(round_.due_on)}まで入力できます。"
    )
