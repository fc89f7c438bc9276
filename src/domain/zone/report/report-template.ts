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
/**
 * Sections on the basis of a report and on revisions: a zone may move these, but not leave them
 * out.
 */
export const fixedSections: readonly ReportSectionId[] = ['revised', 'definitions'];
/** Internal sections. A report has them only if the zone chooses them. */
export const internalSections: readonly ReportSectionId[] = ['doubts', 'log'];
/** The sections of a report without a choice, in their usual order. */
export const usualSections: readonly ReportSectionId[] = reportSections.filter(
  (id) => !internalSections.includes(id),
);

/** The layout of a zone's reports. What is omitted has its default. */
export interface ReportTemplate {
  /** The sections in their order; the others are left out. */
  readonly sections?: readonly ReportSectionId[];
  /** The office that issues the report, instead of the zone. */
  readonly issuer?: Text;
  /** The person who prepared it, and how to reach them. */
  readonly contact?: Text;
  /** The line for the signature. */
  readonly signature?: Text;
  /** At the head of the first page. */
  readonly logo?: ReportLogo;
  /** The files that are written when a month is closed. Omitted: none. */
  readonly schedule?: ReportSchedule;
}

/**
 * Lists the sections of a report in their order. Without a choice, all but the internal ones, in
 * their usual order.
 */
export function orderSections({
  sections,
}: Pick<ReportTemplate, 'sections'> = {}): readonly ReportSectionId[] {
  if (sections === undefined) return usualSections;
  return [...sections, ...fixedSections.filter((id) => !sections.includes(id))];
}
