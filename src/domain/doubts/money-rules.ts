import type { DoubtFact, DoubtInput, DoubtRow } from './doubt.ts';
import { isSameMoney, moneyFact, findMoney, projectSubject } from './subject.ts';

/** Finds projects whose completed investment is above their paid-in funds, in one currency. */
export const findCompletedAbovePaidIn = ({ projects }: DoubtInput): DoubtRow[] =>
  projects.flatMap((project) => {
    const completed = findMoney(project, 'fai_done_total');
    const paid = findMoney(project, 'paid_in');
    if (completed === undefined || paid === undefined || completed.currency !== paid.currency)
      return [];
    if (BigInt(completed.minor) <= BigInt(paid.minor)) return [];
    return [
      {
        subjects: [projectSubject(project)],
        facts: [moneyFact('completed', completed), moneyFact('paid_in', paid)],
      },
    ];
  });

/**
 * Finds projects under construction whose completed investment equals that of a year before. Where
 * no completed investment is stated, the paid-in funds are compared.
 */
export const findUnchangedMoney = ({ projects }: DoubtInput): DoubtRow[] =>
  projects.flatMap((project) => {
    const before = project.year_before;
    if (project.stage !== 'construction' || before === undefined) return [];
    const completed = findMoney(project, 'fai_done_total');
    const facts: DoubtFact[] = [];
    if (completed !== undefined) {
      if (before.completed !== undefined && isSameMoney(completed, before.completed))
        facts.push(
          moneyFact('completed', completed),
          moneyFact('completed_before', before.completed),
        );
    } else {
      const paid = findMoney(project, 'paid_in');
      if (paid !== undefined && before.paid_in !== undefined && isSameMoney(paid, before.paid_in))
        facts.push(moneyFact('paid_in', paid), moneyFact('paid_in_before', before.paid_in));
    }
    return facts.length === 0 ? [] : [{ subjects: [projectSubject(project)], facts }];
  });
