import type { Language } from '#domain/values/language.ts';
import { frameWords } from '#charts/kit/labels/index.ts';

/** Several sources as one text; empty ones fall away. */
export const sourceOf = (parts: readonly string[], language: Language): string =>
  [...new Set(parts.filter((part) => part !== ''))].join(frameWords[language].separator);
