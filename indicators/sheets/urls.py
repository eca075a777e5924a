from django.urls import path

from indicators.sheets import views

urlpatterns = [
    path("figures/<int:pk>/sheet/", views.sheet, name="sheet"),
    path("figures/<int:pk>/sheet/download/", views.download, name="sheet-download"),
    path("imports/", views.imports, name="import-list"),
    path("imports/<int:pk>/", views.detail, name="import-detail"),
    path("imports/<int:pk>/cancel/", views.cancel, name="import-cancel"),
    path("imports/<int:pk>/errors/", views.errors, name="import-errors"),
]
