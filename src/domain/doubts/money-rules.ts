import type { Measure } from '#domain/projects/project.ts';
import type { Qualifier } from '#domain/values/money.ts';
import type { DoubtFact, DoubtProject, DoubtRow } from './doubt.ts';
import { isSameMoney, moneyFact, findMoney, projectSubject } from './subject.ts';

/** Compares the completed investment of a project with another of its amounts, in one currency. */
function findCompletedAbove(
  project: DoubtProject,
  fact: 'paid_in' | 'planned',
  measure: Measure,
): DoubtRow[] {
  const completion = findMoney(project, 'fai_done_total');
  const other = findMoney(project, measure);
  if (completion === undefined || other === undefined || completion.currency !== other.currency)
    return [];
  if (BigInt(completion.minor) <= BigInt(other.minor)) return [];
  const facts = [moneyFact('completed', completion), moneyFact(fact, other)];
  return [{ subjects: [projectSubject(project)], facts }];
}

/** Finds projects whose completed investment is above their paid-in funds, in one currency. */
export const findCompletedAbovePaidIn = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => findCompletedAbove(project, 'paid_in', 'paid_in'));

/** Qualifiers of an amount without an upper end. */
const openQualifiers: ReadonlySet<Qualifier | undefined> = new Set<Qualifier>(['over', 'at_least']);

/**
 * Finds projects whose completed investment is above their planned investment, in one currency.
 * Nothing is above a plan of "more than" or "at least" an amount.
 */
export const findCompletedAbovePlanned = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) =>
    openQualifiers.has(project.amounts.total_investment?.qualifier)
      ? []
      : findCompletedAbove(project, 'planned', 'total_investment'),
  );

/**
 * Finds projects under construction whose completed investment equals that of a year before. Where
 * no completed investment is stated, the paid-in funds are compared.
 */
export const findUnchangedMoney = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => {
    const before = project.year_before;
    if (project.stage !== 'construction' || before === undefined) return [];
    const completion = findMoney(project, 'fai_done_total');
    const facts: DoubtFact[] = [];
    if (completion !== undefined) {
      if (before.completed !== undefined && isSameMoney(completion, before.completed))
        facts.push(
          moneyFact('completed', completion),
          moneyFact('completed_before', before.completed),
        );
    } else {
      const paid = findMoney(project, 'paid_in');
      if (paid !== undefined && before.paid_in !== undefined && isSameMoney(paid, before.paid_in))
        facts.push(moneyFact('paid_in', paid), moneyFact('paid_in_before', before.paid_in));
    }
    return facts.length === 0 ? [] : [{ subjects: [projectSubject(project)], facts }];
  });
