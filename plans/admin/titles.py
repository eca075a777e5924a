"""A list is headed by what it lists."""


class NamesItsList:
    def changelist_view(self, request, extra_context=None):
        title = f"{self.opts.verbose_name_plural}の一覧"
        return super().changelist_view(
            request, {"title": title, **(extra_context or {})}
        )
