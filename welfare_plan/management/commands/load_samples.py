from django.core.management.base import BaseCommand, CommandError

from welfare_plan.plan_files.errors import PlanFileError
from welfare_plan.samples import SampleError, load_samples


class Command(BaseCommand):
    help = (
        "Load the invented plan and the sample values of fixtures/samples/. Every page "
        "says so while they are there. Never for a database with real values."
    )

    def handle(self, *, verbosity, **options):
        try:
            added = load_samples()
        except (PlanFileError, SampleError) as error:
            raise CommandError(str(error)) from error
        if verbosity:
            self.stdout.write(f"サンプル値：追加{added}件")
