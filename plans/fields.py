"""Whole numbers with a range that the form, the model and the database agree on."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plans.fiscal_year import EARLIEST

LATEST = 2199


class RangeField(models.PositiveSmallIntegerField):
    """A small whole number between `low` and `high`, both included."""

    low, high, message = 0, 32_767, ""

    @property
    def validators(self):
        return [
            MinValueValidator(self.low, self.message),
            MaxValueValidator(self.high, self.message),
        ]

    def db_check(self, connection):
        column = connection.ops.quote_name(self.column)
        return f"{column} BETWEEN {self.low} AND {self.high}"

    def formfield(self, **kwargs):
        return super().formfield(**{"min_value": None, "max_value": None, **kwargs})


class FiscalYearField(RangeField):
    """A fiscal year as the western year of its April: 2023 is 令和5年度."""

    low, high = EARLIEST, LATEST
    message = "年度は西暦の4桁の数字で入力してください。令和5年度は2023です。"


class PositionField(RangeField):
    """A place among siblings; the page orders by it."""

    low, high = 0, 9_999
    message = "並び順は0から9999までの数字で入力してください。"
