import { type Contributor, type Goal, reachOf } from '../figures/outlook.ts';
import type { Day } from '../figures/days.ts';
import { type Fraction, fraction, parseDecimal, toNumber } from '../figures/fraction.ts';
import { statesOn } from '../figures/register.ts';
import type { Comparison } from './comparison.ts';
import type { Milestone } from '../figures/charts/facts.ts';
import type { RegisterUnderTest } from './register.ts';

interface WireMoney {
  readonly money?: { readonly minor: string; readonly currency: string };
}
/** What a sample says about the output and the jobs of a project. */
export interface Facts {
  readonly jobs_plan?: number;
  readonly jobs_actual?: number;
  readonly milestones: readonly Milestone[];
  readonly amounts: { readonly output_plan?: WireMoney; readonly output_actual?: WireMoney };
}
interface WireTarget {
  readonly row: {
    readonly indicator: string;
    readonly kind: string;
    readonly deadline: Day;
    readonly target?: string;
    readonly now?: { readonly value: string };
  };
  readonly measure?: 'jobs' | 'output';
  readonly range?: Readonly<Record<string, string>> & {
    readonly unknown_codes: readonly string[];
    readonly undated_codes: readonly string[];
  };
  readonly fewest?: { readonly count: number; readonly closes: boolean };
}

const yuan = ({ money }: WireMoney = {}): Fraction | undefined =>
  money === undefined ? undefined : fraction(BigInt(money.minor), 100n);
const whole = (count: number | undefined): Fraction | undefined =>
  count === undefined ? undefined : fraction(count);

/** The day of a milestone as it is known on `day`. */
function dayOf(milestones: readonly Milestone[], type: string, day: Day): Day | undefined {
  const { actual, plan, baseline } = milestones.find((one) => one.type === type) ?? {};
  return actual !== undefined && actual <= day ? actual : (plan ?? baseline);
}

/**
 * Floor, signed, ceiling, parts by date, unknown projects and the fewest that close the gap, of each
 * target that has them on `day`.
 *
 * @param facts of each project, without a change over time
 */
export async function compareOutlook(
  to: Comparison,
  { get, histories }: RegisterUnderTest,
  facts: ReadonlyMap<string, Facts>,
  day: Day,
): Promise<void> {
  const { targets } = await get<{ targets: readonly WireTarget[] }>(`/api/v1/outlook?as_of=${day}`);
  const active = statesOn(histories, day).filter(({ status }) => status === 'active');
  for (const { row, measure, range, fewest } of targets) {
    if (range === undefined || row.now === undefined || row.target === undefined) continue;
    const projects = active.map(({ code, stage }): Contributor => {
      const { milestones = [], amounts = {}, jobs_plan, jobs_actual } = facts.get(code) ?? {};
      return {
        code,
        stage,
        plan: measure === 'jobs' ? whole(jobs_plan) : yuan(amounts.output_plan),
        actual: measure === 'jobs' ? whole(jobs_actual) : yuan(amounts.output_actual),
        opens: dayOf(milestones, 'operation', day),
        full: dayOf(milestones, 'full_capacity', day),
      };
    });
    const goal: Goal = {
      now: parseDecimal(row.now.value),
      target: parseDecimal(row.target),
      deadline: row.deadline,
      isYearly: row.kind === 'annual_flow',
    };
    const reach = reachOf(projects, goal, day);
    const figure = (name: string): string => `outlook of ${row.indicator}, ${name}`;
    for (const [name, key] of [
      ['signed', 'signed'],
      ['ceiling', 'ceiling'],
      ['missing', 'missing'],
      ['already', 'already'],
      ['onTime', 'on_time'],
      ['late', 'late'],
      ['undated', 'undated'],
      ['inTime', 'in_time'],
    ] as const)
      to.close(day, figure(key), toNumber(reach[name]), Number(range[key]));
    to.same(day, figure('unknown'), reach.unknown.join(), range.unknown_codes.join());
    to.same(day, figure('without a date'), reach.withoutDate.join(), range.undated_codes.join());
    to.same(day, figure('fewest'), reach.fewest.count, fewest?.count);
    to.same(day, figure('they close the gap'), reach.fewest.closes, fewest?.closes);
  }
}
