import type { Overview } from '#domain/overview/overview.ts';
import { codeAt } from '../api.ts';
import { findDeepCursor, readText } from '../requests.ts';

/** A file of the built product, which the server sends without work: the peer of its answers. */
export const builtFile = '/favicon.svg';

/** Addresses whose answers the server keeps, by their names. */
export const answers = {
  overview: '/api/v1/overview',
  pipeline: '/api/v1/pipeline',
  'list, page 1': '/api/v1/projects?limit=50',
  'what changed': '/api/v1/changes',
  outlook: '/api/v1/outlook',
  breakdown: '/api/v1/analysis/breakdown?measure=count',
  funnel: '/api/v1/analysis/funnel',
  'days in stage': '/api/v1/analysis/stage-time',
  owners: '/api/v1/owners',
} as const;
/** The pages as HTML. */
export const pages = {
  'HTML of /': '/',
  'HTML of /pipeline': '/pipeline',
  'HTML of /projects': '/projects',
  'HTML of /changes': '/changes',
  'HTML of /charts': '/charts',
} as const;

/** What a bench reads from the overview of a store. */
export interface Register {
  readonly projects: number;
  /** The days of its editions and of later edits. */
  readonly days: readonly string[];
  /** Pages of 50 projects deep in the list, each at another place. */
  readonly deepPages: readonly string[];
}
const [pageSize, deepPage, deepPages] = [50, 10_000, 20];
/** @returns the number and the days of the projects, and addresses that depend on them */
export async function readRegister(url: string): Promise<Register> {
  const text = await readText(`${url}${answers.overview}`);
  const { projects_total: projects = 0, days } = JSON.parse(text) as Overview;
  const deep = Math.min(deepPage * pageSize, Math.floor(projects * 0.9));
  const cursors = [];
  for (let page = 0; page < deepPages; page += 1)
    cursors.push(await findDeepCursor(url, codeAt(deep + page)));
  return {
    projects,
    days,
    deepPages: cursors.map(
      (cursor) => `/api/v1/projects?limit=${pageSize}&sort=code&cursor=${cursor}`,
    ),
  };
}
