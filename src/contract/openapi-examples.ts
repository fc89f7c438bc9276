import type { Endpoints } from './endpoints.ts';

/** Values of one request that works on the example data. */
export interface RequestExample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/**
 * Requests for the description of the API. They work on the example data that a new store has; a
 * test sends each one.
 */
export const requestExamples: { readonly [K in keyof Endpoints]?: RequestExample } = {
  overview: { query: { as_of: '2021-04-16', compare: 'yoy', plan: 'straight' } },
  listProjects: { query: { stage: 'negotiation', sort: '-total_investment', limit: '20' } },
  project: { params: { code: 'A01' } },
  summary: { query: { by: 'stage' } },
  changes: { query: { from: '2021-01-31', to: '2021-04-16' } },
  listObservations: { params: { id: 'companies' } },
  chart: {
    params: { file: 'targets.csv' },
    query: { as_of: '2021-04-16', lang: 'en' },
  },
  document: { params: { file: 'projects.csv' }, query: { as_of: '2021-04-16', lang: 'en' } },
  addObservation: {
    params: { id: 'companies' },
    body: { period: '2021-04', value: '43', source: 'Monthly report of the bureau, no. 4' },
  },
  createProject: {
    body: {
      code: 'N-01',
      stage: 'lead',
      valid_from: '2021-04-16',
      facts: {
        name: 'Hydrogen valves',
        industry: 'energy',
        'amounts.total_investment': { money: { minor: '50000000000', currency: 'CNY' } },
      },
    },
  },
};
