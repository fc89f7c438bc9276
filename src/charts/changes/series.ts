import type { BridgeGroup, BridgeStep } from '#domain/changes/bridge.ts';
import type { PrintedStepKind } from '#domain/changes/bridge-steps.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import { inBrackets, type Language } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { heldBackTerm, noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import { writeNotComparable, projectName } from '#domain/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import {
  type MeasureUnit,
  measureUnit,
  numberText,
  toDisplayValue,
  valueText,
} from '#charts/kit/text/units.ts';
import type { TableFigure } from '#charts/kit/table.ts';
import { changesClaim } from './claim.ts';
import {
  listCurrencies,
  hasHappened,
  isUnchanged,
  splitStep,
  findSection,
  type StepPart,
  stepLabel,
} from './steps.ts';
import { changesChartLabels } from './labels/index.ts';
import { isTotal } from '#domain/changes/bridge-steps.ts';
import { compact } from '#domain/values/compact.ts';
import { compareDecimal } from '#domain/values/decimal.ts';

/** A bar between two running totals, in the display unit. */
export interface ChangesRow {
  /** The head above it. */
  readonly head?: string;
  /** `filled`: totals and gains. `outline`: moves and revisions. `lost`: losses. */
  readonly mark: 'filled' | 'outline' | 'lost';
  readonly kind: PrintedStepKind;
  readonly label: string;
  readonly count: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly figure: TableFigure;
}
export interface ChangesGroup {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly ChangesRow[];
}
export interface ChangesSeries {
  readonly groups: readonly ChangesGroup[];
  readonly least: number;
  readonly most: number;
  readonly example: boolean;
  readonly emptyText: string;
}

/**
 * The sum of a step in one currency, in major units; '0' where it has no amount in that currency.
 */
const stepSum = (step: BridgeStep, currency: string): string => {
  const amount = step.amounts.find((one) => one.currency === currency);
  return amount === undefined ? '0' : toMajor(fromWire(amount));
};
/** The currency of the bars: the zone's own, or the only one there is. */
export function bridgeCurrency({ bridge, zone }: Overview): {
  readonly drawnCurrency: string;
  readonly others: readonly string[];
} {
  const all = [
    ...new Set((bridge?.groups ?? []).flatMap(({ steps }) => steps.flatMap(listCurrencies))),
  ];
  const conversion =
    bridge === undefined || bridge.rates.kind === 'none' || bridge.rates.kind === 'missing'
      ? undefined
      : bridge.rates.currency;
  const drawnCurrency =
    conversion ??
    (all.includes(zone.base_currency) ? zone.base_currency : (all[0] ?? zone.base_currency));
  return { drawnCurrency, others: all.filter((currency) => currency !== drawnCurrency) };
}
/**
 * Whether a shared view withholds some amounts. The bars then count projects, which are always
 * shown.
 */
export const isHeldBack = ({ bridge }: Overview): boolean =>
  (bridge?.groups ?? []).some(({ steps }) =>
    steps.some(({ held_back }) => held_back !== undefined),
  );
/** The unit of the bars: that of the largest sum in the currency of the bridge. */
export function bridgeUnit(overview: Overview, language: Language): MeasureUnit {
  const { drawnCurrency } = bridgeCurrency(overview);
  const largest = Math.max(
    0,
    ...(overview.bridge?.groups ?? []).flatMap(({ steps }) =>
      steps.map((step) => Math.abs(Number(stepSum(step, drawnCurrency)))),
    ),
  );
  return measureUnit(drawnCurrency, language, largest);
}
/** Whether no project of the bridge has an amount. The bars then count projects too. */
export const hasNoAmount = ({ bridge }: Overview): boolean =>
  (bridge?.groups ?? []).some(({ steps }) => steps.some(({ projects }) => projects > 0)) &&
  (bridge?.groups ?? []).every(({ steps }) =>
    steps.every((step) => listCurrencies(step).length === 0),
  );

/** Whether the steps need heads: only where something was lost or left. */
const hasHeads = (steps: readonly BridgeStep[]): boolean =>
  steps.some(
    (step) =>
      hasHappened(step) &&
      (findSection(step.kind) === 'loss' || findSection(step.kind) === 'moved'),
  );
function chooseMark(kind: PrintedStepKind, group: BridgeGroup['group']): ChangesRow['mark'] {
  const section = findSection(kind);
  if (section === 'loss') return 'lost';
  const movesOn = kind === 'signed' || (kind === 'established' && group === 'pipeline');
  return section === 'moved' || section === 'revised' || movesOn ? 'outline' : 'filled';
}

interface RowContext {
  readonly unit: MeasureUnit;
  readonly currency: string;
  readonly group: BridgeGroup['group'];
  /** Bars count projects. */
  readonly counted: boolean;
  /** The compared day. */
  readonly since: string | undefined;
}
/** Writes the amount of a row. A missing amount, or one in other currencies only, is not 0. */
function amountText(
  { step, move }: StepPart,
  { unit, currency }: RowContext,
  language: Language,
): string {
  if (step.is_unknown === true) return '—';
  if (step.held_back?.includes(currency) === true) return heldBackTerm[language];
  if (step.kind === 'signed') {
    const money = move?.to?.money;
    return money?.currency === currency
      ? changesChartLabels[language].within(valueText(toMajor(fromWire(money)), unit))
      : '';
  }
  const isOfCurrency = step.amounts.some((one) => one.currency === currency);
  if (!isOfCurrency && step.amounts.length > 0)
    return listCurrencies(step)
      .map((one) => otherAmount(step, one, language))
      .join(kitLabels[language].list);
  if (!isOfCurrency && step.projects > 0 && step.undisclosed !== 0) return noAmountTerm[language];
  const exact = stepSum(step, currency);
  return isTotal(step.kind)
    ? valueText(exact, unit)
    : changeText(toDisplayValue(exact, unit), unit.digits);
}

/** Writes the amount of a row in a currency without a bar: +US$38mn. */
function otherAmount(step: BridgeStep, currency: string, language: Language): string {
  const exact = stepSum(step, currency);
  const { text } = formatValue(exact, currency, language);
  return !isTotal(step.kind) && compareDecimal(exact, '0') > 0 ? `+${text}` : text;
}

/** Writes a change with as many decimals as it needs to differ from zero. */
function changeText(value: number, digits: number): string {
  const own = [0, 1, 2, 3, 4].find((more) => Math.abs(value) >= 0.5 / 10 ** (digits + more)) ?? 0;
  return numberText(value, digits + own, true);
}

function makeRow(
  part: StepPart,
  before: number,
  context: RowContext,
  language: Language,
): ChangesRow {
  const { step, move } = part;
  const { unit, currency, group, counted, since } = context;
  const text = changesChartLabels[language];
  const change = counted ? step.count : toDisplayValue(stepSum(step, currency), unit);
  const signedText = amountText(part, context, language);
  const label = stepLabel(step.kind, group, language);
  const isCounted = step.count !== 0 || step.projects === 0;
  const count = isTotal(step.kind)
    ? step.is_unknown === true
      ? '—'
      : formatCount(step.count, language)
    : isCounted
      ? numberText(step.count, 0, true)
      : formatCount(step.projects, language);
  return {
    kind: step.kind,
    figure: {
      measure: counted ? 'bridge_projects' : 'bridge_investment',
      of: { ...compact({ from: since }), group, step: step.kind },
    },
    label:
      move === undefined
        ? label
        : `${projectName(move, language)}${kitLabels[language].colon}${label}`,
    mark: chooseMark(step.kind, group),
    count,
    value: signedText,
    from: isTotal(step.kind) ? 0 : before,
    to: isTotal(step.kind) ? change : before + change,
    lines: [
      { label: text.columns.count, value: count },
      { label: `${text.columns.amount}${inBrackets(unit.word, language)}`, value: signedText },
      ...(step.undisclosed === 0
        ? []
        : [
            {
              label: text.columns.undisclosed,
              value: isTotal(step.kind)
                ? String(step.undisclosed)
                : numberText(step.undisclosed, 0, true),
            },
          ]),
    ],
  };
}

/**
 * The text in place of bars: nothing changed, the opening is not known, or there is no day to
 * compare with.
 */
function noneText(overview: Overview, unit: MeasureUnit, language: Language): string {
  const { bridge } = overview;
  if (isUnchanged(overview)) return changesClaim(overview, unit, language) ?? '';
  return bridge !== undefined
    ? writeNotComparable(overview, bridge.from, language)
    : changesChartLabels[language].titleNone;
}

/** Makes the bars of a bridge. Without a compared day there are none, and a text says so. */
export function changesSeries(overview: Overview, language: Language): ChangesSeries {
  const { bridge } = overview;
  const text = changesChartLabels[language];
  const unit = bridgeUnit(overview, language);
  const { drawnCurrency: currency } = bridgeCurrency(overview);
  const countsOnly = isHeldBack(overview) || hasNoAmount(overview);
  const groups = (isUnchanged(overview) ? [] : (bridge?.groups ?? [])).map(
    ({ group, steps }): ChangesGroup => {
      let running = 0;
      const rows: ChangesRow[] = [];
      for (const part of steps
        .filter(hasHappened)
        .flatMap((step) => splitStep(step, group, overview))) {
        const row = makeRow(
          part,
          running,
          { unit, currency, group, counted: countsOnly, since: bridge?.from },
          language,
        );
        running = row.to;
        const section = findSection(part.step.kind);
        const isFirst =
          section !== undefined && !rows.some(({ kind }) => findSection(kind) === section);
        rows.push(
          isFirst && hasHeads(steps)
            ? { ...row, head: changesChartLabels[language].sections[section] }
            : row,
        );
      }
      const undisclosed = steps.at(-1)?.undisclosed ?? 0;
      return {
        title: text.groups[group],
        note: undisclosed === 0 ? '' : text.undisclosed(formatCount(undisclosed, language)),
        rows,
      };
    },
  );
  const places = groups.flatMap(({ rows }) => rows.flatMap(({ from, to }) => [from, to]));
  return {
    groups,
    least: Math.min(0, ...places),
    most: Math.max(0, ...places),
    example: overview.strip.data_status === 'illustrative',
    emptyText: noneText(overview, unit, language),
  };
}
