import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  established: '已落户项目',
  their_investment: '已落户项目计划投资',
  pipeline: '储备在谈项目',
  headline_beside: (v) => `${v.amount}（${v.other}）`,
  headline_full: (v) =>
    `${v.established}个项目已落户、计划总投资${v.money}，另有${v.pipeline}个项目储备在谈`,
  headline_disclosed: (v) =>
    `${v.established}个项目已落户、已填计划总投资${v.money}，另有${v.pipeline}个项目储备在谈`,
  headline_counts: (v) => `${v.established}个项目已落户，另有${v.pipeline}个项目储备在谈`,
  headline_neither: (v) => `台账共${v.count}个项目，尚无已落户或储备在谈项目`,
  headline_not_set: (v) =>
    `台账共${v.count}个项目，其中${v.not_set}个阶段未定，暂无可确认的已落户或储备在谈项目`,
  headline_established: (v) => `${v.count}个项目已落户，储备在谈项目数未知`,
  headline_pipeline: (v) => `${v.count}个项目储备在谈，已落户项目数未知`,
  headline_unknown: '已落户、储备在谈项目数未知',
  headline_none: '截至这一天，尚未公布已落户和储备在谈项目数',
  headline_named: (v) =>
    `${v.name}项目${v.established}个、计划总投资${v.money}，另有${v.pipeline}个项目${v.pipeline_name}`,
  headline_classes: (v) =>
    v.items
      .map(({ name, value }, i) => (i === 0 ? `${name}项目${value}个` : `${name}${value}个`))
      .join('、'),
  class_projects: (v) => `${v.name}项目`,
  classes_note: '当日来源按自己的分类统计，与“已落户”“储备在谈”并非一一对应。',
  statement_met: (v) => `${v.names}已达标`,
  statement_missed: (v) => `${v.names}到期未达标`,
  statement_ahead: (v) => `${v.names}快于计划`,
  statement_on: (v) => `${v.names}符合计划`,
  statement_behind: (v) => `${v.names}比计划少${v.share}`,
  statement_above: (v) => `${v.names}比计划多${v.share}`,
  statement_behind_more: (v) => `${v.names}也慢于计划`,
  targets_n: (v) => `${v.n}项目标`,
  statement_none: '本期没有已报送的目标数据',
  clause: '，',
  list: '、',
  source: (v) => `来源：${v.source}`,
  targets_line: (v) => `${v.year}年目标：${v.items}。`,
  target_count: (v) => `${v.name}${v.target}`,
  target_money: (v) => `${v.name}${v.target}`,
  earlier: (v) => `${v.date}：${v.value}`,
  not_reported: '未报送',
  counted_how: '已落户与储备在谈的口径',
  counted_established: (v) => `已落户：${v.stages}。`,
  counted_pipeline: (v) => `储备在谈：${v.stages}。`,
  counted_note: '只计推进中的项目。两个词各指哪些阶段，由园区设定。',
  earlier_word: (v: { name: string; date: string; words: string }) =>
    `${v.name}（${v.date}）：${v.words}。`,
  phase_now: (v) => `“${v.name}”第${v.month}个月，共${v.months}个月`,
  phase_before: '首个建设阶段之前',
  phase_between: '两个建设阶段之间',
  phase_after: '各建设阶段已期满',
  nothing_recorded: (v) => `截至${v.date}没有任何记录。`,
  no_data: '还没有数据。请导入项目台账，或先显示示例数据。',
  import_file: '导入文件',
  show_sample: '查看示例',
  printed: (v) => `数据截至${v.date}`,
};
