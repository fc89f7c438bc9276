import { writeNotKnown } from '#domain/labels/index.ts';
import { undatedProjects } from '#domain/labels/projects/register-days.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { Language } from '#domain/values/language.ts';
import { pipelineChartLabels } from './labels/index.ts';

/**
 * Writes the text in place of projects: none are known yet, none has a day of entry, there are
 * none, or none matches the filter of the page.
 */
export function noProjects(overview: Overview, language: Language): string {
  const { as_of, first_known_day, undated = 0, filtered } = overview;
  if (!areProjectsKnown(as_of, first_known_day)) return writeNotKnown(overview, language);
  if (undated > 0) return undatedProjects(undated, language);
  return pipelineChartLabels[language][filtered === undefined ? 'titleNone' : 'titleNoMatch'];
}
