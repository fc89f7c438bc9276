import type { DataStatus } from '#domain/values/data-status.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Report } from '#domain/report/report.ts';
import { endpoint } from '#contract/core/endpoint.ts';
import type { ProjectQuery } from '#contract/endpoints.ts';

/** Documents of the whole register, by the name of their file. */
export const documentFiles = [
  'report.pdf',
  'report.pptx',
  'workbook.xlsx',
  'pack.zip',
  'projects.csv',
  'observations.csv',
  'stage_events.csv',
] as const;
export type DocumentFile = (typeof documentFiles)[number];

/**
 * Which state of the register a document shows. `period` is a month or a quarter: its last day, compared with the last day
 * before it; or `as_of` and `compare`. The filters are those of the list of projects.
 */
export interface DocumentQuery extends Omit<ProjectQuery, 'sort' | 'limit' | 'cursor'> {
  readonly period?: string;
  readonly compare?: string;
  readonly lang?: string;
  /** Which plan the values are held against, as in the overview. */
  readonly plan?: string;
  /** A currency that stands beside the amounts of the report, alone or in a pack. */
  readonly cur?: string;
  readonly csv?: string;
}
/** One document as it would be made now. `rows`: of its tables together, where that is known without making it. */
export interface DocumentEntry {
  readonly file: DocumentFile;
  /** Ids of its tables and other parts, in their order. */
  readonly parts: readonly string[];
}
export interface DocumentList {
  readonly items: readonly DocumentEntry[];
  readonly as_of: string;
  readonly compare?: string;
  readonly revision: number;
  /** Projects that the filters leave, of all. */
  readonly projects: number;
  /** Absent before the first known day. */
  readonly projects_total?: number;
  readonly data_status: DataStatus;
  /** Quarters and months that have data, newest first. */
  readonly quarters: readonly string[];
  readonly months: readonly string[];
}

/** A report as content, and the overview that its figures are drawn from. */
export interface ReportReply {
  readonly report: Report;
  readonly overview: Overview;
}
/** What a report can be asked for. */
export type ReportQuery = Pick<
  DocumentQuery,
  'period' | 'as_of' | 'known_at' | 'compare' | 'lang' | 'plan' | 'cur'
>;

export const documentEndpoints = {
  overviewTotals: endpoint<
    { as_of?: string; known_at?: string; compare?: string; plan?: string },
    never,
    SharedOverview
  >({
    id: 'overviewTotals',
    method: 'GET',
    path: '/api/v1/overview/totals',
  }),
  report: endpoint<ReportQuery, never, ReportReply>({
    id: 'report',
    method: 'GET',
    path: '/api/v1/report',
  }),
  listDocuments: endpoint<DocumentQuery, never, DocumentList>({
    id: 'listDocuments',
    method: 'GET',
    path: '/api/v1/documents',
  }),
  document: endpoint<DocumentQuery, never, unknown>({
    id: 'document',
    method: 'GET',
    path: '/api/v1/documents/:file',
  }),
};
