import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  subject: {
    weekly: (zone, from, to) => `${zone} 定期まとめメール（週次、${from}～${to}）`,
    monthly: (zone, from, to) => `${zone} 定期まとめメール（月次、${from}～${to}）`,
  },
  counts: (parts) => `：${parts.join('、')}`,
  changed: (count) => `変更${count}`,
  toDo: (count) => `要対応${count}`,
  headings: {
    changes: '期間中の変更',
    problems: '要対応',
    declared: '目標の申告状況',
    next: (day) => `${day}までに期限を迎えるもの`,
  },
  numerals: ['１．', '２．', '３．', '４．'],
  noDue: (day) => `${day}までに期限を迎えるものはありません。`,
  checklistItem: (target, item, day, owner) =>
    `${target}：${item}、完了予定${day}${owner === undefined ? '' : `（${owner}）`}。`,
  known: (day) => `${day}時点のデータ。`,
  cells: (parts) => parts.join('、'),
  cell: (label, value) => `${label}：${value}`,
  head: (label) => `${label}：`,
  left: 'そのほかは Headway でご覧ください。',
  report: {
    attached: (month) => `添付：確定した${month}の報告書。`,
    large: (month, size, most) =>
      `${month}の報告書は${size}で、添付の上限${most}を超えるため添付していません。Headway で出力してください。`,
    rest: (month, most) =>
      `${month}の報告書は、ほかの報告書と合わせると添付の上限${most}を超えるため添付していません。Headway で出力してください。`,
    failed: (month) =>
      `${month}の報告書を作成できなかったため添付していません。Headway で出力してください。`,
  },
  open: 'Headway を開く',
  change: 'まとめメールの変更・停止',
  why: 'このまとめは Headway の設定に従って送信しています。変更や停止は「アカウント」ページで、グループ宛ての場合は設定で行ってください。',
  calendar: {
    name: (zone) => `${zone}：マイルストーンと期限`,
    milestone: (project, milestone) => `${project}：${milestone}`,
    target: (name) => `目標の期限日：${name}`,
    item: (target, item) => `チェックリストの完了予定：${target}、${item}`,
    phase: (name) => `「${name}」期の終了`,
    issue: (project, text) => `課題の期限：${project}、${text}`,
    decision: (about, text) => `決定事項の期限：${about}、${text}`,
    gate: (project, gate, who) => `${project}：${gate}の期限、次の対応：${who}`,
    legalGate: (project, gate, who) => `${project}：${gate}の法定期限、次の対応：${who}`,
    month: (month) => `${month}の数値の入力と確定`,
  },
};
