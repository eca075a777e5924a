"""A list in the admin counts its rows once: a nation's are counted slowly."""

from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, ChangeList


class _CountedOnce(ChangeList):
    def get_results(self, request):
        super().get_results(request)
        narrowed = bool(set(self.params) - {ALL_VAR, ORDER_VAR})
        rows = self.root_queryset
        self.full_result_count = rows.count() if narrowed else self.result_count
        self.show_full_result_count = True
        self.show_admin_actions = bool(self.full_result_count)


class CountsItsListOnce:
    # Else Django counts all rows again, also where nothing was left out.
    show_full_result_count = False

    def get_changelist(self, request, **kwargs):
        return _CountedOnce
