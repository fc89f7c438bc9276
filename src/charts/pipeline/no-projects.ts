import { writeNotKnown } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { Language } from '#domain/values/language.ts';
import { pipelineWords } from './labels/index.ts';

/**
 * Writes the text in place of projects: none are known yet, there are none, or none matches the
 * filter of the page.
 */
export const noProjects = (overview: Overview, language: Language): string =>
  areProjectsKnown(overview.as_of, overview.first_known_day)
    ? pipelineWords[language][overview.filtered === undefined ? 'titleNone' : 'titleNoMatch']
    : writeNotKnown(overview, language);
