import { analysisCharts } from '#charts/kit/names/labels/zh-CN.ts';
import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  name: analysisCharts.quality,
  title: (field, missing, all) => `${all}个项目中${missing}个未填${field}`,
  titleOwner: (owner, missing, all) => `${owner}：${all}项中未填${missing}项`,
  titleFilled: '字段齐全',
  titleNone: '无项目可检查',
  titleNoOwners: '您的角色看不到责任人',
  subtitle: (projects, hasAges) =>
    `适用项目中已填报的比例${hasAges ? '，及其记录的更新间隔' : ''}；${projects}`,
  subtitleOwner: (projects, hasAges) =>
    `适用字段中已填报的比例${hasAges ? '，及记录的更新间隔' : ''}；${projects}`,
  noAges: '记录均无更新日期',
  projects: (count) => `推进中项目${count}个`,
  heads: {
    complete: '完整程度',
    filled: '已填',
    missing: '未填',
    age: '距上次更新',
    oldest: '最久',
  },
  narrow: (filled, missing) => `${filled}，未填${missing}`,
  noValue: '无填报',
  days: (count) => `${count}天`,
  ages: { fresh: '30天以内', ageing: '31–90天', old: '超过90天', unknown: '无更新日期' },
  notFilled: '未填：虚线；不适用：不计入',
  notDisclosed: (count) => `未填项中${count}项为来源未披露`,
  never: (names) => `全无填报：${names}`,
  others: (count) => `其余${count}行见表格`,
  by: '行',
  groups: { figures: '统计所用字段', stages: '各阶段所需字段', owner: '责任人' },
  dates: {
    start: '开工日期',
    completion: '竣工日期',
    operation: '投产日期',
    full_capacity: '达产日期',
  },
  doneDates: {
    start: '实际开工日期',
    completion: '实际竣工日期',
    operation: '实际投产日期',
    full_capacity: '实际达产日期',
  },
  noOwner: '未指定',
  columns: {
    field: '字段',
    owner: '责任人',
    group: '用途',
    projects: '项目数',
    applicable: '适用',
    filled: '已填',
    missing: '未填',
    notDisclosed: '未披露',
    share: '填报率',
    fresh: '30天以内更新',
    ageing: '31–90天前更新',
    old: '90天以前更新',
    unknown: '无更新日期',
    oldest: '最久未更新天数',
  },
};
