"""What another site copies to show a target or a policy."""

from html import escape

from django.urls import reverse

# Room for most cards where the frame is 280 px wide.
_HEIGHT = 400
_IMAGE_WIDTH = 360


def snippet(kind: str, plan_slug: str, code: str, *, name: str, site: str) -> dict:
    """`kind` is target or policy; `site` is the address that the snippets name."""
    frame = reverse(f"embed-{kind}", args=[plan_slug, code])
    image = reverse(f"embed-{kind}-image", args=[plan_slug, code])
    page = reverse(f"{kind}-detail", args=[plan_slug, code])
    said = escape(f"「{name}」の進み具合")
    return {
        "name": name,
        "frame_url": frame,
        "image_url": image,
        "frame": (
            f'<iframe src="{site}{frame}" title="{said}" width="100%" '
            f'height="{_HEIGHT}" loading="lazy"></iframe>'
        ),
        "image": (
            f'<a href="{site}{page}"><img src="{site}{image}" alt="{said}" '
            f'width="{_IMAGE_WIDTH}" loading="lazy"></a>'
        ),
    }
