import { compact } from '#domain/values/compact.ts';
import { addDays, addMonths, type Day, lastDay, type Month } from '../figures/days.ts';
import { type Random, randomOf } from './random.ts';
import type { SampleValue, SampleZone } from './samples.ts';

const firstMonth = '2019-01';
type Target = SampleZone['targets'][number];
type Indicator = SampleZone['indicators'][number];
export interface RandomZone extends SampleZone {
  readonly seed: number;
  readonly values: readonly SampleValue[];
}
interface Kind {
  readonly kind: string;
  readonly unit: string;
  readonly cumulation?: string;
  /** January is never reported on its own. */
  readonly skipsJanuary?: boolean;
}
const kinds: readonly Kind[] = [
  { kind: 'stock', unit: 'companies' },
  { kind: 'stock', unit: 'jobs' },
  { kind: 'stock', unit: 'projects' },
  { kind: 'cum_flow', unit: 'CNY', cumulation: 'since_start' },
  { kind: 'cum_flow', unit: 'USD', cumulation: 'since_start' },
  { kind: 'annual_flow', unit: 'CNY', cumulation: 'ytd', skipsJanuary: true },
  { kind: 'annual_flow', unit: 'CNY', cumulation: 'ytd' },
  { kind: 'annual_flow', unit: 'USD', cumulation: 'ytd', skipsJanuary: true },
  { kind: 'annual_flow', unit: 'CNY', cumulation: 'period' },
  { kind: 'ratio', unit: 'percent' },
  { kind: 'ratio', unit: 'percent' },
];

/** Values of one indicator by month; undefined where the month was reported without one. */
function valuesOf(random: Random, kind: Kind, months: number): (number | undefined)[] {
  const pace = random.integer(1, 40);
  const gaps = random.chance(0.5) ? 0.08 : 0;
  let level = random.integer(0, 300);
  let year = 0;
  return Array.from({ length: months }, (_, i) => {
    const january = i % 12 === 0;
    const change = random.integer(kind.kind === 'cum_flow' ? 0 : -Math.ceil(pace / 3), 2 * pace);
    level = Math.max(0, level + change);
    const flow = random.integer(1, 4) * pace;
    year = january ? flow : year + flow;
    if ((january && kind.skipsJanuary === true) || random.chance(gaps)) return undefined;
    return kind.kind !== 'annual_flow' ? level : kind.cumulation === 'ytd' ? year : flow;
  });
}

function targetOf(random: Random, id: string, kind: Kind, top: number): Target {
  const comparator = random.pick(
    kind.kind === 'annual_flow' ? ['>', '>='] : ['>', '>=', '>', '>=', '<', '<='],
  );
  const year = random.integer(2021, 2024);
  const deadline = lastDay(
    `${year}-${kind.kind === 'annual_flow' ? '12' : random.pick(['06', '12', '12'])}`,
  );
  const value = Math.max(1, Math.round(top * (0.5 + random.next())));
  return {
    indicator: id,
    comparator,
    value: String(value),
    deadline,
    baseline_date: lastDay(addMonths(firstMonth, random.integer(0, 6))),
    ...compact({
      baseline: random.chance(0.4) ? String(Math.round(value * random.next() * 0.4)) : undefined,
    }),
  };
}

function checkpointsOf(random: Random): { readonly date: Day; readonly share: number }[] {
  let share = 0;
  let date = lastDay('2019-12');
  return Array.from({ length: random.integer(1, 4) }, () => {
    share = Math.min(0.99, Math.round((share + random.next() * 0.3) * 100) / 100);
    date = addDays(date, random.integer(100, 400));
    return { date, share };
  });
}

/**
 * A zone with eleven targets of all kinds over six years, with gaps, entered baselines and random
 * rules.
 */
export function randomZone(seed: number): RandomZone {
  const random = randomOf(seed);
  const months = 72;
  const indicators: Indicator[] = [];
  const targets: Target[] = [];
  const values: SampleValue[] = [];
  for (const [i, kind] of kinds.entries()) {
    const id = `measure${i + 1}`;
    const series = valuesOf(random, kind, months).slice(0, random.integer(40, months));
    const start = random.integer(0, 8);
    const month = (at: number): Month => addMonths(firstMonth, at);
    for (const [at, value] of series.entries())
      if (at >= start)
        values.push({
          indicator: id,
          period: month(at),
          ...compact({ value: value === undefined ? undefined : String(value) }),
        });
    const { skipsJanuary: _, ...indicator } = kind;
    indicators.push({ id, ...indicator });
    const year = series.slice(-13).map((value) => value ?? 0);
    const top =
      kind.cumulation === 'period'
        ? year.reduce((sum, value) => sum + value, 0)
        : Math.max(1, ...year);
    targets.push(targetOf(random, id, kind, top));
  }
  const ahead = random.integer(100, 112);
  const thresholds = { ahead, on: ahead - random.integer(4, 12), slightly: random.integer(60, 85) };
  return { seed, indicators, targets, values, checkpoints: checkpointsOf(random), thresholds };
}
