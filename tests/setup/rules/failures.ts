import { evidenceFindings, type ListedItem } from './evidence.ts';

/** The numbers of the failures of dashboards that are listed. */
const numbers = Array.from({ length: 26 }, (_, at) => String(at + 1));

const itemsOf = (text: string): readonly (ListedItem & { readonly rule: string })[] =>
  [...text.matchAll(/^\| (\d+) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(
    ([, id = '', words = '', rule = '', evidence = '']) => ({ id, words, rule, evidence }),
  );

/**
 * Checks the list of failures of dashboards.
 *
 * @returns one line per fault: missing and unknown numbers, rows without a rule or a test, and
 *   tests that do not exist
 */
export function failureFindings(text: string, root: string): readonly string[] {
  const items = itemsOf(text);
  const ids = items.map(({ id }) => id);
  return [
    ...numbers.filter((id) => !ids.includes(id)).map((id) => `${id} is missing`),
    ...ids.filter((id) => !numbers.includes(id)).map((id) => `${id} is no failure`),
    ...(new Set(ids).size === ids.length ? [] : ['a failure is listed twice']),
    ...items.filter(({ rule }) => rule.trim() === '').map(({ id }) => `${id} has no rule`),
    ...items
      .filter(({ evidence }) => !evidence.includes('”'))
      .map(({ id }) => `${id} names no test`),
    ...items.flatMap((item) => evidenceFindings(item, root)),
  ];
}
