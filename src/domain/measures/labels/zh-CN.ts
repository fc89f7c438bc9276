import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const sources: SameLabels<typeof en.sources> = {
  register: '项目台账',
  values: '各月填报数或公布数，各附来源',
  targets: '目标原文及其来源',
  register_and_values: '项目台账与本区指标数据',
};

export const units: SameLabels<typeof en.units> = {
  projects: '项目数',
  money: '金额，按币种',
  days: '天',
  percent: '%',
  points: '个百分点',
  ratio: '倍',
  of_target: '与目标同一单位',
  of_target_per_month: '与目标同一单位，每月',
  of_fact: '与所选数据同一单位',
  index: '无单位',
  items: '项',
  jobs: '人',
  words: '文字',
};
