import type { Language } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

const localTerm = words('本机', 'このコンピューター', 'This computer');

/**
 * The author of a change as readers see it. Without accounts the author is the user of the
 * computer; samples come with Headway.
 */
export const authorWords = (author: string, language: Language): string =>
  author === 'local' ? localTerm[language] : author === 'headway' ? 'Headway' : author;
