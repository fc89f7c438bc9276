import { compact } from '#domain/values/compact.ts';
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

/** The part of a project that names it, with the project that it extends. */
export const toNamedProject = ({
  code,
  name,
  names,
  extended_project,
}: Pick<DoubtProject, 'code' | 'name' | 'names' | 'extended_project'>) => ({
  code,
  name,
  ...compact({ names, extended_project }),
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
