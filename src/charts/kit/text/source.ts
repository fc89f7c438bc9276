import type { Language } from '#domain/values/language.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';

/** Joins sources into one text, without the empty ones. */
export const joinSources = (parts: readonly string[], language: Language): string =>
  [...new Set(parts.filter((part) => part !== ''))].join(kitLabels[language].separator);
