import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  rungs: {
    total_investment: '计划',
    contracted_amount: '协议',
    paid_in: '到位',
    fai_done_total: '完成',
  },
  by: '分组',
  title: (by) => `计划、协议、到位和完成投资（按${by}分）`,
  titleNone: '资金阶梯：当日无项目',
  titleUndisclosed: '资金阶梯：没有项目填有金额',
  half: '一半',
  contracted: (share) => `计划投资${share}已签合同`,
  paidIn: (share) => `计划投资到位${share}`,
  andPaidIn: (claim, share) => `${claim}，到位${share}`,
  andCompleted: (claim, share) => `${claim}，完成${share}`,
  subtitle: (by, unit) => `按${by}，${unit}。同一笔资金的四个口径，不相加。粗体：完成超过到位`,
  known: (rung, count, all) => `${rung}${all}个中${count}个`,
  knownFor: (parts) => `填有金额的项目：${parts}`,
  pair: (has, of, count, share, parts) =>
    `${has}与${of}相比，${count}个项目同时填有两项：${share}${parts === '' ? '' : `；${parts}`}`,
  over: (count, amount) => `${count}个超出，合计${amount}`,
  short: (count, amount) => `${count}个不足，合计${amount}`,
  columns: {
    projects: '项目数',
    unit: '单位',
    known: (rung) => `${rung}：填有金额的项目`,
    paidOfContracted: '到位÷协议（同一批项目）',
    doneOfPlanned: '完成÷计划（同一批项目）',
    over: '完成超过到位的项目',
    codes: '项目编号',
  },
};
