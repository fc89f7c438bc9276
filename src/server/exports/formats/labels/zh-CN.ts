import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const sheet: SameLabels<typeof en.sheet> = {
  data: '数据',
  projects: '项目',
  pivot_rows: '数据透视表用明细',
  definitions: '口径与来源',
  columns: '列',
  unit: '单位',
  formula: '计算方法',
  asOf: '数据截至',
  source: '来源',
  status: '数据状态',
  missing: '空白单元格表示缺数，原因见状态列；零是数值。',
  exact: '单元格的数即列标题或单位列所示单位的数，未作四舍五入；求和与引用均按此数。',
  filter: '范围',
  made: '生成',
  view: '对应页面',
  no_rows: '该日没有数据行。',
  data_sheet: '本表供程序使用和再次导入，打印时只印此标题。',
};

export const ids: SameLabels<typeof en.ids> = {
  basis: '计算依据',
  first_month: '起始月份',
  in_words: '文字',
  level: '行类别',
  months_after: '之后的月数',
  refusal: '不予预测的原因',
  verdict_milestone: '所依据的里程碑',
};
