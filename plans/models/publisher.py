from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from plans.history import TrackedRecords
from plans.page_scopes import publisher_scope


class PublisherManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Publisher(models.Model):
    """A body that publishes plans: a city, or its council of social welfare."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", "市区町村"
        SOCIAL_WELFARE_COUNCIL = "social_welfare_council", "社会福祉協議会"

    class Licence(models.TextChoices):
        CC_BY = "cc-by-4.0", "クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）"
        PDL = "pdl-1.0", "公共データ利用規約（第1.0版）（PDL1.0）"

    class AccessibilityLevel(models.TextChoices):
        A = "A", "レベルA"
        AA = "AA", "レベルAA"

    slug = models.SlugField("アドレス用の名前", unique=True)
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("種類", max_length=40, choices=Kind.choices)
    municipality_code = models.CharField(
        "全国地方公共団体コード",
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^[0-9]{6}$", "6桁の半角数字で入力してください。")],
        help_text="6桁。分からないときは空欄のままにします。",
    )

    allows_own_approval = models.BooleanField(
        "提出した人が自分で承認してよい",
        default=False,
        help_text="職員が少ない組織のための設定です。使ったことは履歴に残ります。",
    )

    contact_name = models.CharField("お問い合わせの窓口", max_length=100, blank=True)
    contact_phone = models.CharField("お問い合わせの電話", max_length=50, blank=True)
    contact_email = models.EmailField("お問い合わせのメールアドレス", blank=True)
    contact_url = models.URLField("お問い合わせのページ", blank=True)
    licence = models.CharField(
        "利用条件",
        max_length=20,
        choices=Licence.choices,
        blank=True,
        help_text="決まっていなければ空欄のままにします。公開ページに「未設定」と出ます。",
    )
    citation = models.CharField(
        "出典の書き方",
        max_length=300,
        blank=True,
        help_text="使う人が添える1行。空欄なら「名称「計画の名称」」の形で示します。",
    )
    accessibility_level = models.CharField(
        "目標とする適合レベル",
        max_length=3,
        choices=AccessibilityLevel.choices,
        blank=True,
        help_text="JIS X 8341-3:2016の適合レベル",
    )
    accessibility_due_on = models.DateField(
        "適合レベルを満たす期限", null=True, blank=True
    )
    accessibility_exceptions = models.TextField(
        "アクセシビリティの例外", blank=True, help_text="対象にしないものと、その理由"
    )

    objects = PublisherManager()

    history = TrackedRecords()

    class Meta:
        verbose_name = "発行者"
        verbose_name_plural = "発行者"
        ordering = ["slug"]
        indexes = [models.Index(fields=["municipality_code"], name="publisher_by_code")]
        constraints = [
            models.CheckConstraint(
                condition=Q(municipality_code="")
                | Q(municipality_code__regex=r"^[0-9]{6}$"),
                name="publisher_municipality_code_six_digits",
                violation_error_message=(
                    "全国地方公共団体コードは6桁の半角数字で入力してください。"
                ),
            ),
        ]

    def __str__(self):
        return self.name

    def natural_key(self):
        return (self.slug,)

    @property
    def own_scope(self):
        return publisher_scope(self.slug)

    @property
    def address_name(self):
        """A municipality by its code; other bodies share the code, so by their slug."""
        is_city = self.kind == self.Kind.MUNICIPALITY
        return (is_city and self.municipality_code) or self.slug

    def get_absolute_url(self):
        return reverse("city", args=[self.address_name])

    def publishing_scopes(self):
        return {self.own_scope}
