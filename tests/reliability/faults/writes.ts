import type { ProjectRecord } from '#domain/projects/project.ts';

/** Projects per import: enough for several statements. */
export const importedRows = 250;
/**
 * Every n-th write is an import, the others are monthly values: the store stays small enough to be
 * read after each kill.
 */
export const importEvery = 30;
export const writeOf = (
  name: string,
  n: number,
): { readonly kind: 'import' | 'observation'; readonly reason: string } => ({
  kind: n % importEvery === 0 ? 'import' : 'observation',
  reason: `${name} ${n}`,
});
export const projectOf = (name: string, n: number, i: number): ProjectRecord => ({
  code: `${name}-${i}`,
  origin: 'own',
  facts: {
    name: `${name} ${n}`,
    amounts: { total_investment: { money: { minor: String(n), currency: 'CNY' } } },
    milestones: [],
    data_status: 'reported',
  },
  stage_events: [
    { stage: 'lead', date: '2020-01-01' },
    { stage: 'signed', date: '2021-01-01' },
  ],
  status_events: [],
});
