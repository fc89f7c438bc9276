import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  name: '两日之间的变动',
  title: (established, pipeline) => `变动明细：已落户${established}，储备在谈${pipeline}`,
  titleNone: '变动明细：没有可比较的日期',
  subtitle: (from, to, unit) => `${from}至${to}的计划总投资，${unit}`,
  marks: '实心：增加；空心：转移或调整；灰色：流失',
  groups: { established: '已落户', pipeline: '储备在谈' },
  same: (count) => `${count}个（不变）`,
  became: (before, now) => `${before}→${now}个`,
  projects: (count) => `${count}个`,
  undisclosed: (count) => `无金额${count}个`,
  noRates: '各币种分列，未折算',
  converted: {
    each_day: (currency) => `折算为${currency}：期初按起始日汇率，期末按截止日汇率`,
    closing_day: (currency) => `折算为${currency}：两日均按截止日汇率，汇率影响为0`,
  },
  rate: (quoted, day, source) => `${quoted}（${day}，${source}）`,
  missingRates: (currencies) => `缺汇率，未折算：${currencies}`,
  rateOn: (currency, day) => `${currency}（${day}或以前）`,
  noAmounts: '项目均无金额，条形表示项目数',
  within: (amount) => `内含${amount}`,
  heldBack: '条形表示项目数；涉及项目过少的金额不显示',
  otherCurrencies: (currencies) => `其他币种见表：${currencies}`,
  columns: {
    project: '项目',
    group: '类别',
    step: '变动',
    projects: '涉及项目数',
    count: '项目数增减',
    undisclosed: '其中无金额',
    amount: '计划总投资',
    currency: '币种',
    status: '状态',
  },
};
