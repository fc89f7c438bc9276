import type { Month } from '#domain/values/date.ts';
import { keepDraft as keep, readDraft as read } from '#web/data/use-draft.ts';
import type { Field } from './row-values.ts';

export type Fields = Readonly<Record<string, Field>>;

const makeKey = (origin: string, period: Month): string => `month.${origin}.${period}`;
/** Whether a stored value is a typed row of a month. */
export const isField = (x: unknown): x is Field =>
  typeof x === 'object' &&
  x !== null &&
  typeof (x as Field).text === 'string' &&
  typeof (x as Field).source === 'string' &&
  typeof (x as Field).seen === 'number' &&
  typeof (x as Field).missing === 'string';

/** Reads the draft of a month from the tab's storage. An unreadable draft counts as none. */
export function readDraft(origin: string, period: Month): Fields {
  const content = read(makeKey(origin, period));
  if (typeof content !== 'object' || content === null) return {};
  return Object.fromEntries(
    Object.entries(content)
      .filter((e): e is [string, Field] => isField(e[1]))
      .map(([id, field]) => [id, { ...field, sure: false }]),
  );
}
/** Keeps the typed values of a month in this browser; none removes the draft. */
export const keepDraft = (origin: string, period: Month, fields: Fields): void =>
  keep(makeKey(origin, period), Object.keys(fields).length === 0 ? undefined : fields);
