import type { Text } from '#domain/values/language.ts';

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
}

/** Lists the sections of a report in their order. Without a choice they are all, as usual. */
export function orderSections({
  sections,
}: Pick<ReportTemplate, 'sections'> = {}): readonly ReportSectionId[] {
  if (sections === undefined) return reportSections;
  return [...sections, ...fixedSections.filter((id) => !sections.includes(id))];
}
