import { compact } from '#domain/values/compact.ts';
import { removeNoise } from '#domain/values/decimal.ts';
import { addMoney, fromWire, toWire } from '#domain/values/money.ts';
import {
  measures,
  type Amount,
  type Measure,
  type ProjectFacts,
} from '#domain/projects/project.ts';
import { cutText } from '#server/imports/read/cell-text.ts';
import { limits } from '#server/imports/read/limits.ts';
import {
  differInDays,
  differInStages,
  joinMilestones,
  joinStageDates,
  joinStageYears,
} from './phase-days.ts';
import type { RowRecord } from './row-record.ts';

const quantities = ['land_mu', 'floor_area_m2', 'jobs_plan', 'jobs_actual'] as const;

/**
 * Adds amounts of one currency.
 * @returns undefined for several currencies, which are never added
 */
function addAmounts(list: readonly Amount[]): Amount | undefined {
  const money = list.flatMap((a) => (a.money === undefined ? [] : [fromWire(a.money)]));
  const [first, ...rest] = money;
  if (first === undefined) return list[0];
  if (rest.some((m) => m.currency !== first.currency)) return undefined;
  const text = cutText(list.flatMap((a) => a.text ?? []).join(' + '), limits.textCharacters);
  const { unit } = list[0] ?? {};
  return {
    money: toWire(rest.reduce(addMoney, first)),
    ...compact({ text: text === '' ? undefined : text, unit }),
  };
}

/** What the rows of one project do not agree about. */
type RowConflict = 'sum_currencies' | 'sum_days' | 'sum_stages';

/**
 * Merges the rows of one project: adds amounts, areas and jobs, takes the first beginning and the
 * last completion of its phases, and takes everything else from the first row.
 * @param onConflict - receives the first row and what the rows do not agree about
 * @throws Error for an empty list
 */
export function addRows(
  rows: readonly RowRecord[],
  onConflict: (row: RowRecord, conflict: RowConflict) => void,
): RowRecord {
  const [first] = rows;
  if (first === undefined) throw new Error('no rows to add');
  if (rows.length === 1) return first;
  const amounts: Partial<Record<Measure, Amount>> = {};
  for (const measure of measures) {
    const list = rows.flatMap((r) => r.facts.amounts[measure] ?? []);
    if (list.length === 0) continue;
    const sum = addAmounts(list);
    if (sum === undefined) onConflict(first, 'sum_currencies');
    amounts[measure] = sum ?? {
      missing: 'not_reported',
      text: cutText(list.flatMap((a) => a.text ?? []).join(' + '), limits.textCharacters),
    };
  }
  const facts: { -readonly [K in keyof ProjectFacts]: ProjectFacts[K] } = {
    ...first.facts,
    amounts,
    milestones: joinMilestones(rows),
  };
  for (const name of quantities) {
    const list = rows.flatMap((r) => r.facts[name] ?? []);
    if (list.length > 0) facts[name] = removeNoise(list.reduce((a, b) => a + b, 0));
  }
  if (differInDays(rows)) onConflict(first, 'sum_days');
  if (differInStages(rows)) onConflict(first, 'sum_stages');
  const dates = joinStageDates(rows);
  const years = joinStageYears(rows, dates);
  const { years: _first, ...stage } = first.stage;
  return {
    ...first,
    facts,
    stage: { ...stage, dates, ...compact({ years: years.length === 0 ? undefined : years }) },
    yearMilestones: [...new Set(rows.flatMap((row) => row.yearMilestones ?? []))],
  };
}
