import type { Comparison } from './comparison.ts';
import type { Day } from '../figures/days.ts';
import { type Fraction, parseDecimal, toNumber } from '../figures/fraction.ts';
import { makeTargetRow } from '../figures/targets-table.ts';
import type { TargetRowInput, TargetRow } from '../figures/target-row.ts';
import type { Get } from './register.ts';

/** A row of the targets table as the API writes it. */
interface WireRow {
  readonly indicator: string;
  readonly now?: { readonly value: string; readonly date: string; readonly basis: string };
  readonly baseline?: { readonly value: string };
  readonly later?: { readonly value: string; readonly date: string };
  readonly stale: boolean;
  readonly completion?: number;
  readonly elapsed?: number;
  readonly plan?: { readonly value: number };
  readonly gap?: number;
  readonly attainment?: number;
  readonly remaining?: string;
  readonly required_per_month?: number;
  readonly current_per_month?: number;
  readonly forecast: Readonly<Record<string, number | string>>;
  readonly verdict: string;
}
const number = (value: Fraction | undefined): number | undefined => value && toNumber(value);

function compareForecast(
  to: Comparison,
  day: Day,
  name: string,
  row: TargetRow,
  wire: WireRow,
): void {
  const { forecast } = row;
  if (typeof forecast === 'string') {
    to.same(day, `${name}, forecast`, forecast, wire.forecast['reason'] ?? 'a range');
    return;
  }
  for (const p of ['p10', 'p25', 'p50', 'p75', 'p90'] as const) {
    const product = wire.forecast[p];
    to.close(
      day,
      `${name}, forecast ${p}`,
      forecast[p],
      typeof product === 'number' ? product : undefined,
    );
  }
}

/** Compares every figure of one row of the targets table on one day. */
function compareRow(to: Comparison, day: Day, name: string, row: TargetRow, wire: WireRow): void {
  const product = wire.now;
  to.close(
    day,
    `${name}, value`,
    number(row.value),
    product && toNumber(parseDecimal(product.value)),
  );
  to.same(day, `${name}, date of the value`, row.valueDay, product?.date);
  to.same(day, `${name}, measure`, row.basis, product?.basis);
  if (row.value !== undefined)
    to.close(
      day,
      `${name}, baseline`,
      number(row.baseline),
      wire.baseline && Number(wire.baseline.value),
    );
  to.close(
    day,
    `${name}, value after the deadline`,
    number(row.later?.value),
    wire.later && Number(wire.later.value),
  );
  to.same(day, `${name}, date after the deadline`, row.later?.day, wire.later?.date);
  to.same(day, `${name}, stale`, row.stale, wire.stale);
  to.close(day, `${name}, share of target`, number(row.share), wire.completion);
  to.close(day, `${name}, elapsed`, number(row.elapsed), wire.elapsed);
  to.close(day, `${name}, plan to date`, number(row.plan), wire.plan?.value);
  to.close(day, `${name}, gap`, number(row.gap), wire.gap);
  to.close(day, `${name}, progress against plan`, number(row.attainment), wire.attainment);
  if (row.remaining !== undefined || wire.remaining === undefined)
    to.close(
      day,
      `${name}, remaining`,
      number(row.remaining),
      wire.remaining === undefined ? undefined : Number(wire.remaining),
    );
  if (row.required !== undefined)
    to.close(day, `${name}, required per month`, number(row.required), wire.required_per_month);
  to.close(day, `${name}, current per month`, number(row.current), wire.current_per_month);
  to.same(day, `${name}, verdict`, row.verdict, wire.verdict);
  compareForecast(to, day, name, row, wire);
}

/** Compares the targets table of a zone on one day by one path of the plan. */
export async function compareTargetsTable(
  to: Comparison,
  get: Get,
  inputs: readonly TargetRowInput[],
  day: Day,
): Promise<void> {
  const path = inputs[0]?.rules.path ?? 'straight';
  const { targets } = await get<{ targets: readonly WireRow[] }>(
    `/api/v1/overview?as_of=${day}&compare=none&plan=${path}`,
  );
  for (const input of inputs) {
    const wire = targets.find(({ indicator }) => indicator === input.indicator.id);
    if (wire !== undefined)
      compareRow(to, day, `${input.indicator.id} (${path})`, makeTargetRow(input, day), wire);
    else to.same(day, input.indicator.id, 'a row', 'none');
  }
}
