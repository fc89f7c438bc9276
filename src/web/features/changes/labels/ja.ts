import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

/** The number of projects of a group on two days; a dash for an unknown one. */
const change = (before: string, now: string): string => {
  if (before !== now) return `${before}→${now}件`;
  return now === '—' ? '不明' : `${now}件`;
};

export const ja: SameLabels<typeof en> = {
  second_day: '比較する日を選んでください',
  second_day_hint:
    '開始日と終了日が同じで、どちらも現在の記録によるため、比較するものがありません。',
  days: '二つの日',
  from: '開始日',
  to: '終了日',
  known_from: '開始日：当時の記録（日付）',
  known_at: '終了日：当時の記録（日付）',
  known_hint: '空欄：現在の記録。日付はその日の終わり（地区の時刻）を指します。',
  show: '表示',
  wrong_days: '開始日は終了日より後にできません。',
  groups_unknown: '段階未定の案件があるため、立地済みと商談・準備中の件数は不明です。',
  unchanged: (v) => `立地済み${v.established}件、商談・準備中${v.pipeline}件、いずれも変わらず。`,
  became: (v) =>
    `立地済み${change(v.before, v.established)}、商談・準備中${change(v.pipeline_before, v.pipeline)}。`,
  moves: (v) => `変動した案件：${v.n}件`,
  no_moves: 'この間の変動は記録されていません。',
  cut: (v) => `全${v.all}件のうち新しい${v.shown}件を表示しています。`,
  more: 'さらに表示',
  counted_once: '複数の変動がある案件は、先頭の区分で1件と数えます。',
  project: '案件',
  what: '変動',
  before: '変動前',
  after: '変動後',
  date: '日付',
  date_unknown: '記載なし',
  amount_missing: '金額なし',
  regression: '期間中に段階が後退',
  between: (v) => `${v.from}→${v.to}`,
  indicators: '指標',
  indicator: '指標',
  difference: '増減',
  revised: '訂正',
  revised_to: (v) => `現在は${v.value}`,
  revised_from: (v) => `訂正前は${v.value}、${v.date}に記録`,
  revised_closed: (v) =>
    `${v.month}は確定後、${v.date}に訂正${v.reason === undefined ? '' : `、理由：${v.reason}`}`,
  not_revised: 'なし',
  targets: '変更された目標',
  target: '目標',
  target_was: '変更前',
  target_is: '変更後',
  target_until: '変更日',
  target_source: '出典',
  target_reason: '理由',
  target_removed: '削除',
  no_value: '値なし',
  at: (v) => `${v.value}（${v.date}）`,
  show_as: '複数通貨の金額',
  show_own: '通貨ごとに示す',
  show_each_day: (v) => `${v.currency}に換算（各日のレート）`,
  show_closing_day: (v) => `${v.currency}に換算（両日とも終了日のレート）`,
  rates_missing: (v) => `為替レートがないため換算していません：${v.list}。`,
  rate_missing: (v) => `${v.currency}（${v.date}以前）`,
  enter_rates: '為替レートを登録',
  separator: '、',
};
