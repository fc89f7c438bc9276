import type { Origin } from '#domain/values/data-status.ts';
import type { ForecastRecords, RecordHorizon } from '#domain/targets/forecast-record.ts';
import type { CauseNote, Indicator, Observation } from '#domain/zone/indicator.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { Project, ProjectDetail, Summary } from '#domain/projects/project.ts';
import { documentEndpoints } from '#contract/exports/endpoints.ts';
import type { UndoConflict } from '#domain/changes/undo.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';
import { exchangeRateEndpoints } from '#contract/changes/exchange-rates.ts';
import { firstViewEndpoints, type Session } from '#contract/overview/endpoints.ts';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import { linkEndpoints, type SharedChartQuery } from '#contract/links/endpoints.ts';
import { evidenceEndpoints } from '#contract/projects/evidence.ts';
import { importRecipeEndpoints } from '#contract/imports/recipes.ts';
import { importEndpoints } from '#contract/imports/endpoints.ts';
import { issueEndpoints } from '#contract/projects/issues.ts';
import { periodEndpoints } from '#contract/targets/periods.ts';
import { passkeyEndpoints } from '#contract/accounts/passkeys.ts';
import { secondStepEndpoints } from '#contract/accounts/second-factor.ts';
import { projectEdits } from '#contract/projects/edits.ts';
import { tokenEndpoints } from '#contract/accounts/tokens.ts';
import { zoneEndpoints } from '#contract/zone/endpoints.ts';

/** The API's own description. */
export const openapiPath = '/api/openapi.json';

export interface Health {
  /** `degraded`: it answers, but its store can't be written, or is damaged. */
  readonly status: 'ok' | 'degraded';
  readonly trouble?: 'full' | 'corrupt' | 'readonly';
  readonly version: string;
  readonly store: 'sqlite' | 'postgres';
  readonly durability: string;
  /** For who may see the zone: the number of changes tells others of those that they are not shown. */
  readonly revision?: number;
}
export interface ProjectPage {
  readonly items: readonly Project[];
  /** Absent before the first known day. */
  readonly total?: number;
  /** The first day of which the register knows its projects; given for days before it, of which there is no list. */
  readonly first_known_day?: string;
  readonly nextCursor: string | null;
}
/** `known_at`: as it was known then; a moment, or a day, meaning its end in UTC. */
export interface ProjectQuery {
  readonly as_of?: string;
  readonly known_at?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly industry?: string;
  readonly zone?: string;
  readonly q?: string;
  readonly sort?: string;
  readonly limit?: string;
  readonly cursor?: string;
}
/**
 * `from` defaults to the day with data before `to`, `to` to the last one. `known_from` is when the first day was looked at;
 * absent: `known_at`. `rates` converts the bridge into `cur`, by default the zone's own.
 */
export interface ChangesQuery {
  readonly from?: string;
  readonly to?: string;
  readonly known_from?: string;
  readonly known_at?: string;
  readonly measure?: string;
  readonly rates?: string;
  readonly cur?: string;
}
export interface ChartEntry {
  readonly id: string;
  readonly title: string;
  readonly formats: readonly string[];
  readonly sizes: readonly string[];
}
/** What a chart's address may say; `known_from` and `rates` are for the chart of changes, `cur` puts a currency beside the zone's own; `csv=excel` adds a byte order mark and guards cells that a spreadsheet would run. */
export interface ChartQuery extends SharedChartQuery {
  readonly as_of?: string;
  readonly known_at?: string;
  readonly compare?: string;
  readonly plan?: string;
  readonly known_from?: string;
  readonly rates?: string;
  readonly cur?: string;
}
/** One value to store. `confirm` accepts a ×10 jump that was asked about; `value` null with `missing` says why there is none. */
export interface NewObservation {
  readonly period: string;
  readonly value: string | null;
  readonly missing?: string;
  readonly data_status?: string;
  readonly source?: string;
  readonly note?: string;
  readonly confirm?: boolean;
}
export interface StoredObservation {
  readonly observation: Observation;
  readonly note?: CauseNote;
  readonly revision: number;
}
/** `current` of a refused undo: what was changed again since, with its values, and whether the rest can be taken back without it. */
export interface UndoConflicts {
  readonly conflicts: readonly UndoConflict[];
  readonly rest: boolean;
}
export interface Revision {
  readonly id: number;
  readonly recorded_at: string;
  readonly author: string;
  readonly kind: string;
  readonly reason: string;
  readonly undone_by?: number;
}

/** Past forecasts with their results; `ahead` of the query is how far they look, 12 months by default. */
export interface ForecastsReply extends ForecastRecords {
  readonly origin: Origin;
  readonly revision: number;
}

export const endpoints = {
  ...firstViewEndpoints,
  ...accountEndpoints,
  ...tokenEndpoints,
  ...secondStepEndpoints,
  ...passkeyEndpoints,
  health: endpoint<None, never, Health>({
    id: 'health',
    method: 'GET',
    path: '/api/v1/health',
  }),
  events: endpoint<None, never, string>({
    id: 'events',
    method: 'GET',
    path: '/api/v1/events',
  }),
  openSession: endpoint<None, { key: string }, Session>({
    id: 'openSession',
    method: 'POST',
    path: '/api/v1/session',
  }),
  ...zoneEndpoints,
  ...periodEndpoints,
  ...exchangeRateEndpoints,
  ...linkEndpoints,
  changes: endpoint<ChangesQuery, never, RegisterChanges>({
    id: 'changes',
    method: 'GET',
    path: '/api/v1/changes',
  }),
  forecasts: endpoint<
    { as_of?: string; known_at?: string; ahead?: RecordHorizon },
    never,
    ForecastsReply
  >({
    id: 'forecasts',
    method: 'GET',
    path: '/api/v1/forecasts',
  }),
  pipeline: endpoint<{ as_of?: string; known_at?: string; compare?: string }, never, Pipeline>({
    id: 'pipeline',
    method: 'GET',
    path: '/api/v1/pipeline',
  }),
  listProjects: endpoint<ProjectQuery, never, ProjectPage>({
    id: 'listProjects',
    method: 'GET',
    path: '/api/v1/projects',
  }),
  project: endpoint<{ as_of?: string; known_at?: string }, never, ProjectDetail>({
    id: 'project',
    method: 'GET',
    path: '/api/v1/projects/:code',
  }),
  ...projectEdits,
  ...evidenceEndpoints,
  ...issueEndpoints,
  summary: endpoint<
    { by: string; measure?: string } & Omit<ProjectQuery, 'sort' | 'limit' | 'cursor'>,
    never,
    Summary
  >({
    id: 'summary',
    method: 'GET',
    path: '/api/v1/summary',
  }),
  listIndicators: endpoint<{ known_at?: string }, never, { items: readonly Indicator[] }>({
    id: 'listIndicators',
    method: 'GET',
    path: '/api/v1/indicators',
  }),
  listObservations: endpoint<
    { as_of?: string; known_at?: string },
    never,
    { items: readonly Observation[]; notes: readonly CauseNote[] }
  >({
    id: 'listObservations',
    method: 'GET',
    path: '/api/v1/indicators/:id/observations',
  }),
  addObservation: endpoint<None, NewObservation, StoredObservation>({
    id: 'addObservation',
    method: 'POST',
    path: '/api/v1/indicators/:id/observations',
    makes: true,
  }),
  ...importEndpoints,
  ...importRecipeEndpoints,
  listRevisions: endpoint<
    { limit?: string; before?: string },
    never,
    { items: readonly Revision[]; head: string }
  >({
    id: 'listRevisions',
    method: 'GET',
    path: '/api/v1/revisions',
  }),
  undoRevision: endpoint<None, { keep_later?: boolean }, { revision: number }>({
    id: 'undoRevision',
    method: 'POST',
    path: '/api/v1/revisions/:id/undo',
  }),
  chooseSample: endpoint<
    None,
    { sample: 'sample' | 'example_zone' | 'none' },
    { revision: number }
  >({
    id: 'chooseSample',
    method: 'POST',
    path: '/api/v1/samples',
  }),
  listCharts: endpoint<{ lang?: string }, never, { items: readonly ChartEntry[] }>({
    id: 'listCharts',
    method: 'GET',
    path: '/api/v1/charts',
  }),
  ...documentEndpoints,
  chart: endpoint<ChartQuery, never, unknown>({
    id: 'chart',
    method: 'GET',
    path: '/api/v1/charts/:file',
  }),
} as const;
export type Endpoints = typeof endpoints;
export type QueryOf<E> = E extends { types?: { query: infer Q } } ? Q : never;
export type BodyOf<E> = E extends { types?: { body: infer B } } ? B : never;
export type ReplyOf<E> = E extends { types?: { reply: infer R } } ? R : never;
