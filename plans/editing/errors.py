"""The mistakes of several forms as one list of links to their fields."""


def error_links(forms) -> list[dict]:
    """Each mistake with the address of its field on the page; "" where it has none."""
    return [
        {"href": _field(form, name), "text": _said(form, name, message)}
        for form in forms
        for name, messages in form.errors.items()
        for message in messages
    ]


def _field(form, name):
    return f"#{form[name].id_for_label}" if name in form.fields else ""


def _said(form, name, message):
    about = getattr(form, "about", "")
    label = form[name].label if name in form.fields else ""
    return "：".join(filter(None, [about, label, message]))
