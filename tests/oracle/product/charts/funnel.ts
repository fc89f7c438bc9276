import { caseOf, incidenceOf, periodOf } from '../../figures/charts/cohorts.ts';
import type { Day } from '../../figures/days.ts';
import { toNumber } from '../../figures/fraction.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface WireEnds {
  readonly n: number;
  readonly moved: number;
  readonly open: number;
  readonly left: number;
  readonly unlisted: number;
}
interface WirePoint {
  readonly months: number;
  readonly moved: number;
  readonly left: number;
  readonly followed: number;
}
interface WireFunnel {
  readonly cohorts?: readonly (WireEnds & { readonly key: string; readonly is_small: boolean })[];
  readonly all?: WireEnds;
  readonly incidence?: { readonly n: number; readonly points: readonly WirePoint[] };
  readonly left_out?: Readonly<Record<'undated' | 'before' | 'passed', number>>;
}
const steps = {
  lead_signed: { from: 'lead', to: 'signed' },
  negotiation_signed: { from: 'negotiation', to: 'signed' },
  signed_construction: { from: 'signed', to: 'construction' },
} as const;
const ends = ['moved', 'open', 'left', 'unlisted'] as const;

/** The cohorts by period of entry, their ends, and the cumulative incidence of both ends. */
export async function compareFunnel(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  day: Day,
): Promise<void> {
  const sizes = ['half_year', 'quarter', 'month', 'year'] as const;
  for (const [i, [step, stages]] of Object.entries(steps).entries()) {
    const size = sizes[(i + day.length + Number(day.slice(8))) % sizes.length] ?? 'quarter';
    const funnel = await get<WireFunnel>(
      `/api/v1/analysis/funnel?as_of=${day}&event=${step}&period=${size}`,
    );
    const figure = (name: string): string => `funnel ${step} by ${size}, ${name}`;
    if (day < firstDay) {
      to.same(day, figure('before the first known day'), undefined, funnel.all?.n);
      continue;
    }
    const all = histories.flatMap((one) => caseOf(one, stages, [firstDay, day]) ?? []);
    const short = all.filter(({ end }) => end !== 'passed');
    const cases = short.filter(({ month }) => month !== undefined && month !== 'before');
    const cohorts = Map.groupBy(cases, ({ month = '' }) => periodOf(month, size));
    const wires = funnel.cohorts ?? [];
    for (const key of new Set([...cohorts.keys(), ...wires.map((one) => one.key)])) {
      const own = cohorts.get(key) ?? [];
      const wire = wires.find((one) => one.key === key);
      to.same(day, figure(`${key}, n`), own.length, wire?.n);
      to.same(day, figure(`${key}, counts only`), own.length < 5, wire?.is_small);
      for (const end of ends)
        to.same(
          day,
          figure(`${key}, ${end}`),
          own.filter((c) => c.end === end).length,
          wire?.[end],
        );
    }
    for (const end of ends)
      to.same(day, figure(end), cases.filter((c) => c.end === end).length, funnel.all?.[end]);
    const leftOut = {
      undated: short.filter(({ month }) => month === undefined).length,
      before: short.filter(({ month }) => month === 'before').length,
      passed: all.length - short.length,
    };
    for (const name of ['undated', 'before', 'passed'] as const)
      to.same(day, figure(`left out, ${name}`), leftOut[name], funnel.left_out?.[name]);
    const points = cases.length < 5 ? [] : incidenceOf(cases);
    to.same(day, figure('months'), points.length, funnel.incidence?.points.length ?? 0);
    for (const [month, point] of points.entries()) {
      const wire = funnel.incidence?.points[month];
      to.close(day, figure(`moved by ${month}`), toNumber(point.moved), wire?.moved);
      to.close(day, figure(`left by ${month}`), toNumber(point.left), wire?.left);
      to.same(day, figure(`followed at ${month}`), point.followed, wire?.followed);
    }
  }
}
