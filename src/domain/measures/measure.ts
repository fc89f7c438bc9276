import type { Text } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The source of the rows behind a measure. */
export type MeasureSource = 'register' | 'values' | 'targets' | 'register_and_values';
export const measureSourceTerms: Terms<MeasureSource> = {
  register: words('项目台账', '案件台帳', 'The register of projects'),
  values: words(
    '各月填报数或公布数，各附来源',
    '各月の報告値または公表値（出典つき）',
    'Values reported or published for each month, each with its source',
  ),
  targets: words(
    '目标原文及其来源',
    '目標の原文とその出典',
    'The target as it was set, with its source',
  ),
  register_and_values: words(
    '项目台账与本区指标数据',
    '案件台帳と地区の指標値',
    'The register of projects and the values of the zone',
  ),
};

/** The unit of a measure; the exact unit comes with its value. */
export type MeasureUnit =
  | 'projects'
  | 'money'
  | 'days'
  | 'percent'
  | 'points'
  | 'ratio'
  | 'of_target'
  | 'of_target_per_month'
  | 'of_fact'
  | 'index'
  | 'items'
  | 'jobs'
  | 'words';
export const measureUnitTerms: Terms<MeasureUnit> = {
  projects: words('项目数', '案件数', 'projects'),
  money: words('金额，按币种', '金額（通貨別）', 'money, each currency apart'),
  days: words('天', '日', 'days'),
  percent: words('%', '%', '%'),
  points: words('个百分点', 'ポイント', 'percentage points'),
  ratio: words('倍', '倍', 'ratio'),
  of_target: words('与目标同一单位', '目標と同じ単位', 'the unit of the target'),
  of_target_per_month: words(
    '与目标同一单位，每月',
    '目標と同じ単位、1か月あたり',
    'the unit of the target, per month',
  ),
  of_fact: words('与所选数据同一单位', '選んだ値と同じ単位', 'the unit of the fact'),
  index: words('无单位', '単位なし', 'without a unit'),
  items: words('项', '項目', 'items'),
  jobs: words('人', '人', 'jobs'),
  words: words('文字', '文字', 'words'),
};

/** The meaning of a figure, declared once for every screen, chart, file and response. */
export interface Measure {
  readonly name: Text;
  readonly unit: MeasureUnit;
  /** The formula in words. */
  readonly formula: Text;
  readonly counts: Text;
  readonly leaves_out: Text;
  readonly source: MeasureSource;
  /** Counts from 1. It rises when the same rows give another figure. */
  readonly version: number;
}
