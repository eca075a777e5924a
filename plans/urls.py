from django.urls import path

from plans import converters, views  # noqa: F401 -- converters registers <code:…>

urlpatterns = [
    path(
        "plans/<slug:plan_slug>/source-notes/", views.source_notes, name="source-notes"
    ),
    path("plans/<slug:plan_slug>/glossary/", views.plan_glossary, name="plan-glossary"),
    path("glossary/", views.glossary, name="glossary"),
    path("sources/", views.sources, name="sources"),
    path("consult/", views.consult, name="consult"),
    path("themes/", views.themes, name="themes"),
]
