import { midSentence } from './sentence-start.ts';

/** Whether a name of a measure takes a plural verb: "jobs", but not "number of jobs". */
export function isPlural(name: string): boolean {
  const [head = ''] = name.split(/,| (?:of|per|in|for|from|with|above|moved|\()/u);
  return / and /u.test(head) || /(?<![aisu])s$/iu.test(head);
}

/** A name in a list of names: "Industrial output in 2026" for "Industrial output, 2026". */
export const nameInList = (name: string): string =>
  name.replace(/, ((?:Q[1-4] )?\d{4})$/u, ' in $1');
/** A name within a sentence: "industrial output in 2026" for "Industrial output, 2026". */
const nameSubject = (name: string): string => nameInList(midSentence(name));

/** Names of measures as the subject of an English sentence, with its verb. */
export const joinSubject = (names: readonly string[]): string =>
  `${names.map(nameSubject).join(' and ')} ${names.length > 1 || names.some(isPlural) ? 'are' : 'is'}`;

/** A name in front of a value in an English title: one that ends in a year takes a colon. */
export const startTitle = (name: string): string => (/\d$/u.test(name) ? `${name}:` : name);
