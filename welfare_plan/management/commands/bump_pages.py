from django.core.management import BaseCommand, CommandError

from plans.models import Plan
from plans.page_scopes import SITE
from plans.publishing import publishing


class Command(BaseCommand):
    help = (
        "Has pages made anew after the database was changed by hand: those of the "
        "plans named, else all."
    )

    def add_arguments(self, parser):
        parser.add_argument("plans", nargs="*", metavar="PLAN")

    def handle(self, *args, plans, **options):
        found = Plan.objects.filter(slug__in=plans)
        if unknown := sorted({*plans} - {plan.slug for plan in found}):
            raise CommandError(f"{'、'.join(unknown)}という計画はありません。")
        scopes = [plan.own_scope for plan in found] or [SITE]
        with publishing(*scopes):
            self.stdout.write("次の表示から、新しく作られます。")
