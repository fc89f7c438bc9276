import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  filter: '筛选项目',
  of_owner: '责任人的项目',
  all: '全部',
  clear: '显示全部项目',
  shown: (v) => `共${v.of}，显示${v.n}个。`,
  zone_values: '目标及其数值为全区数。',
  published: (v) => `全区公布数：${v.list}`,
  published_established: (v) => `已落户${v.n}`,
  published_pipeline: (v) => `储备在谈${v.n}`,
  list: '、',
  newer_data: (v) => `此处为已定稿的${v.month}。另有更新的数据，截至${v.day}。`,
  newer_show: '查看',
};
