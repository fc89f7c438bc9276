import type { en } from './en.ts';

export const zh: typeof en = {
  slide: (number) => `第${number}页`,
  problems: (count) => `${count}个问题需要处理`,
  targetsBehind: (count) => `${count}项目标慢于计划`,
  projectsToAct: (count) => `${count}个项目需要处理`,
  join: '，',
  steps: (count) => `下一步工作${count}项`,
  problemsAndSteps: (day) => `存在问题和下一步工作，截至${day}`,
  keyProjects: (rows, all) =>
    rows === all ? `已落户项目${all}个` : `已落户项目${all}个，其中投资最大的${rows}个`,
  keyProjectsHow: (day) => `已落户项目，按计划总投资排列，截至${day}`,
  sources: '来源和定义',
  sourcesHow: '数据依据和计算方法',
  revised: (count) => `此后修订数据${count}项`,
  changed: '项目变动和指标增减',
  more: (count) => `其余${count}项详见数据包`,
  plannedInvestment: '已落户项目计划总投资',
  facts: {
    target: '目标',
    now: '当前',
    gap: '与计划差距',
    share: '目标完成率',
    ofPlan: '达计划',
    forecast: '预测',
    range: '预测，10–90%',
  },
};
