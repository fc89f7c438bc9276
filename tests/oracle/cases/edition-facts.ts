import type { FactList, Facts, Milestone } from '../figures/charts/facts.ts';
import type { Edition, Row, Stage } from '../figures/register.ts';

/** The milestones whose days are those of a stage. */
const stageMilestones: readonly (readonly [string, Stage])[] = [
  ['start', 'construction'],
  ['operation', 'operation'],
  ['full_capacity', 'full_capacity'],
];
const factsOfRow = ({ industry, money, stageDates }: Row): Facts => ({
  industry,
  amounts: {
    total_investment:
      money === null
        ? { missing: 'not_disclosed' }
        : { money: { minor: String(money.minor), currency: money.currency } },
  },
  milestones: stageMilestones.flatMap(([type, stage]): Milestone[] => {
    const actual = stageDates[stage];
    return actual === undefined ? [] : [{ type, actual }];
  }),
});

/** The facts of the projects of each edition, in the order of their days. */
export const factsOfEditions = (editions: readonly Edition[]): readonly FactList[] =>
  editions
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, rows }) => ({
      day,
      facts: new Map(rows.map((row) => [row.code, factsOfRow(row)])),
    }));
