import type { en } from './en.ts';

export const ja: typeof en = {
  slide: (number) => `スライド${number}`,
  problems: (count) => `対応が必要な課題は${count}件`,
  targetsBehind: (count) => `計画に遅れのある目標は${count}項目`,
  projectsToAct: (count) => `対応を要する案件は${count}件`,
  join: '、',
  steps: (count) => `今後の対応は${count}件`,
  problemsAndSteps: (day) => `課題と今後の対応、${day}現在`,
  keyProjects: (rows, all) =>
    rows === all ? `立地済み案件${all}件` : `立地済み案件${all}件のうち上位${rows}件`,
  keyProjectsHow: (day) => `立地済み案件、計画投資額の大きい順、${day}現在`,
  sources: '出典と定義',
  sourcesHow: '数値の根拠と算出方法',
  revised: (count) => `公表後に修正された数値は${count}件`,
  changed: '案件の動きと指標の増減',
  more: (count) => `ほか${count}件はデータ一式に記載`,
  plannedInvestment: '立地済み案件の計画投資額',
  facts: {
    target: '目標',
    now: '現在',
    gap: '計画との差',
    share: '目標達成率',
    ofPlan: '計画比',
    forecast: '予測',
    range: '予測、10–90%',
  },
};
