from django.urls import path

from welfare_plan.open_data import views

urlpatterns = [
    path("data/catalog.jsonld", views.catalogue, name="catalogue"),
    path("data/", views.data, name="data"),
    path("data/dictionary/", views.dictionary, name="data-dictionary"),
    path("data/dictionary/codes/", views.code_lists, name="data-dictionary-codes"),
    path(
        "data/dictionary/tables/<slug:table_name>/",
        views.dictionary_table,
        name="data-dictionary-table",
    ),
    path("data/all/<str:file_name>", views.all_file, name="data-file"),
    path("data/plans/<slug:plan_slug>/", views.plan_data, name="plan-data"),
    path(
        "data/plans/<slug:plan_slug>/<str:file_name>",
        views.plan_file,
        name="plan-data-file",
    ),
]
