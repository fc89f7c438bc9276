import type { BaselineKind } from '#domain/zone/indicator.ts';
import type { RowPlanPath } from '#domain/targets/target-row.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The origin of the baseline of a plan. */
export const baselineKindTerms: Terms<BaselineKind> = {
  entered: words('录入的基期值', '入力された基準値', 'entered'),
  first_value: words('首个录入值', '最初の入力値', 'first value entered'),
  zero: words('年度累计的基期值', '年間累計の基準値', 'baseline of a yearly flow'),
  target: words(
    '基期已达标，计划为保持目标值',
    '開始時に達成済み、計画は目標値の維持',
    'target, met at the start; the plan is to hold it',
  ),
};

/** The path of a plan from its baseline to its target. */
export const planPathTerms: Terms<RowPlanPath> = {
  straight: words('序时进度（直线）', '期間経過率（直線）', 'straight line'),
  checkpoints: words('按检查点', 'チェックポイント', 'checkpoints'),
  monthly: words('按月度计划', '月別計画', 'monthly plan'),
  as_last_year: words('按上年进度', '前年の進み方', 'as last year'),
};
