import { zh as shell } from '#web/i18n/labels/zh-CN.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  status: shell.status,
  data_to: shell.as_of,
  example_months: shell.example_months,
  reported_months: shell.reported_months,
  read_at: (v) => `${v.time}更新`,
  example_title: shell.example_title,
  example_text: shell.example_text,
  example_zone_title: shell.example_zone_title,
  example_zone_text: shell.example_zone_text,
  lost: (v) => `${v.since}起连接中断，显示的是${v.time}的数据。`,
  target: (v) => `${v.year}${/^\d{4}$/.test(v.year) ? '年' : ''}目标：${v.value}`,
  of_plan: (v) => `达计划${v.share}`,
  of_target: (v) => `目标完成率${v.share}`,
  until: (v) => `至${v.year}年`,
  by_stage: '各阶段项目数',
  targets: '目标',
  stages: '项目',
  turn: (v) => `${v.n}/${v.of}：${v.name}。下一屏：${v.next}`,
  targets_of: (v) => `共${v.of}项目标，本屏${v.n}项`,
  chart_of: (v) => `第${v.n}张，共${v.of}张：${v.claim}`,
  stopped: '已停止轮播，按空格键或轻点屏幕继续',
  rotating: '已恢复自动轮播',
  no_data: '暂无可显示的数据。',
};
