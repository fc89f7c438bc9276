import { parseDate } from '#server/imports/values/date.ts';
import type { ParsedDate } from '#server/imports/values/calendar-day.ts';
import { parsePeriodDate } from '#server/imports/values/period-date.ts';

/** Quarters and months in a title or in the name of a file, in the order of trust. */
const periods: readonly RegExp[] = [
  /(?<![A-Za-z\d])[QT][1-4][\s_/.-]*(?:19|20)\d\d(?!\d)/i,
  /(?<!\d)(?:19|20)\d\d[\s_/.-]*[QT][1-4](?![A-Za-z\d])/i,
  /(?<!\d)(?:19|20)\d\d\s*年\s*(?:第?[一二三四1-4]季度|第?[1-4]四半期)/,
  /(?<!\d)20\d\d년\s*[1-4]분기/,
  /(?<![\p{L}\d])(?:I{1,3}|IV|[1-4])\.?[ºª°oa]?\s*(?:кв(?:артал)?|kw(?:artał)?|kv(?:artál)?|quartal|trim(?:estre)?|quarter)\.?\s*(?:de\s+)?20\d\d(?!\d)/iu,
  /(?<!\d)(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])(?![\d])/,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?!\d)/,
];

/**
 * Finds the last day of the quarter or month that a title or the name of the file states.
 * @returns undefined if the text states neither
 */
export function findPeriodEnd(text: string): Extract<ParsedDate, { kind: 'date' }> | undefined {
  for (const pattern of periods) {
    const match = pattern.exec(text)?.[0];
    if (match === undefined) continue;
    const words = match
      .replace(/^(\d)[ºª°oa]/, '$1')
      .replace(/[_.-]+/g, ' ')
      .replace(/\bde\b/i, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const month = /^(\d{4}) ?(\d{2})$/.exec(words);
    const end = parsePeriodDate(words) ?? parseDate(month ? `${month[1]}-${month[2]}` : words);
    if (end.kind === 'date') return end;
  }
  return undefined;
}
