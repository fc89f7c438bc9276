import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  name: '全部落地后的缺口',
  title: (target, missing) => `即使全部项目落地，${target}距目标仍缺${missing}`,
  titleBeyond: (target, over) => `全部项目落地，${target}将超过目标${over}`,
  titleMet: (target) => `全部项目落地，${target}可达到目标`,
  titleNone: '没有可与在册项目比较的目标',
  subtitle: '占目标的比重。实心：现有；浅色：签约项目落地；虚线框：全部落地；不含概率',
  target: '目标＝100%',
  now: (value) => `现有${value}`,
  signed: (value) => `签约${value}`,
  all: (value) => `全部${value}`,
  missing: (value) => `缺${value}`,
  beyond: (value) => `+${value}`,
  notReported: '未报送',
  noProjects: '在册项目不计入该目标',
  unknown: (count) => `${count}个项目未填报数额，未计入`,
  undated: (value) => `${value}没有日期`,
  columns: {
    name: '目标',
    unit: '单位',
    target: '目标值',
    now: '现有',
    signed: '签约项目落地后',
    all: '全部项目落地后',
    missing: '仍缺',
    onTime: '其中期限前达产',
    undated: '其中没有日期',
    unknown: '未填报数额的项目',
    status: '数据状态',
  },
};
