import {
  type Adding,
  chanceOf,
  exposureOf,
  moving,
  ownWeight,
  quantileOf,
  spreadOf,
} from '../../figures/charts/chance.ts';
import type { Day } from '../../figures/days.ts';
import { stageOrder, statesOn } from '../../figures/register.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface Capacity {
  readonly jobs_plan?: number;
  readonly jobs_actual?: number;
  readonly amounts: Readonly<
    Record<string, { readonly money?: { readonly minor: string } } | undefined>
  >;
}
interface WireChance {
  readonly need: string;
  readonly chance: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly at_least: boolean;
  readonly basis: readonly {
    readonly stage: string;
    readonly own: number;
    readonly events: number;
    readonly months: number;
  }[];
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
  readonly range?: unknown;
  readonly chance?: WireChance;
}

/** What a project still adds; undefined where it is not known. */
function addsOf(
  measure: 'jobs' | 'output',
  facts: Capacity,
  isRunning: boolean,
): number | undefined {
  const major = (name: string): number | undefined => {
    const money = facts.amounts[name]?.money;
    return money === undefined ? undefined : Number(money.minor) / 100;
  };
  const plan = measure === 'jobs' ? facts.jobs_plan : major('output_plan');
  const actual = measure === 'jobs' ? facts.jobs_actual : major('output_actual');
  if (plan === undefined || (actual === undefined && isRunning)) return undefined;
  return plan - Math.min(plan, actual ?? 0);
}

/**
 * The chance that projects add what is missing, and between which sums 8 in 10 outcomes lie. The
 * product adds on a grid of 2048 steps, so its sums lie within three of them.
 */
export async function compareChance(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  facts: ReadonlyMap<string, Capacity>,
  day: Day,
): Promise<void> {
  const { targets } = await get<{ targets: readonly WireTarget[] }>(`/api/v1/outlook?as_of=${day}`);
  const exposures = Object.fromEntries(
    moving.map((stage) => [stage, exposureOf(histories, stage, [firstDay, day])]),
  ) as Readonly<Record<(typeof moving)[number], ReturnType<typeof exposureOf>>>;
  const active = statesOn(histories, day).filter(({ status }) => status === 'active');
  for (const { row, measure, range, chance } of targets) {
    if (range === undefined || measure === undefined) continue;
    const adds = active.map(({ code, stage }) => ({
      stage,
      adds: addsOf(measure, facts.get(code) ?? { amounts: {} }, stageOrder.indexOf(stage) > 4),
    }));
    const projects = adds.flatMap((one): Adding[] =>
      one.adds === undefined ? [] : [{ stage: one.stage, adds: one.adds }],
    );
    const name = `chance of ${row.indicator}`;
    const need = Number(row.target) - Number(row.now?.value);
    const ahead = projects
      .filter((one) => one.adds > 0)
      .map((one) => stageOrder.indexOf(one.stage));
    const ownStages = moving
      .slice(Math.min(...ahead))
      .filter((one) => ownWeight(exposures[one]) > 0);
    const isGiven = need > 0 && ownStages.length > 0;
    to.same(day, `${name}, is given`, isGiven, chance !== undefined);
    if (chance === undefined) continue;
    for (const stage of moving) {
      const basis = chance.basis.find((one) => one.stage === stage);
      const { on, out, months } = exposures[stage];
      to.same(day, `${name}, events in ${stage}`, on + out, basis?.events);
      to.close(day, `${name}, months in ${stage}`, months, basis?.months);
      to.close(day, `${name}, own share of ${stage}`, ownWeight(exposures[stage]), basis?.own);
    }
    to.same(day, `${name}, at least`, projects.length < adds.length, chance.at_least);
    to.close(day, `${name}, need`, need, Number(chance.need));
    const isYearly = row.kind === 'annual_flow';
    const spread = spreadOf({ projects, day, deadline: row.deadline, isYearly, exposures });
    const step = (3 * spread.most) / 2047;
    for (const [key, share] of [
      ['p10', 0.1],
      ['p50', 0.5],
      ['p90', 0.9],
    ] as const) {
      const [low, high] = [quantileOf(spread, share - 5e-4), quantileOf(spread, share + 5e-4)];
      to.within(day, `${name}, ${key}`, [low - step, high + step], chance[key]);
    }
    const [least, most] = [chanceOf(spread, need + step), chanceOf(spread, need - step)];
    to.within(day, `${name}, of the need`, [least - 5e-4, most + 5e-4], chance.chance);
  }
}
