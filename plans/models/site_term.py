"""Words that no plan explains, and the portal's own, each with what it means here."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from plans.history import TrackedRecords
from plans.page_scopes import SITE
from plans.prose import lines


def forms_of(term: str, other_forms: str) -> list[str]:
    """Every way in which a term is written, the term itself first."""
    return [term, *lines(other_forms)]


class SiteTermManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class SiteTerm(models.Model):
    """A word explained by the site itself; nothing here is a plan's own statement.

    Where a plan prints a meaning of its own (GlossaryTerm), that one goes first.
    """

    slug = models.SlugField(
        "アドレス用の名前",
        unique=True,
        max_length=50,
        help_text="半角の英小文字。公開したあとは変えないでください。例：frail",
    )
    term = models.CharField("言葉", max_length=100, unique=True)
    reading = models.CharField(
        "読み",
        max_length=100,
        validators=[
            RegexValidator(r"^[ぁ-ゖー・]+\Z", "読みは、ひらがなで入力してください。")
        ],
        help_text="ひらがな。用語集は読みの順に並びます。",
    )
    other_forms = models.TextField(
        "ほかの書き方",
        blank=True,
        help_text="同じ意味の別の書き方や略語を、1行に1つ書きます。例：社協",
    )
    meaning = models.TextField(
        "意味",
        help_text="やさしい言葉で、2文までで書きます。計画の言葉ではありません。",
    )

    objects = SiteTermManager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "サイトの用語"
        verbose_name_plural = "サイトの用語"
        ordering = ["reading", "slug"]

    def __str__(self):
        return self.term

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return f"{reverse('glossary')}#{self.anchor}"

    @staticmethod
    def anchor_of(slug: str) -> str:
        """Its place on the glossary; no anchor of a plan's term starts so."""
        return f"word-{slug}"

    @property
    def anchor(self):
        return self.anchor_of(self.slug)

    @property
    def forms(self):
        return forms_of(self.term, self.other_forms)

    def publishing_scopes(self):
        return {SITE}
