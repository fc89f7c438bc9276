import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  title: '单页副本',
  what: (v) =>
    `一个文件，内含截至${v.date}的总览，中文、日文、英文俱全。可在任何设备上从邮件打开，无需网络，不含脚本。`,
  holds: '只有总数：没有项目名称，也没有投资方不足三家的金额。',
  save: '保存副本',
  making: '正在制作副本',
  saved: (v) => `已存为 ${v.name}。`,
  no_pictures: '图表未能绘出，副本中只有数字。',
  progress_of: (v) => `截至${v.date}的进展`,
  made: (v) => `只读副本，${v.date}制作`,
  illustrative: '标有“示例”的数字为演示而编制，请勿引用。',
  established: '已落户项目',
  investment: '已落户项目计划投资',
  pipeline: '储备在谈项目',
  source: (v) => `${v.source}，${v.date}`,
  targets: '目标',
  target: '目标',
  now: '当前',
  plan: '应达进度',
  verdict: '判断',
  by: (v) => `期限日${v.date}`,
  checklist: (v) => `${v.total}项中已完成${v.done}项，${v.date}`,
  no_checklist: '未报送任务清单',
  stages: '各阶段项目',
  stage: '阶段',
  count: '项目数',
  amount: '计划总投资',
  held_back_note:
    '投资方不足三家的金额、可将某一家估算到误差15%以内的合计，以及可推算出这些金额的数字都不显示。',
  undisclosed: (v) => `${v.n.toLocaleString('zh-CN')}个项目无金额`,
  excluded: (v) => `${v.n.toLocaleString('zh-CN')}个项目暂缓或终止，不计入`,
  since: (v) => `${v.date}以来`,
  since_text: (v) =>
    `阶段或状态变动${v.n.toLocaleString('zh-CN')}项。已落户：${v.before.toLocaleString('zh-CN')} → ${v.now.toLocaleString('zh-CN')}；储备在谈：${v.pipelineBefore.toLocaleString('zh-CN')} → ${v.pipelineNow.toLocaleString('zh-CN')}。`,
  method: '阅读说明',
  method_text:
    '应达进度：基期值 +（目标 − 基期值）× 差额的应达比例。判断：当前 ÷ 应达进度。投资额不是产值，项目不是企业，因此不作比较。不同币种不相加。',
  language: '语言',
};
