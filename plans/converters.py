"""Address parts that Django has no converter for."""

from django.urls import register_converter

from plans.models.plan_part import CODE_PATTERN


class CodeConverter:
    """The code of a plan part, such as 1-1."""

    regex = CODE_PATTERN

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(CodeConverter, "code")
