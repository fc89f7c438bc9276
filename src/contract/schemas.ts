import { auditSchemas } from '#contract/audit/schemas.ts';
import { accountSchemas } from '#contract/accounts/schemas.ts';
import { secondFactorSchemas } from '#contract/accounts/second-factor-schemas.ts';
import { exchangeRateSchemas } from '#contract/currencies/schemas.ts';
import { changesSchemas } from '#contract/changes/schemas.ts';
import type { EndpointSchemas } from '#contract/core/endpoint.ts';
import { doubtSchemas } from '#contract/doubts/schemas.ts';
import { exportSchemas } from '#contract/exports/schemas.ts';
import { importSchemas } from '#contract/imports/schemas.ts';
import { linkSchemas } from '#contract/links/schemas.ts';
import { measureSchemas } from '#contract/measures/schemas.ts';
import { projectAnalysisSchemas } from '#contract/analysis/project-schemas.ts';
import { analysisSchemas } from '#contract/analysis/schemas.ts';
import { eventSchemas } from '#contract/analysis/event-schemas.ts';
import { outlookSchemas } from '#contract/outlook/schemas.ts';
import { savedChartSchemas } from '#contract/saved-charts/schemas.ts';
import { firstViewSchemas } from '#contract/overview/schemas.ts';
import { pipelineSchemas } from '#contract/pipeline/schemas.ts';
import { projectSchemas } from '#contract/projects/schemas.ts';
import { requestSchemas } from '#contract/requests/schemas.ts';
import { reminderSchemas } from '#contract/reminders/schemas.ts';
import { reportFileSchemas } from '#contract/report-files/schemas.ts';
import { revisionSchemas } from '#contract/revisions/schemas.ts';
import { sampleSchemas } from '#contract/samples/schemas.ts';
import { serviceSchemas } from '#contract/service/schemas.ts';
import { forecastSchemas, indicatorSchemas, periodSchemas } from '#contract/targets/schemas.ts';
import { workSchemas } from '#contract/work/schemas.ts';
import { zoneSchemas } from '#contract/zone/schemas.ts';
import type { Endpoints } from './endpoints.ts';

/**
 * Params, query, body and reply of every endpoint. The server, the OpenAPI document and the tests
 * check against them.
 */
export const schemas = {
  ...firstViewSchemas,
  ...accountSchemas,
  ...auditSchemas,
  ...secondFactorSchemas,
  ...serviceSchemas,
  ...zoneSchemas,
  ...periodSchemas,
  ...doubtSchemas,
  ...exchangeRateSchemas,
  ...linkSchemas,
  ...requestSchemas,
  ...changesSchemas,
  ...forecastSchemas,
  ...analysisSchemas,
  ...eventSchemas,
  ...outlookSchemas,
  ...projectAnalysisSchemas,
  ...measureSchemas,
  ...savedChartSchemas,
  ...pipelineSchemas,
  ...projectSchemas,
  ...workSchemas,
  ...indicatorSchemas,
  ...importSchemas,
  ...revisionSchemas,
  ...sampleSchemas,
  ...exportSchemas,
  ...reminderSchemas,
  ...reportFileSchemas,
} as const satisfies Record<keyof Endpoints, EndpointSchemas>;
