import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  subject: {
    weekly: (zone, from, to) => `${zone}定期简报（每周，${from}至${to}）`,
    monthly: (zone, from, to) => `${zone}定期简报（每月，${from}至${to}）`,
  },
  counts: (parts) => `：${parts.join('、')}`,
  changed: (count) => `项目变动${count}`,
  toDo: (count) => `待处理${count}`,
  headings: {
    changes: '期间变动',
    problems: '待处理事项',
    declared: '目标申报状态',
    next: (day) => `${day}前到期事项`,
  },
  numerals: ['一、', '二、', '三、', '四、'],
  noDue: (day) => `${day}前没有到期事项。`,
  checklistItem: (target, item, day, owner) =>
    `${target}：${item}，计划完成日期${day}${owner === undefined ? '' : `（${owner}）`}。`,
  known: (day) => `数据截至${day}。`,
  cells: (parts) => parts.join('；'),
  cell: (label, value) => `${label}${value}`,
  head: (label) => `${label}：`,
  left: '其余内容见 Headway。',
  report: {
    attached: (month) => `附件：${month}报告（该月已定稿）。`,
    large: (month, size, most) =>
      `${month}报告为${size}，超过邮件附件上限${most}，未附上。请在 Headway 中导出。`,
    rest: (month, most) =>
      `${month}报告未附上：与其他报告合计将超过邮件附件上限${most}。请在 Headway 中导出。`,
    failed: (month) => `${month}报告未能生成，未附上。请在 Headway 中导出。`,
  },
  open: '打开 Headway',
  change: '更改或停止简报',
  why: '本简报按 Headway 中的订阅设置发送。如需调整或停止，请在“账户”页修改；发送到群的简报，请在设置中修改。',
  calendar: {
    name: (zone) => `${zone}：里程碑与期限`,
    milestone: (project, milestone) => `${project}：${milestone}`,
    target: (name) => `目标期限日：${name}`,
    item: (target, item) => `任务清单计划完成：${target}，${item}`,
    phase: (name) => `“${name}”阶段结束`,
    issue: (project, text) => `问题办结期限：${project}，${text}`,
    decision: (about, text) => `议定事项期限：${about}，${text}`,
    gate: (project, gate, who) => `${project}：${gate}到期，下一步由${who}办理`,
    legalGate: (project, gate, who) => `${project}：${gate}（法定时限）到期，下一步由${who}办理`,
    month: (month) => `填报${month}数据并定稿`,
  },
};
