import { writeNotKnown } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { areProjectsUnknown } from '#domain/overview/unknown-projects.ts';
import type { Language } from '#domain/values/language.ts';
import { pipelineWords } from './labels/index.ts';

/**
 * Writes the text in place of projects: none are known yet, there are none, or none matches the
 * filter of the page.
 */
export const noProjects = (overview: Overview, language: Language): string =>
  areProjectsUnknown(overview)
    ? writeNotKnown(overview.first_known_day, language)
    : pipelineWords[language][overview.filtered === undefined ? 'titleNone' : 'titleNoMatch'];
