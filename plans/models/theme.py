"""Themes of daily life such as 高齢 and 防災, and the field of a record's themes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from plans.fields import PositionField
from plans.history import TrackedRecords
from plans.page_scopes import SITE


class ThemeManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Theme(models.Model):
    """A way in for residents across all plans; the site's own, not a plan's."""

    slug = models.SlugField(
        "アドレス用の名前",
        unique=True,
        max_length=30,
        help_text="半角の英小文字。公開したあとは変えないでください。例：elderly",
    )
    name = models.CharField("名称", max_length=50, unique=True)
    reading = models.CharField("読み", max_length=50, blank=True)
    description = models.TextField(
        "説明", blank=True, help_text="どのような取組が入るかを1文で書きます。"
    )
    position = PositionField("並び順", default=0)

    objects = ThemeManager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "テーマ"
        verbose_name_plural = "テーマ"
        ordering = ["position", "slug"]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("theme", args=[self.slug])

    def publishing_scopes(self):
        return {SITE}


class ThemesField(models.CharField):
    """The slugs of a record's themes with a blank between: "elderly housing".

    A column like any other, so that files, histories and edit conflicts know it
    (docs/decisions/0015-themes.md). Unknown slugs are refused.
    """

    def __init__(self, *args, **options):
        options = {"max_length": 200, "blank": True, "default": "", **options}
        super().__init__(*args, **options)

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        known = set(Theme.objects.values_list("slug", flat=True))
        unknown = [slug for slug in value.split() if slug not in known]
        if unknown:
            names = "」「".join(unknown)
            raise ValidationError(
                f"テーマ「{names}」は登録されていません。"
                "テーマの一覧にある名前を使ってください。"
            )

    def formfield(self, **options):
        from plans.theme_forms import ThemesFormField

        return super().formfield(form_class=ThemesFormField, **options)
