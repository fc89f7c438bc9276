import type { Outlook } from '#domain/outlook/outlook.ts';

/** What the analysis charts draw. Each part is read on request, for the chart that needs it. */
export interface AnalysisParts {
  readonly outlook?: Outlook;
}
