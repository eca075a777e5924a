from django.core.management.base import BaseCommand

from plans.publishing import publishing
from plans.search.database import ensure_index
from plans.search.index import rebuild


class Command(BaseCommand):
    help = "検索の見出しを、すべての計画からつくり直します。"

    def handle(self, **options):
        with publishing("site"):
            ensure_index()
            entries = rebuild()
        if options["verbosity"]:
            self.stdout.write(f"検索の見出しを{entries:,}件つくりました。")
