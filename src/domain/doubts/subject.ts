import { sameWords } from '#domain/values/term.ts';
import type { DoubtFact, DoubtFactName, DoubtProject, DoubtSubject } from './doubt.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { WireMoney } from '#domain/values/money.ts';

/** Makes the subject of a doubt about one project: its code and its names. */
export const projectSubject = ({
  code,
  name,
  names,
}: Pick<DoubtProject, 'code' | 'name' | 'names'>): DoubtSubject => ({
  kind: 'project',
  id: code,
  name: { ...sameWords(name), ...names },
});

/**
 * The disclosed amount of a measure.
 * @returns undefined if the amount is not disclosed or not reported
 */
export const findMoney = (
  { amounts }: Pick<DoubtProject, 'amounts'>,
  measure: Measure,
): WireMoney | undefined => amounts[measure]?.money;

/** Makes a fact of a doubt that is an amount, in minor units of its currency. */
export const moneyFact = (name: DoubtFactName, money: WireMoney): DoubtFact => ({ name, money });
/** Makes a fact of a doubt that is a number of jobs. */
export const jobsFact = (name: DoubtFactName, jobs: number): DoubtFact => ({
  name,
  value: String(jobs),
  unit: 'jobs',
});

/** Whether two amounts are equal; an unknown amount equals none. */
export const isSameMoney = (a: WireMoney | undefined, b: WireMoney | undefined): boolean =>
  a !== undefined && b !== undefined && a.currency === b.currency && a.minor === b.minor;

/** Groups entries by a key; entries without a key are left out. */
export function groupByKey<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
