import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

/** The number of projects of a group on two days; a dash for an unknown one. */
const change = (before: string, now: string): string => {
  if (before !== now) return `${before}→${now}个`;
  return now === '—' ? '未知' : `${now}个`;
};

export const zh: SameLabels<typeof en> = {
  second_day: '请选择另一个日期',
  second_day_hint: '两个日期相同，且均按现有记录，没有可比较的内容。',
  days: '两个日期',
  from: '起',
  to: '止',
  known_from: '起始日：按当时记录（日期）',
  known_at: '截止日：按当时记录（日期）',
  known_hint: '留空：按现有记录。日期指该日结束（本区时间）。',
  show: '显示',
  wrong_days: '起始日不能晚于截止日。',
  groups_unknown: '部分项目阶段未定，已落户、储备在谈项目数未知。',
  unchanged: (v) => `已落户${v.established}个，储备在谈${v.pipeline}个，均不变。`,
  became: (v) =>
    `已落户${change(v.before, v.established)}，储备在谈${change(v.pipeline_before, v.pipeline)}。`,
  moves: (v) => `变动项目：${v.n}个`,
  no_moves: '两个日期之间没有变动记录。',
  cut: (v) => `共${v.all}个，列出最近${v.shown}个。`,
  more: '显示更多',
  counted_once: '一个项目有多种变动的，按首列的一种计一次。',
  project: '项目',
  what: '变动',
  before: '变动前',
  after: '变动后',
  date: '日期',
  date_unknown: '未填',
  amount_missing: '无金额',
  regression: '期间曾回退',
  between: (v) => `${v.from}→${v.to}`,
  indicators: '指标',
  indicator: '指标',
  difference: '增减',
  revised: '修订',
  revised_to: (v) => `现为${v.value}`,
  revised_from: (v) => `修订前为${v.value}，${v.date}录入`,
  revised_closed: (v) =>
    `${v.month}定稿后于${v.date}修订${v.reason === undefined ? '' : `，原因：${v.reason}`}`,
  not_revised: '无',
  targets: '目标调整',
  target: '目标',
  target_was: '原目标',
  target_is: '现目标',
  target_until: '调整日期',
  target_source: '来源',
  target_reason: '原因',
  target_removed: '已取消',
  no_value: '暂无数值',
  at: (v) => `${v.value}（${v.date}）`,
  show_as: '多币种金额',
  show_own: '各按原币种',
  show_each_day: (v) => `折算为${v.currency}，各按当日汇率`,
  show_closing_day: (v) => `折算为${v.currency}，两日均按截止日汇率`,
  rates_missing: (v) => `缺汇率，未折算：${v.list}。`,
  rate_missing: (v) => `${v.currency}（${v.date}或以前）`,
  enter_rates: '录入汇率',
  separator: '、',
};
