import { factsOn, type FactList, type Facts } from '../../figures/charts/facts.ts';
import { pairs, pairSum, rungs, rungSum } from '../../figures/charts/ladder.ts';
import type { Day } from '../../figures/days.ts';
import { parseDecimal, subtract } from '../../figures/fraction.ts';
import { statesOn } from '../../figures/register.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface WireCell {
  readonly count: number;
  readonly undisclosed: number;
  readonly sums: readonly {
    readonly unit: string;
    readonly count: number;
    readonly value: string;
  }[];
}
interface WirePair {
  readonly of: string;
  readonly has: string;
  readonly unit: string;
  readonly count: number;
  readonly value: string;
  readonly base: string;
  readonly over: number;
  readonly excess: string;
  readonly short: number;
  readonly shortfall: string;
}
interface WireGroup {
  readonly key?: string;
  readonly count: number;
  readonly rungs: readonly WireCell[];
  readonly pairs: readonly WirePair[];
}
interface WireLadder {
  readonly groups?: readonly WireGroup[];
  readonly total?: WireGroup;
}

const currencies = ['CNY', 'JPY', 'USD'];
const isEqual = (oracle: Parameters<typeof subtract>[0], product = '0'): boolean =>
  subtract(oracle, parseDecimal(product)).n === 0n;

function compareGroup(
  to: Comparison,
  [day, name]: readonly [Day, string],
  projects: readonly Facts[],
  wire: WireGroup | undefined,
): void {
  to.same(day, `${name}, projects`, projects.length, wire?.count ?? 0);
  for (const [i, rung] of rungs.entries()) {
    const { unknown, sums } = rungSum(projects, rung);
    const cell = wire?.rungs[i];
    to.same(day, `${name}, ${rung} not reported`, unknown, cell?.undisclosed ?? 0);
    for (const unit of currencies) {
      const [own, product] = [sums.get(unit), cell?.sums.find((sum) => sum.unit === unit)];
      to.same(day, `${name}, ${rung} in ${unit}, n`, own?.n, product?.count);
      if (own !== undefined)
        to.same(day, `${name}, ${rung} in ${unit}`, true, isEqual(own.sum, product?.value));
    }
  }
  for (const pair of pairs)
    for (const unit of currencies) {
      const own = pairSum(projects, pair, unit);
      const figure = `${name}, ${pair.join(' to ')} in ${unit}`;
      const product = wire?.pairs.find(
        (one) => one.of === pair[0] && one.has === pair[1] && one.unit === unit,
      );
      for (const key of ['count', 'over', 'short'] as const)
        to.same(day, `${figure}, ${key}`, own[key], product?.[key] ?? 0);
      for (const key of ['base', 'value', 'excess', 'shortfall'] as const)
        to.same(day, `${figure}, ${key}`, true, isEqual(own[key], product?.[key]));
    }
}

/** Planned, contracted, paid-in and completed money by group, and two rungs of equal projects. */
export async function compareLadder(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  lists: readonly FactList[],
  day: Day,
): Promise<void> {
  const facts = factsOn(lists, day);
  const active = statesOn(histories, day)
    .filter(({ status }) => status === 'active')
    .flatMap(({ code, stage }) => {
      const own = facts.get(code);
      return own === undefined ? [] : [{ stage: stage as string, facts: own }];
    });
  for (const by of ['industry', 'stage'] as const) {
    const ladder = await get<WireLadder>(`/api/v1/analysis/money-ladder?as_of=${day}&by=${by}`);
    if (day < firstDay) {
      to.same(day, 'money ladder before the first known day', undefined, ladder.groups?.length);
      continue;
    }
    const groups = Map.groupBy(active, (one) =>
      by === 'stage' ? one.stage : (one.facts.industry ?? ''),
    );
    for (const key of new Set([
      ...groups.keys(),
      ...(ladder.groups ?? []).map((one) => one.key ?? ''),
    ]))
      compareGroup(
        to,
        [day, `ladder by ${by}, ${key}`],
        (groups.get(key) ?? []).map((one) => one.facts),
        ladder.groups?.find((one) => (one.key ?? '') === key),
      );
    compareGroup(
      to,
      [day, `ladder by ${by}, total`],
      active.map((one) => one.facts),
      ladder.total,
    );
  }
}
