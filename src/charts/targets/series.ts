import { formatAttainment, formatDate, formatMonth, formatShare } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { LedgerRow, Overview, Verdict } from '#domain/overview.ts';
import { completion } from '#domain/verdict.ts';
import { basisTerms, missingTerms, verdictTerms } from '#domain/terms/index.ts';
import { sentenceStart } from '#domain/sentence-start.ts';
import { besideText } from '#charts/frame/beside.ts';
import { frameWords } from '#charts/frame/text.ts';
import {
  computedDigits,
  fullText,
  type MeasureUnit,
  type ShownGap,
  shownGap,
  valueParts,
  valueText,
  isSelfNamed,
} from '#charts/frame/units.ts';
import { type OutcomeText, outcomeText } from './outcome.ts';
import { rowUnit } from './row-unit.ts';
import { targetsWords } from './text.ts';

/** Where the bullet ends: past this share of plan to date the bar is cut and its number says the rest. */
export const bulletEnd = 2.75;
/** Where the way to the target ends, so that a forecast above the target can be seen. */
export const laneEnd = 1.13;

export type Mark = 'up' | 'bars' | 'down' | 'down-strong' | 'check' | 'cross' | 'ring';
/** A value in three parts, so that the number can be set larger than its words. */
export interface ValueParts {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  /** Its day, from the longest writing to the shortest. */
  readonly dates: readonly [long: string, short: string];
}

/** One target as drawn: ratios are shares, every text is ready. */
export interface TargetRow {
  readonly indicator: string;
  readonly name: string;
  /** The target as published, in short, as ">200". */
  readonly target: string;
  /** What stands under the name: where the way started, or what the value covers. */
  readonly under: string;
  readonly now?: ValueParts;
  /** Value and target in the second currency. */
  readonly beside?: string;
  /** In place of a value: not reported, no checklist, n of N. */
  readonly absent?: string;
  /** Bars of invented values are hatched. */
  readonly hatched: boolean;
  readonly bullet?: { readonly ratio: number; readonly label: string; readonly gap: string; readonly line: string };
  readonly lane?: {
    readonly share: number;
    readonly label: string;
    readonly start?: number;
    readonly forecast?: {
      readonly low: number;
      readonly middle: number;
      readonly high: number;
      readonly label: string;
      readonly short: string;
    };
    readonly refused?: string;
    readonly refusedShort?: string;
  };
  readonly verdict: {
    readonly id: Verdict;
    readonly mark: Mark;
    readonly words: string;
    readonly prefix: string;
    readonly short: boolean;
    /** What the present pace leads to. */
    readonly outcome?: OutcomeText;
  };
  readonly alt: string;
}
export interface TargetsSeries {
  readonly heads: {
    readonly bullet: string;
    readonly plan: string;
    readonly lane: string;
    readonly target: string;
    readonly target100: string;
    readonly forecast: string;
    readonly ofPlan: string;
    readonly ofTarget: string;
  };
  readonly rows: readonly TargetRow[];
}

const marks: Readonly<Record<Verdict, Mark>> = {
  met: 'check',
  ahead: 'up',
  on_plan: 'bars',
  slightly_behind: 'down',
  behind: 'down-strong',
  not_yet_exceeded: 'ring',
  missed: 'cross',
  no_value: 'ring',
  no_value_at_deadline: 'ring',
  no_verdict: 'ring',
};
const shortOf: readonly Verdict[] = ['slightly_behind', 'behind', 'missed'];

/** Whether a row says its verdict: with its value, or, of a checklist, once its deadline has passed. */
export const isJudged = ({ now, verdict }: Pick<TargetRow, 'now' | 'verdict'>): boolean =>
  now !== undefined || verdict.id === 'met' || verdict.id === 'missed';

/** A value in the ledger: English leaves out the unit of a count, since the row's name already says it. */
export const ledgerText = (value: string, unit: MeasureUnit): string =>
  isSelfNamed(unit) ? valueText(value, unit) : fullText(value, unit);

function nowParts(row: LedgerRow, unit: MeasureUnit, gap: ShownGap | undefined, language: Language): ValueParts | undefined {
  if (row.now === undefined) return undefined;
  const { prefix, number, suffix } = valueParts(row.now.value, unit, gap?.nowDigits ?? computedDigits(row.now.value, unit));
  return {
    prefix,
    number,
    suffix: isSelfNamed(unit) ? '' : suffix,
    dates: [formatDate(row.now.date, language, 'long'), formatDate(row.now.date, language, 'short')],
  };
}

/** Where nobody waits for a forecast: the verdict says how it ended. */
const unasked: readonly string[] = ['qualitative', 'met', 'deadline_passed'];

function lane(row: LedgerRow, unit: MeasureUnit, language: Language): TargetRow['lane'] {
  const target = Number(row.target ?? 0);
  if (row.now === undefined || row.completion === undefined || !(target > 0)) return undefined;
  const words = targetsWords[language];
  // less is better: the way is target ÷ value, and a value of 0 is past its end
  const shareOf = (value: number): number => completion(row.comparator, value, target) ?? laneEnd;
  const start = row.baseline === undefined ? 0 : shareOf(Number(row.baseline.value));
  const base = { share: row.completion, label: formatShare(row.completion, [100], language), ...(start > 0 ? { start } : {}) };
  const { forecast } = row;
  if (forecast.kind === 'refused')
    return { ...base, refused: words.refused[forecast.reason], refusedShort: unasked.includes(forecast.reason) ? '' : words.refusedShort };
  const round = (value: number): string => valueText(value, unit);
  const [low = 0, high = 0] = [shareOf(forecast.p10), shareOf(forecast.p90)].sort((a, b) => a - b);
  const label = `${round(forecast.p50)}${frameWords[language].brackets(`${round(forecast.p10)}–${round(forecast.p90)}`)}`;
  return {
    ...base,
    forecast: { low, middle: shareOf(forecast.p50), high, label, short: round(forecast.p50) },
  };
}

function absentText(row: LedgerRow, language: Language): string {
  const words = targetsWords[language];
  if (row.checklist !== undefined) return words.checklist(row.checklist.done, row.checklist.total);
  if (row.kind === 'qualitative') return words.noChecklist;
  return missingTerms[row.missing ?? 'not_reported'][language];
}

function underText(row: LedgerRow, unit: MeasureUnit, language: Language): string {
  const words = targetsWords[language];
  if (row.kind === 'qualitative') return sentenceStart(row.wording[language]);
  if (row.now !== undefined && row.now.basis !== 'level') return sentenceStart(basisTerms[row.now.basis][language]);
  if (row.baseline === undefined || Number(row.baseline.value) === 0) return row.definition[language];
  return words.start(ledgerText(row.baseline.value, unit), formatMonth(row.baseline.date.slice(0, 7), language, 'long'));
}

/** One ledger row as drawn and read aloud. */
export function targetRow(row: LedgerRow, language: Language, bearer: Partial<Pick<Overview, 'beside' | 'thresholds'>> = {}): TargetRow {
  const unit = rowUnit(row, language);
  const words = targetsWords[language];
  const gap = row.now !== undefined && row.plan !== undefined ? shownGap(row.now.value, row.plan.value, unit) : undefined;
  const now = nowParts(row, unit, gap, language);
  const example = row.verdict_status === 'illustrative';
  const way = lane(row, unit, language);
  const ofPlan = formatAttainment(row.attainment ?? 0, bearer.thresholds ?? {}, language);
  const verdict = verdictTerms[row.verdict][language];
  const outcome = outcomeText(row, language);
  const name = row.name[language];
  const target = row.target === undefined ? '' : words.comparator(row.comparator, ledgerText(row.target, unit));
  const [nowBeside, targetBeside] = [row.now?.value, row.target].map((value) =>
    value === undefined ? '' : besideText(value, row.unit, bearer, language),
  );
  const beside = [
    ...(nowBeside === undefined || nowBeside === '' ? [] : [nowBeside]),
    ...(targetBeside === undefined || targetBeside === ''
      ? []
      : [`${words.target.toLowerCase()} ${words.comparator(row.comparator, targetBeside)}`]),
  ];
  const shares = [
    row.attainment === undefined ? '' : `${words.ofPlan} ${ofPlan}`,
    way === undefined ? '' : `${words.ofTarget} ${way.label}`,
  ].filter((part) => part !== '');
  return {
    indicator: row.indicator,
    name,
    target,
    under: underText(row, unit, language),
    ...(now === undefined ? { absent: absentText(row, language) } : { now }),
    ...(beside.length === 0 ? {} : { beside: beside.join(frameWords[language].list) }),
    hatched: row.now?.data_status === 'illustrative',
    ...(row.attainment !== undefined && gap !== undefined
      ? {
          bullet: {
            ratio: row.attainment,
            label: ofPlan,
            gap: gap.gap,
            line: words.gapOnPlan(gap.gap, gap.plan),
          },
        }
      : {}),
    ...(way === undefined ? {} : { lane: way }),
    verdict: {
      id: row.verdict,
      mark: marks[row.verdict],
      words: verdict,
      prefix: example ? frameWords[language].example('') : '',
      short: !example && shortOf.includes(row.verdict),
      ...(outcome === undefined ? {} : { outcome }),
    },
    alt: [
      `${name}${target === '' ? '' : ` ${target}`}`,
      ...(now === undefined ? [absentText(row, language)] : [`${now.prefix}${now.number}${now.suffix}`]),
      ...shares,
      outcome === undefined ? verdict : `${verdict}${words.clause}${outcome.long}`,
    ].join(frameWords[language].list),
  };
}

/** The target ledger: every row on two common axes, plan to date at 100 % and target at 100 %. */
export function targetsSeries(overview: Overview, language: Language): TargetsSeries {
  const words = targetsWords[language];
  const year = targetYear(overview);
  return {
    heads: {
      bullet: words.bulletHead,
      plan: words.plan100,
      lane: words.laneHead(year),
      target: words.target,
      target100: `${words.target} 100%`,
      forecast: words.forecastKey(year),
      ofPlan: words.ofPlan,
      ofTarget: words.ofTarget,
    },
    rows: overview.targets.map((row) => targetRow(row, language, overview)),
  };
}

/** The year of the latest deadline. */
export const targetYear = (overview: Overview): string =>
  overview.targets
    .map((row) => row.deadline.slice(0, 4))
    .sort()
    .at(-1) ?? overview.as_of.slice(0, 4);
