import type { Comparison } from './comparison.ts';
import type { Day } from '../figures/days.ts';
import { type Fraction, toNumber } from '../figures/fraction.ts';
import { makeTargetRow } from '../figures/targets-table.ts';
import type { TargetRowInput } from '../figures/target-row.ts';

const number = (value: Fraction | undefined): number | undefined => value && toNumber(value);

/** Rows of a CSV file without quoted cells, by column. */
function csvRows(text: string): readonly ReadonlyMap<string, string>[] {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => new Map(line.split(',').map((cell, i) => [columns[i] ?? '', cell])));
}

/** The targets chart as CSV: exact values, ids of the verdict. */
export async function compareTargetsCsv(
  to: Comparison,
  getText: (path: string) => Promise<string>,
  inputs: readonly TargetRowInput[],
  day: Day,
): Promise<void> {
  const path = inputs[0]?.rules.path ?? 'straight';
  const rows = csvRows(
    await getText(`/api/v1/charts/targets.csv?as_of=${day}&plan=${path}&lang=en`),
  );
  for (const input of inputs) {
    const { indicator, target } = input;
    const file = rows.find(
      (row) =>
        Number(row.get('target_value')) === toNumber(target.value) &&
        row.get('target_value') !== '',
    );
    const row = makeTargetRow(input, day);
    const name = `targets.csv, ${indicator.id} (${path})`;
    const cell = (column: string): number | undefined =>
      file?.get(column) ? Number(file.get(column)) : undefined;
    to.close(day, `${name}, now`, number(row.value), cell('now'));
    to.same(day, `${name}, date`, row.valueDay ?? '', file?.get('value_date'));
    to.close(day, `${name}, plan_to_date`, number(row.plan), cell('plan_to_date'));
    to.close(day, `${name}, gap`, number(row.gap), cell('gap'));
    to.close(day, `${name}, now_to_plan`, number(row.attainment), cell('now_to_plan'));
    to.close(day, `${name}, now_to_target`, number(row.share), cell('now_to_target'));
    const band = typeof row.forecast === 'string' ? undefined : row.forecast;
    for (const p of ['p10', 'p25', 'p50', 'p75', 'p90'] as const)
      if (file?.has(`forecast_${p}`))
        to.close(day, `${name}, forecast_${p}`, band?.[p], cell(`forecast_${p}`));
    to.same(day, `${name}, verdict`, row.verdict, file?.get('verdict'));
  }
}
