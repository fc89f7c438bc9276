import type { IsoDate } from '#domain/values/date.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { parsePeriodDate } from '#server/imports/values/period-date.ts';

const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** Months and quarters in a title or in the name of a file, in the order of trust. */
const periods: readonly RegExp[] = [
  /(?<![A-Za-z\d])[QT][1-4][\s_/.-]*(?:19|20)\d\d(?!\d)/i,
  /(?<!\d)(?:19|20)\d\d[\s_/.-]*[QT][1-4](?![A-Za-z\d])/i,
  /(?<!\d)(?:19|20)\d\d\s*年\s*(?:第?[一二三四1-4]季度|第?[1-4]四半期)/,
  new RegExp(String.raw`(?<![A-Za-z])(?:${monthNames})[a-z]*[\s_.-]+(?:19|20)\d\d(?!\d)`, 'i'),
  /(?<!\d)(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2])(?![\d])/,
  /(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?!\d)/,
];

function parseEnd(text: string): IsoDate | undefined {
  const words = text
    .replace(/[_.-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const month = /^(\d{4}) ?(\d{2})$/.exec(words);
  const end = parsePeriodDate(words) ?? parseDate(month ? `${month[1]}-${month[2]}` : words);
  return end.kind === 'date' ? end.date : undefined;
}

/**
 * Finds the last day of the month or quarter that a title or the name of the file states.
 * @param today - a period that has not ended is not proposed
 */
export function findPeriodEnd(texts: readonly string[], today: IsoDate): IsoDate | undefined {
  for (const text of texts)
    for (const pattern of periods) {
      const match = pattern.exec(text.normalize('NFKC'))?.[0];
      const day = match === undefined ? undefined : parseEnd(match);
      if (day !== undefined && day <= today) return day;
    }
  return undefined;
}
