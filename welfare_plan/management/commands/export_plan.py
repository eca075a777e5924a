from django.core.management.base import BaseCommand, CommandError

from plans.models import Plan
from welfare_plan.plan_files.exporting import export_plan


class Command(BaseCommand):
    help = "Write a plan, with the plans that belong to it, to standard output as YAML."

    def add_arguments(self, parser):
        parser.add_argument("slug")

    def handle(self, *, slug, **options):
        plan = Plan.objects.filter(slug=slug).first()
        if plan is None:
            known = "、".join(Plan.objects.values_list("slug", flat=True))
            raise CommandError(
                f"{slug} という計画はありません。"
                f"あるのは次の計画です：{known or 'なし'}"
            )
        self.stdout.write(export_plan(plan), ending="")
