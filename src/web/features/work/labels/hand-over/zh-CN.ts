import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const handOver: SameLabels<typeof en.handOver> = {
  title: '移交',
  text: '将一人名下的项目、目标、指标、各指标最近一次说明中的下一步、议定事项、未办结问题和填报链接一次性移交给另一人。已办结的事项和以往说明保留原责任人。',
  from: '移交人',
  to: '接收人',
  nobody: '请选择人员',
  reason: '原因（选填）',
  owned: (v) =>
    `项目${v.projects}个，目标${v.targets}项，指标${v.indicators}项，下一步${v.next_steps}项，未办结问题${v.issues}项，未办结议定事项${v.decisions}项，填报链接${v.requests}个`,
  send: '移交',
  missing_from: '请选择移交人。',
  missing_to: '请填写接收人。',
  same: '请填写另一人。',
  done: (v) => `${v.from}名下的事项已移交${v.to}。`,
  none: (v) => `${v.from}名下没有事项，未作更改。`,
  left: (v) => `${v.name}的账户已停用，名下仍有事项，请在下方移交。`,
  undo: '撤销',
  undone: '已撤销。',
};
