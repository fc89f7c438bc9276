import type { Money } from '#domain/values/money.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';

export const cny = (yuan: bigint): Money => ({ minor: yuan * 100n, currency: 'CNY' });

/** Makes a project of the own register; by default it is a lead since 2020. */
export function record(
  code: string,
  more: Partial<ProjectFacts> & {
    readonly total?: Money;
    readonly events?: ProjectRecord['stage_events'];
    readonly status?: ProjectRecord['status_events'];
  } = {},
): ProjectRecord {
  const { total, events = [{ stage: 'lead', date: '2020-01-01' }], status = [], ...facts } = more;
  return {
    code,
    origin: 'own',
    facts: {
      name: `Project ${code}`,
      amounts: total
        ? { total_investment: { money: { minor: String(total.minor), currency: total.currency } } }
        : {},
      milestones: [],
      data_status: 'reported',
      ...facts,
    },
    stage_events: events,
    status_events: status,
  };
}
