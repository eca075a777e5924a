"""Every address of the site. Names are shared by all apps: `measure-detail`."""

from django.contrib import admin
from django.urls import include, path

from welfare_plan import views

urlpatterns = [
    path("", views.home, name="home"),
    path("plans/", views.plans, name="plans"),
    path("", include("plans.urls")),
    path("", include("indicators.urls_dashboard")),
    path("", include("indicators.urls_judging")),
    path("", include("indicators.urls_reports")),
    path("", include("indicators.urls")),
    path("", include("indicators.urls_themes")),
    path("", include("indicators.urls_embed")),
    path("", include("initiatives.urls")),
    path("", include("welfare_plan.cities.urls")),
    path("", include("welfare_plan.changes.public_urls")),
    path("", include("welfare_plan.site_pages.urls")),
    path("", include("welfare_plan.search.urls")),
    path("", include("welfare_plan.for_crawlers.urls")),
    path("", include("welfare_plan.open_data.urls")),
    path("", include("welfare_plan.api.urls")),
    path("", include("welfare_plan.health.urls")),
    path("staff/", include("welfare_plan.staff_urls")),
    path("admin/", admin.site.urls),
]

handler400 = "welfare_plan.views.bad_request"
handler403 = "welfare_plan.views.permission_denied"
handler404 = "welfare_plan.views.page_not_found"
handler500 = "welfare_plan.views.server_error"
