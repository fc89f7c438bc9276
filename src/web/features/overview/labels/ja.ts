import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  established: '立地済み案件',
  their_investment: '立地済み案件の計画投資額',
  pipeline: '商談・準備中案件',
  headline_beside: (v) => `${v.amount}（${v.other}）`,
  headline_full: (v) =>
    `立地済み案件は${v.established}件、計画投資額は${v.money}。ほかに${v.pipeline}件が商談・準備中`,
  headline_disclosed: (v) =>
    `立地済み案件は${v.established}件、計画投資額は記載分で${v.money}。ほかに${v.pipeline}件が商談・準備中`,
  headline_counts: (v) => `立地済み案件は${v.established}件、ほかに${v.pipeline}件が商談・準備中`,
  headline_neither: (v) => `台帳の案件は${v.count}件、立地済みも商談・準備中もなし`,
  headline_not_set: (v) =>
    `台帳の案件は${v.count}件、うち${v.not_set}件は段階未定。立地済み・商談・準備中と確認できる案件はなし`,
  headline_established: (v) => `立地済み案件は${v.count}件、商談・準備中の件数は不明`,
  headline_pipeline: (v) => `商談・準備中の案件は${v.count}件、立地済みの件数は不明`,
  headline_unknown: '立地済みと商談・準備中の件数は不明',
  headline_none: 'この日までに、立地済みと商談・準備中の案件数は公表されていません',
  headline_named: (v) =>
    `${v.name}の案件は${v.established}件、計画投資額は${v.money}。ほかに${v.pipeline}件が${v.pipeline_name}`,
  headline_classes: (v) =>
    v.items
      .map(({ name, value }, i) => (i === 0 ? `${name}の案件は${value}件` : `${name}${value}件`))
      .join('、'),
  class_projects: (v) => `${v.name}の案件`,
  classes_note:
    '当日の出典は独自の区分で数えており、「立地済み」「商談・準備中」とは一対一に対応しません。',
  statement_met: (v) => `${v.names}は目標を達成`,
  statement_missed: (v) => `${v.names}は期限までに未達成`,
  statement_ahead: (v) => `${v.names}は計画を上回る`,
  statement_on: (v) => `${v.names}は計画どおり`,
  statement_behind: (v) => `${v.names}は計画を${v.share}下回る`,
  statement_above: (v) => `${v.names}は計画より${v.share}多い`,
  statement_behind_more: (v) => `${v.names}も遅れ`,
  targets_n: (v) => `${v.n}項目の目標`,
  statement_none: 'この期間に報告された目標値はありません',
  clause: '、',
  list: '、',
  source: (v) => `出典：${v.source}`,
  targets_line: (v) => `${v.year}年目標：${v.items}。`,
  target_count: (v) => `${v.name}${v.target}`,
  target_money: (v) => `${v.name}${v.target}`,
  earlier: (v) => `${v.date}：${v.value}`,
  not_reported: '未報告',
  counted_how: '立地済みと商談・準備中の数え方',
  counted_established: (v) => `立地済み：${v.stages}。`,
  counted_pipeline: (v) => `商談・準備中：${v.stages}。`,
  counted_note: '進行中の案件だけを数えます。どの段階を指すかは地区が決めます。',
  earlier_word: (v: { name: string; date: string; words: string }) =>
    `${v.name}（${v.date}）：${v.words}。`,
  phase_now: (v) => `「${v.name}」${v.month}か月目（全${v.months}か月）`,
  phase_before: '最初の建設期の前',
  phase_between: '建設期の間',
  phase_after: '全建設期の終了後',
  nothing_recorded: (v) => `${v.date}までの記録はありません。`,
  no_data: 'データはまだありません。案件台帳を取り込むか、例示データを表示してください。',
  import_file: 'ファイルを取り込む',
  show_sample: '例示を表示',
  printed: (v) => `データ ${v.date}時点`,
};
