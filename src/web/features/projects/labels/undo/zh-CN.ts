import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  title: '之后又有变更',
  text: '以下数值由该变更写入，之后又被修改：',
  field: '内容',
  before: '变更之前',
  after: '该变更写入',
  now: '现在',
  none: '无',
  more: (v) => `另有 ${v.n.toLocaleString('zh-CN')} 项`,
  rest: '可保留这些较新的数值，只撤销其余部分。',
  no_rest: '该变更已没有其他可撤销的内容，请先撤销之后的变更。',
  keep_later: '保留较新的数值，撤销其余',
  cancel: '全部保持不变',
  zone: '园区',
  what_observation: '数值',
  what_note: '说明',
  what_setting: '设置',
  what_period: '已定稿月份',
  what_rate: '汇率',
  what_evidence: '证明材料',
  what_issue: '问题',
  what_recipe: '导入方案',
};
