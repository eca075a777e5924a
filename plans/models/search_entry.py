from django.db import models


class SearchEntry(models.Model):
    """One record of a plan as the search finds it; made from the record, never edited.

    `folded` is title and text in the one form of `plans.search.folding`; `pieces` are
    its letters and pairs of letters and the labels of `plans.search.labels`, which the
    index of the database holds. `context` says where in the plan the record stands; it
    is shown and not searched.
    """

    plan = models.ForeignKey(
        "plans.Plan", verbose_name="計画", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField("種類", max_length=20)
    code = models.CharField("コード", max_length=50)
    place = models.BigIntegerField("並び順")
    url = models.CharField("アドレス", max_length=300)
    title = models.TextField("見出し")
    context = models.CharField("場所", max_length=400, blank=True)
    text = models.TextField("本文", blank=True)
    folded_title = models.TextField("検索用の見出し")
    folded = models.TextField("検索用の文")
    pieces = models.TextField("検索用の部分")

    class Meta:
        verbose_name = "検索の見出し"
        verbose_name_plural = "検索の見出し"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "kind", "code"], name="searchentry_once_a_record"
            )
        ]

    def __str__(self):
        return self.title
