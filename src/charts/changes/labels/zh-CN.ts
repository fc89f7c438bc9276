import { overviewCharts } from '#charts/kit/names/labels/zh-CN.ts';
import { statusTerms } from '#domain/labels/index.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import { countWord } from '#charts/kit/text/claim.ts';
import type { en } from './en.ts';

const number = (count: number): string => countWord(count, 'zh-CN');
const projects = (count: number): string => `${number(count)}个项目`;
const join = (text: string, link: string, amount?: string): string =>
  amount === undefined ? text : `${text}${link}${amount}`;

export const zh: SameLabels<typeof en> = {
  name: overviewCharts.changes,
  title: (established, pipeline) => `变动明细：已落户${established}，储备在谈${pipeline}`,
  titleUnknown: '已落户、储备在谈项目数未知',
  titleNone: '变动明细：没有可比较的日期',
  subtitle: (from, to, unit) => `${from}至${to}的计划总投资，${unit}`,
  marks: '实心：增加；空心：转移或调整；灰色：流失',
  groups: { established: '已落户', pipeline: '储备在谈' },
  notKnown: '未知',
  same: (count) => `${count}个（不变）`,
  became: (before, now) => `${before}→${now}个`,
  undisclosed: (count) => `无金额${count}个`,
  noRates: '各币种分列，未折算',
  converted: {
    each_day: (currency) => `折算为${currency}：期初按起始日汇率，期末按截止日汇率`,
    closing_day: (currency) => `折算为${currency}：两日均按截止日汇率，汇率影响为0`,
  },
  missingRates: (currencies) => `缺汇率，未折算：${currencies}`,
  rateOn: (currency, day) => `${currency}（${day}或以前）`,
  noAmounts: '项目均无金额，条形表示项目数',
  within: (amount) => `内含${amount}`,
  heldBack: '条形表示项目数；涉及项目过少的金额不显示',
  otherCurrencies: (currencies) => `其他币种见表：${currencies}`,
  claim: {
    oneKind: {
      established: (count, amount) => join(`${projects(count)}落户`, '，涉及', amount),
      signed: (count, amount) => join(`${projects(count)}签约`, '，涉及', amount),
      new: (count, amount) => join(`新增${projects(count)}`, '，增加', amount),
      resumed: (count, amount) => join(`${projects(count)}恢复推进`, '，涉及', amount),
    },
    severalKinds: {
      established: (count) => `${number(count)}个落户`,
      signed: (count) => `${number(count)}个签约`,
      new: (count) => `新增${number(count)}个`,
      resumed: (count) => `${number(count)}个恢复推进`,
    },
    listKinds: (kinds) => kinds.join('、'),
    left: (count, amount) => join(`${projects(count)}流失`, '，涉及', amount),
    noneLost: '无流失',
    sentence: (day, parts) => `${day}以来${parts.join('，')}`,
    noneMoved: (day) => `${day}以来项目无进出`,
    unchanged: (day) => `${day}以来无变动记录`,
  },
  noChange: {
    kinds: {
      signed: '签约',
      established: '落户',
      lost: '流失至其他地区',
      withdrawn: '撤回',
      revised: '金额调整',
    },
    noOther: (kinds) => `无其他变动：无${kinds.join('、')}`,
    asBefore: (count) => `已落户${count}个不变`,
    alsoMoved: (moves) => `另有阶段变动：${moves}`,
    move: (names, from, to) => `${names}由${from}转为${to}`,
    nextDue: (milestones) => `下一步计划：${milestones}`,
    due: (name, milestone, day) => `${name} ${day}${milestone}`,
  },
  sections: { success: '推进', loss: '流失', moved: '其他变动', revised: '金额变化' },
  steps: {
    opening: '期初',
    new: '新增',
    signed: '签约，仍属储备',
    established: '落户',
    resumed: '恢复推进',
    stage_set: '阶段已确定',
    lost: statusTerms.lost['zh-CN'],
    withdrawn: statusTerms.withdrawn['zh-CN'],
    ended: '不予引进、终止或退出',
    moved_back: '退回储备在谈',
    on_hold: statusTerms.on_hold['zh-CN'],
    unlisted: statusTerms.unlisted['zh-CN'],
    stage_unset: '阶段不明',
    moved_in: '调入',
    moved_out: '调出',
    revised_up: '金额上调',
    revised_down: '金额下调',
    revised: '金额调整',
    exchange_rate: '汇率影响',
    closing: '期末',
  },
  arrivals: { established: '由储备在谈落户', moved_back: '由已落户退回' },
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
