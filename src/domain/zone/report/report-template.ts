import type { Text } from '#domain/values/language.ts';
import type { ReportLogo } from './report-logo.ts';
import type { ReportSchedule } from './report-schedule.ts';

/** The sections of a report in their usual order. */
export const reportSections = [
  'statement',
  'ledger',
  'outlook',
  'projects',
  'achievements',
  'changes',
  'problems',
  'next',
  'revised',
  'doubts',
  'figures',
  'definitions',
  'log',
] as const;
export type ReportSectionId = (typeof reportSections)[number];
/** What a report rests on and what was revised since: a zone may move these, not leave them out. */
export const fixedSections: readonly ReportSectionId[] = ['revised', 'definitions'];

/** What a zone wants its reports to look like. What is omitted is as usual. */
export interface ReportTemplate {
  /** The sections in their order; the others are left out. */
  readonly sections?: readonly ReportSectionId[];
  /** The office that issues the report, instead of the zone. */
  readonly issuer?: Text;
  /** Who prepared it and how they are reached. */
  readonly contact?: Text;
  /** The line that is signed. */
  readonly signature?: Text;
  /** Stands at the head of the first page. */
  readonly logo?: ReportLogo;
  /** The files that are written when a month is closed. Omitted: none. */
  readonly schedule?: ReportSchedule;
}

/** Lists the sections of a report in their order. Without a choice they are all, as usual. */
export function orderSections({
  sections,
}: Pick<ReportTemplate, 'sections'> = {}): readonly ReportSectionId[] {
  if (sections === undefined) return reportSections;
  return [...sections, ...fixedSections.filter((id) => !sections.includes(id))];
}
