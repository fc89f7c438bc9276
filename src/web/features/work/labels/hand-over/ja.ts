import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const handOver: SameLabels<typeof en.handOver> = {
  title: '引き継ぎ',
  text: '1人の案件、目標、指標、各指標の直近の説明にある今後の対応、決定事項、未解決の課題、入力依頼リンクを、まとめて別の担当者に引き継ぎます。完了したものと過去の説明の担当者は変わりません。',
  from: '引き継ぎ元',
  to: '引き継ぎ先',
  nobody: '選択してください',
  reason: '理由（任意）',
  owned: (v) =>
    `案件${v.projects}件、目標${v.targets}項目、指標${v.indicators}項目、今後の対応${v.next_steps}件、未解決の課題${v.issues}件、未完了の決定事項${v.decisions}件、入力依頼リンク${v.requests}件`,
  send: '引き継ぐ',
  missing_from: '引き継ぐ人を選択してください。',
  missing_to: '引き継ぎ先を入力してください。',
  same: '別の人を入力してください。',
  done: (v) => `${v.from}の担当分を${v.to}に引き継ぎました。`,
  none: (v) => `${v.from}の担当分はありません。変更はありません。`,
  left: (v) => `${v.name}は無効になりましたが、担当分が残っています。下で引き継いでください。`,
  undo: '元に戻す',
  undone: '元に戻しました。',
};
