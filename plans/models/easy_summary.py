from django.db import models


class EasySummaryField(models.TextField):
    """やさしい日本語: plain sentences, written by staff, never by a machine."""

    def __init__(self, *args, **options):
        defaults = {
            "verbose_name": "やさしい日本語の説明",
            "blank": True,
            "default": "",
            "help_text": (
                "職員が書きます。短い文で、むずかしい言葉を使わずに書きます。"
                "公開ページでは、計画の本文と分けて示します。"
            ),
        }
        super().__init__(*args, **{**defaults, **options})
