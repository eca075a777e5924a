"""The address of a page that has one alone: {% address 'glossary' %}.

`{% url %}` looks it up anew each time, which for the twenty links around every page
took as long as a query.
"""

from django import template

from plans.addresses import address_of

register = template.Library()


@register.tag
def address(parser, token):
    _, quoted = token.split_contents()
    return _Address(quoted.strip("'\""))


class _Address(template.Node):
    def __init__(self, page):
        self.page = page

    def render(self, context):
        return address_of(self.page)
