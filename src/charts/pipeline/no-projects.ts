import type { Overview } from '#domain/overview/overview.ts';
import type { Language } from '#domain/values/language.ts';
import { pipelineWords } from './labels/index.ts';

/** Says that there are no projects, or that none matches the filter of the page. */
export const noProjects = ({ filtered }: Overview, language: Language): string =>
  pipelineWords[language][filtered === undefined ? 'titleNone' : 'titleNoMatch'];
