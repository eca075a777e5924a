from django.urls import path

from indicators import views_embed

urlpatterns = [
    path(
        "embed/targets/<slug:plan_slug>/<code:code>/",
        views_embed.target_frame,
        name="embed-target",
    ),
    path(
        "embed/targets/<slug:plan_slug>/<code:code>.svg",
        views_embed.target_image,
        name="embed-target-image",
    ),
    path(
        "embed/policies/<slug:plan_slug>/<code:code>/",
        views_embed.policy_frame,
        name="embed-policy",
    ),
    path(
        "embed/policies/<slug:plan_slug>/<code:code>.svg",
        views_embed.policy_image,
        name="embed-policy-image",
    ),
]
