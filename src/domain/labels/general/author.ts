import type { Language } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

/** The author of changes without accounts. Other authors have names. */
export const authorTerms = {
  local: words('本机', 'このコンピューター', 'This computer'),
};

/**
 * The author of a change as readers see it. Without accounts the author is the user of the
 * computer; samples come with Headway.
 */
export const authorWords = (author: string, language: Language): string =>
  author === 'local' ? authorTerms.local[language] : author === 'headway' ? 'Headway' : author;
