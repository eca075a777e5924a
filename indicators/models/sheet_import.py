from django.db import models

from indicators.models.collection_round import CollectionRound
from plans.models import FileImport, confirmed_has_a_moment


class SheetImport(FileImport):
    """シートの取り込み: the answers of a round from a filled-in sheet."""

    round = models.ForeignKey(
        CollectionRound,
        verbose_name="照会",
        on_delete=models.PROTECT,
        related_name="sheet_imports",
    )

    class Meta(FileImport.Meta):
        verbose_name = "シートの取り込み"
        verbose_name_plural = "シートの取り込み"
        constraints = [confirmed_has_a_moment("sheetimport")]
