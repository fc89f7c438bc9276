import { endpoints, type Endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/core/endpoint.ts';
import { addDays } from '#domain/values/date.ts';
import { openApi, type TestApi } from './api.ts';
import { fillLargeRegister } from './large-register.ts';
import type { TestEngine } from './stores.ts';

/** Addresses of endpoints whose reads take the same time in a register of any size. */
export const shortAddresses: Readonly<Partial<Record<keyof Endpoints, string>>> = {
  health: '/api/v1/health',
  metrics: '/api/v1/metrics',
  session: '/api/v1/session',
  zone: '/api/v1/zone',
  reportFiles: '/api/v1/report-files',
  zoneVersions: '/api/v1/zone/versions',
  project: '/api/v1/projects/P0001',
  projectHistory: '/api/v1/projects/P0001/history',
  listEvidence: '/api/v1/projects/P0001/evidence',
  listExchangeRates: '/api/v1/exchange-rates',
  listRemovedRates: '/api/v1/exchange-rates/removed',
  listIndicators: '/api/v1/indicators',
  listMeasures: '/api/v1/explanations',
  listObservations: '/api/v1/indicators/companies/observations',
  listRevisions: '/api/v1/revisions',
  listImportRecipes: '/api/v1/import-recipes',
  listSavedCharts: '/api/v1/saved-charts',
};
/** Addresses of the other endpoints that read the register. */
export const longAddresses: Readonly<Partial<Record<keyof Endpoints, string>>> = {
  overview: '/api/v1/overview',
  overviewTotals: '/api/v1/overview/totals',
  changes: '/api/v1/changes',
  forecasts: '/api/v1/forecasts',
  outlook: '/api/v1/outlook',
  stageTime: '/api/v1/analysis/stage-time',
  projectTimeline: '/api/v1/analysis/timeline?by=all',
  completeness: '/api/v1/analysis/completeness',
  explanation: '/api/v1/explanations/established_investment',
  breakdown: '/api/v1/analysis/breakdown?by=investor',
  columns: '/api/v1/analysis/columns',
  distribution: '/api/v1/analysis/distribution',
  moneyLadder: '/api/v1/analysis/money-ladder?by=year',
  series: '/api/v1/analysis/series?measure=total_investment&event=every',
  funnel: '/api/v1/analysis/funnel',
  pipeline: '/api/v1/pipeline',
  listProjects: '/api/v1/projects?q=99',
  summary: '/api/v1/summary?by=investor',
  board: '/api/v1/board?q=99',
  judgements: '/api/v1/projects/P0001/judgements',
  listDecisions: '/api/v1/decisions',
  listDeclaredStatuses: '/api/v1/declared-statuses',
  targetStatus: '/api/v1/targets/companies/declared-status',
  listOwners: '/api/v1/owners',
  listIssues: '/api/v1/projects/P0001/issues',
  listPeriods: '/api/v1/periods',
  listValueEvidence: '/api/v1/value-evidence',
  period: '/api/v1/periods/2024-03',
  doubts: '/api/v1/doubts',
  listLinks: '/api/v1/links',
  listRequests: '/api/v1/requests',
  listProposals: '/api/v1/proposals',
  listCharts: '/api/v1/charts',
  chart: '/api/v1/charts/changes.json',
  listDocuments: '/api/v1/documents',
  document: '/api/v1/documents/projects.csv',
  report: '/api/v1/report',
  audit: '/api/v1/audit',
};
/** Addresses that take a day. A new day each time bypasses the response cache. */
export const datedAddresses = [
  '/api/v1/overview',
  '/api/v1/pipeline',
  '/api/v1/report',
  '/api/v1/doubts',
  '/api/v1/changes?from=2021-05-17',
];
/** Endpoints that need an account, a link, an import or a file, or that are streams. */
const others: readonly (keyof Endpoints)[] = [
  'listPeople',
  'account',
  'listTokens',
  'secondStep',
  'reminders',
  'ownDigest',
  'events',
  'link',
  'shared',
  'sharedEvents',
  'sharedList',
  'sharedExplanation',
  'sharedChart',
  'request',
  'requestFile',
  'readOpenRequest',
  'evidenceFile',
  'valueEvidenceFile',
  'logo',
  'getImport',
  'importRun',
  'importRecipe',
  'savedChartFile',
];

/** @returns GET endpoints that no list here names; a new one belongs into one of the lists */
export function unlistedEndpoints(): string[] {
  const names = new Set<string>([
    ...Object.keys(shortAddresses),
    ...Object.keys(longAddresses),
    ...others,
  ]);
  return Object.entries<Endpoint>(endpoints).flatMap(([id, { method }]) =>
    method === 'GET' && !names.has(id) ? [id] : [],
  );
}

export interface BusyReport {
  /** Addresses whose status was not 200, each with its status. */
  readonly failures: readonly string[];
  /**
   * Milliseconds from the start to the last response of the short addresses, and of the slow ones.
   */
  readonly short: number;
  readonly slow: number;
  /** The slowest address on an idle server, with its milliseconds. */
  readonly slowest: readonly [address: string, ms: number];
}

/** An engine whose stores hold a register of `projects` projects. */
export const filledStore = (engine: TestEngine, projects: number): TestEngine => ({
  name: engine.name,
  async open() {
    const store = await engine.open();
    await fillLargeRegister(store.db, projects);
    return store;
  },
});

const timeAddress = async (api: TestApi, address: string, failures: string[]): Promise<number> => {
  const start = performance.now();
  const response = await api.send('GET', address);
  await response.arrayBuffer();
  if (response.status !== 200) failures.push(`${response.status} ${address}`);
  return performance.now() - start;
};
/** Makes a change that empties the response cache. */
async function edit(api: TestApi): Promise<void> {
  const body = { period: '2021-04', value: String(Math.ceil(Math.random() * 1000)), confirm: true };
  const response = await api.send('POST', '/api/v1/indicators/companies/observations', { body });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
}

/**
 * Requests every address alone to find the slowest, then all of them while the slowest is requested
 * for `times` days at once.
 */
export async function askWhileBusy(engine: TestEngine, times: number): Promise<BusyReport> {
  const api = await openApi(engine, { clock: () => new Date('2026-11-27T08:00:00Z') });
  try {
    const failures: string[] = [];
    const [near, far] = [Object.values(shortAddresses), Object.values(longAddresses)];
    await edit(api);
    for (const address of near) await timeAddress(api, address, failures);
    let slowest: BusyReport['slowest'] = ['', 0];
    for (const address of new Set([...datedAddresses, ...far])) {
      const ms = await timeAddress(api, address, failures);
      if (datedAddresses.includes(address) && ms > slowest[1]) slowest = [address, ms];
    }
    await edit(api);
    const start = performance.now();
    const asOn = (day: string): string =>
      slowest[0].includes('?') ? `${slowest[0]}&to=${day}` : `${slowest[0]}?as_of=${day}`;
    const slow = Promise.all(
      Array.from({ length: times }, (_, i) =>
        timeAddress(api, asOn(addDays('2025-05-17', -i)), failures),
      ),
    ).then(() => performance.now() - start);
    for (const address of near) await timeAddress(api, address, failures);
    const short = performance.now() - start;
    await Promise.all(far.map((address) => timeAddress(api, address, failures)));
    return { failures, short, slow: await slow, slowest };
  } finally {
    await api.close();
  }
}
