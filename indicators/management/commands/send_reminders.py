"""Reminds departments of what they owe in open rounds; meant to run once a day."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from indicators.models import CollectionRound
from indicators.rounds.recipients import unreachable
from indicators.rounds.reminding import due_recipients, send_due


class Command(BaseCommand):
    help = (
        "しめ切りの30日・7日・1日前と、1日後・7日後・その後30日ごとに、"
        "未提出のある課へ催促のメールを送ります。"
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="送らずに、送る予定のあて先を一覧にします。",
        )

    def handle(self, *args, dry_run, **options):
        today = timezone.localdate()
        sent = failed = 0
        rounds = CollectionRound.objects.filter(closed_at=None, opens_on__lte=today)
        for round_ in rounds.select_related("publisher"):
            if alone := unreachable(round_):
                self.stderr.write(
                    f"宛先なし：{round_} {alone}件。担当課の人か計画担当の"
                    "メールアドレスを登録してください。"
                )
            if dry_run:
                sent += self._list(round_, due_recipients(round_, today), "送る予定")
                continue
            outcome = send_due(round_, today)
            sent += self._list(round_, outcome.sent, "送りました")
            failed += self._list(round_, outcome.failed, "送れませんでした")
        done = "送る予定です（まだ送っていません）" if dry_run else "送りました"
        self.stdout.write(f"催促{sent}通を{done}。")
        if failed:
            raise CommandError(
                f"{failed}通を送れませんでした。宛先とメールの設定（EMAIL_URL）を"
                "確かめてください。送れなかった分は、次に動かしたときに送ります。"
            )

    def _list(self, round_, recipients, word) -> int:
        for to in recipients:
            parts = "、".join(f"{name} {count}件" for _, name, count in to.parts)
            self.stdout.write(f"{word}：{round_} {to.address}（{parts}）")
        return len(recipients)
