import { storableDecimal } from '#domain/values/decimal.ts';
import { fillText, languages } from '#domain/values/language.ts';
import { readUnitName } from '#domain/values/reading/percent-unit.ts';
import { dataStatuses, missingReasons, origins } from '#domain/values/data-status.ts';
import { isColumnKey } from '#domain/projects/fields/own-column.ts';
import { planPaths } from '#domain/zone/indicator.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { z } from './zod.ts';

const hasControl = (s: string): boolean => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(s);

/** Well-formed Unicode without control characters, at most `max` code points. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine(
      (s) => s.isWellFormed() && !hasControl(s),
      'must be text without control characters or broken surrogates',
    );
/** Text that is neither empty nor blank. */
export const filledText = (max: number) =>
  text(max).refine((s) => s.trim() !== '', 'must not be empty or blank');

/** The unit of an indicator or a fact: %, ％ and percent are one unit. */
export const unitName = filledText(40).overwrite(readUnitName);

/** A text that is not empty and has no blank at its ends. */
export const trimmedText = (max: number) =>
  filledText(max).refine((s) => s.trim() === s, 'must not begin or end with a blank');

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const yearFits = (year: number): boolean => year >= 1900 && year <= 2200;
/** A calendar day from 1900 to 2200, as YYYY-MM-DD. */
export const isoDate = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day as YYYY-MM-DD')
  .refine((s) => {
    const [year = 0, month = 0, day = 0] = s.split('-').map(Number);
    return yearFits(year) && day <= daysIn(year, month);
  }, 'must be a day that the calendar has, 1900 to 2200')
  .meta({ format: 'date' });
/**
 * The moment by which a value was recorded: a day, which means its end in UTC, or a date and time
 * with an offset.
 */
export const knownAt = z.union(
  [
    isoDate,
    z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/)
      .refine((s) => isoDate.safeParse(s.slice(0, 10)).success && !Number.isNaN(Date.parse(s))),
  ],
  'must be a day as YYYY-MM-DD, or a moment as 2021-04-16T08:00:00Z',
);
/** A month as YYYY-MM, 1900 to 2200. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month as YYYY-MM')
  .refine((s) => yearFits(Number(s.slice(0, 4))), 'must be a month from 1900 to 2200');
/** An exact decimal in plain digits, without exponent, grouping, plus sign or minus zero. */
export const decimal = z
  .string()
  .regex(storableDecimal, 'must be a plain decimal number in a string, as "350.5"')
  .refine((s) => !/^-[0.]+$/.test(s), 'must not be minus zero');
export const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'must be an id of letters, digits, _ and -');
/** The field that groups projects: an id, or a column of the register as `column:Risk class`. */
export const groupKey = z.union([
  id,
  text(200).refine(isColumnKey, 'must be an id, or column: and the heading of a column'),
]);
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code as CNY');

/** Minor units as an integer in a string: exact beyond 2^53. */
export const wireMoney = z.strictObject({
  minor: z.string().regex(/^-?\d+$/),
  currency: z.string(),
});
/** A text in some of the three languages. */
export const partlyTranslated = z.strictObject({
  'zh-CN': text(4000).exactOptional(),
  ja: text(4000).exactOptional(),
  en: text(4000).exactOptional(),
});
/** The keys of every row of a project. */
export const namedProject = {
  code: z.string(),
  name: z.string(),
  names: partlyTranslated.exactOptional(),
};
/** A text in each of the three languages. */
export const textInAllLanguages = z.strictObject({
  'zh-CN': text(4000),
  ja: text(4000),
  en: text(4000),
});
/** A text in at least one language. A missing or blank language takes the words of another one. */
export const textToFill = (max: number) =>
  z
    .strictObject({
      'zh-CN': text(max).exactOptional(),
      ja: text(max).exactOptional(),
      en: text(max).exactOptional(),
    })
    .refine((texts) => Object.keys(texts).length > 0, 'must be given in one language at least')
    .transform(fillText);
export const stageOrUnknown = z.enum([...stages, 'unknown']);
export const status = z.enum(statuses);
export const dataStatus = z.enum(dataStatuses);
export const missing = z.enum(missingReasons);
export const origin = z.enum(origins);
export const count = z.number().int().nonnegative();
/** Path parameters with an id. */
export const byId = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be an id of letters, digits, _ and -'),
});

export const emptyBody = z.strictObject({});
/** An endpoint without params, query and body. */
export const noInput = { params: emptyBody, query: emptyBody, body: undefined } as const;
export const revisionReply = z.strictObject({ revision: count });
export const revisionNumber = z.string().regex(/^[1-9]\d{0,14}$/, 'must be a revision number');
/** The number of entries of a page of a list. */
export const pageSize = (max: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'must be a whole number from 1')
    .refine((s) => Number(s) <= max, `must be at most ${max}`)
    .exactOptional();

export const knownAtQuery = { known_at: knownAt.exactOptional() };
/** The day of a reply, and the moment by which its data was recorded. */
export const asOfQuery = { as_of: isoDate.exactOptional(), ...knownAtQuery };
/** The compared day of a reply. */
export const compare = z
  .union(
    [isoDate, z.enum(['prev', 'yoy', 'none'])],
    'must be a day as YYYY-MM-DD, prev, yoy or none',
  )
  .exactOptional();
export const lang = z.enum(languages).exactOptional();
/** The plan path with which values are compared. */
export const plan = z.enum(planPaths).exactOptional();
/** The projects of a page, by field; values are separated by commas. */
export const registerFilter = {
  industry: text(1000).exactOptional(),
  zone: text(1000).exactOptional(),
  prefecture: text(1000).exactOptional(),
  owner: text(1000).exactOptional(),
  channel: text(1000).exactOptional(),
  agreement: text(1000).exactOptional(),
};
/** A second currency beside the zone's own. */
export const cur = currency.exactOptional();
/** The body of an upload is multipart with one part named `file`. */
export const upload = z.strictObject({ file: z.unknown() });
