import type { SameWords } from '#web/i18n/text.ts';
import type * as en from './en.ts';

/** 決定事項。 */
export const decisions: SameWords<typeof en.decisions> = {
  title: '決定事項',
  none: '決定事項はまだありません。',
  open: (v) => (v.overdue === '' ? `未完了${v.n}件` : `未完了${v.n}件、うち期限超過${v.overdue}件`),
  all_done: '決定事項はすべて完了しています。',
  decision: '決定事項',
  on: '対象',
  owner: '担当者',
  no_owner: '未定',
  decided_on: '決定日',
  due: '期限',
  state: '状態',
  not_done: '未完了',
  overdue: (v) => `${v.days}日超過`,
  done_on: (v) => `${v.day}に完了`,
  add: '決定事項を追加',
  text: '決定内容',
  subject: '対象の目標',
  save: '保存',
  cancel: 'やめる',
  mark_done: '完了',
  mark_done_of: (v) => `完了：${v.text}`,
  reopen: '未完了に戻す',
  reopen_of: (v) => `未完了に戻す：${v.text}`,
  missing_text: '決定内容を入力してください。',
  due_before: '期限が決定日より前です。',
  not_come: 'まだ来ていない日付です。',
  show_done: (v) => `完了分を表示（${v.n}件）`,
  changed: (v) => `ほかの利用者が先に変更しました：${v.text}。現在の内容を表示しています。`,
};
