import { accountEndpoints, secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import { auditEndpoints } from '#contract/audit/endpoints.ts';
import { changesEndpoints } from '#contract/changes/endpoints.ts';
import { exchangeRateEndpoints } from '#contract/currencies/endpoints.ts';
import { doubtEndpoints } from '#contract/doubts/endpoints.ts';
import { exportEndpoints } from '#contract/exports/endpoints.ts';
import { importEndpoints } from '#contract/imports/endpoints.ts';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import { measureEndpoints } from '#contract/measures/endpoints.ts';
import { projectAnalysisEndpoints } from '#contract/analysis/project-endpoints.ts';
import { analysisEndpoints } from '#contract/analysis/endpoints.ts';
import { eventEndpoints } from '#contract/analysis/event-endpoints.ts';
import { outlookEndpoints } from '#contract/outlook/endpoints.ts';
import { savedChartEndpoints } from '#contract/saved-charts/endpoints.ts';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import { pipelineEndpoints } from '#contract/pipeline/endpoints.ts';
import { projectEndpoints } from '#contract/projects/endpoints.ts';
import { requestEndpoints } from '#contract/requests/endpoints.ts';
import { reminderEndpoints } from '#contract/reminders/endpoints.ts';
import { reportFileEndpoints } from '#contract/report-files/endpoints.ts';
import { revisionEndpoints } from '#contract/revisions/endpoints.ts';
import { sampleEndpoints } from '#contract/samples/endpoints.ts';
import { serviceEndpoints } from '#contract/service/endpoints.ts';
import {
  forecastEndpoints,
  indicatorEndpoints,
  periodEndpoints,
} from '#contract/targets/endpoints.ts';
import { workEndpoints } from '#contract/work/endpoints.ts';
import { zoneEndpoints } from '#contract/zone/endpoints.ts';

/** The API's own description. */
export const openapiPath = '/api/openapi.json';

/** All endpoints, in the order of the API's description. */
export const endpoints = {
  ...firstViewEndpoints,
  ...accountEndpoints,
  ...auditEndpoints,
  ...secondFactorEndpoints,
  ...serviceEndpoints,
  ...zoneEndpoints,
  ...periodEndpoints,
  ...doubtEndpoints,
  ...exchangeRateEndpoints,
  ...linkEndpoints,
  ...requestEndpoints,
  ...changesEndpoints,
  ...forecastEndpoints,
  ...analysisEndpoints,
  ...eventEndpoints,
  ...outlookEndpoints,
  ...projectAnalysisEndpoints,
  ...measureEndpoints,
  ...savedChartEndpoints,
  ...pipelineEndpoints,
  ...projectEndpoints,
  ...workEndpoints,
  ...indicatorEndpoints,
  ...importEndpoints,
  ...revisionEndpoints,
  ...sampleEndpoints,
  ...exportEndpoints,
  ...reminderEndpoints,
  ...reportFileEndpoints,
} as const;
export type Endpoints = typeof endpoints;
export type QueryOf<E> = E extends { types?: { query: infer Q } } ? Q : never;
export type BodyOf<E> = E extends { types?: { body: infer B } } ? B : never;
export type ReplyOf<E> = E extends { types?: { reply: infer R } } ? R : never;
