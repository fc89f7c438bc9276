import type { SameWords } from '#web/i18n/text.ts';
import type * as en from './en.ts';

/** 议定事项。 */
export const decisions: SameWords<typeof en.decisions> = {
  title: '议定事项',
  none: '尚无议定事项。',
  open: (v) => (v.overdue === '' ? `${v.n}项未完成` : `${v.n}项未完成，其中${v.overdue}项已超期`),
  all_done: '议定事项均已完成。',
  decision: '议定事项',
  on: '涉及',
  owner: '责任人',
  no_owner: '未指定',
  decided_on: '议定日期',
  due: '期限',
  state: '状态',
  not_done: '未完成',
  overdue: (v) => `已超期${v.days}天`,
  done_on: (v) => `${v.day}完成`,
  add: '新增议定事项',
  text: '议定内容',
  subject: '涉及的目标',
  save: '保存',
  cancel: '取消',
  mark_done: '完成',
  mark_done_of: (v) => `完成：${v.text}`,
  reopen: '重新打开',
  reopen_of: (v) => `重新打开：${v.text}`,
  missing_text: '请填写议定内容。',
  due_before: '期限早于议定日期。',
  not_come: '该日期尚未到来。',
  show_done: (v) => `显示已完成的（${v.n}项）`,
  changed: (v) => `其他人已先修改该事项：${v.text}。现显示最新内容。`,
};
