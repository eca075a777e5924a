"""What residents read of a review and of an opinion, from the plain values of a row."""

from initiatives.models import Review


def rating_text(row: dict) -> str:
    """B おおむね計画どおり."""
    return f"{row['rating']} {Review.Rating(row['rating']).label}"


REVIEW_WORDS = {
    "評価": rating_text,
    "担当課のことば": lambda row: f"「{row['comment']}」",
}
OPINION_WORDS = {"意見": lambda row: f"「{row['text']}」"}
