"""A collection round step by step: what each person does, and reads as the answer."""

from datetime import timedelta

from django.utils import timezone

from tests.browser.town import COURSE, SHOPS, TOWN, VISITORS

REMARK = "2月に加わった店が入っていません。"
REASON = "店じまいが続きました。商店会に声をかけます。"


def opens_the_round(planner, year):
    planner.clicks("link", "照会")
    planner.clicks("link", "新しい照会を開く")
    planner.fills_in_a_round(timezone.localdate() + timedelta(days=30))
    planner.clicks("button", "聞くことを確かめる")
    planner.sees(f"{TOWN} {year}の照会です。", "実績3件を聞きます。")
    planner.clicks("button", "この内容で照会を開く")
    planner.sees("3件を聞いています。", "あと30日です。", "残り3件", "見本 花子")
    planner.clicks("button", "提出していない課すべてに催促する")
    planner.sees("催促のメールを1通送りました。")


def enters_half(clerk, year):
    clerk.follows_mail(f"{year}の実績：未提出が3件あります")
    clerk.logs_in()
    clerk.sees("わたしの担当", "ご協力をお願いします。", "残り3件（未入力3件）")
    clerk.presses("link", "入力する")
    clerk.types(VISITORS, "１，０００人")
    clerk.types(COURSE, "集計中")
    clerk.presses("button", "下書きに保存する")
    clerk.sees("2件を下書きに保存しました。", "1,000人として受け付けます。")
    clerk.sees("集計中として受け付けます。")
    clerk.presses("button", "ログアウト（見本 花子）")


def finds_it_again_and_submits(clerk):
    clerk.presses("link", "もう一度ログインする")
    clerk.logs_in()
    clerk.presses("link", "わたしの担当")
    clerk.sees("残り3件（未入力1件、下書き2件）")
    clerk.presses("link", "入力する")
    clerk.finds(VISITORS, "１，０００人")
    clerk.finds(COURSE, "集計中")
    clerk.types(SHOPS, "58")
    clerk.presses("button", "3件を提出する")
    clerk.sees("2件を提出しました。計画担当にメールで知らせました。")
    clerk.answers_the_summary("理由を入力してください。", REASON)
    clerk.presses("button", "1件を提出する")
    clerk.sees("3件すべてを提出しました。", REASON)


def returns_one(planner, year):
    planner.follows_mail(
        f"{year}の実績：2件が提出されました", f"{year}の実績：1件が提出されました"
    )
    planner.lists_the_answers("実績：承認待ち")
    planner.sees("１，０００人", "公開すると： × 遅れ", REASON)
    planner.gives_back(SHOPS, REMARK)
    planner.sees("1件を差し戻しました。担当者にメールで知らせました。")


def mends_it(clerk, year):
    clerk.follows_mail(f"{year}の実績：1件が差し戻されました")
    clerk.sees("残り1件（差戻し1件、提出済み2件）")
    clerk.presses("link", "入力する")
    clerk.sees(REMARK)
    clerk.finds(SHOPS, "58")
    clerk.types(SHOPS, "64")
    clerk.presses("button", "1件を提出する")
    clerk.sees("3件すべてを提出しました。", "64店")


def approves_and_publishes(planner, visitor, year):
    planner.follows_mail(f"{year}の実績：1件が提出されました")
    planner.lists_the_answers("実績：承認待ち")
    planner.does_to_all("印を付けたものを承認する")
    planner.sees("3件を承認しました。")
    visitor.page.reload()
    visitor.sees_nothing_of("1,000")
    planner.lists_the_answers("実績：公開待ち")
    planner.does_to_all("印を付けたものを公開する")
    planner.sees("3件を公開しました。公開ページに出ています。")
