import type { MissingReason } from '#domain/values/data-status.ts';
import type { Month } from '#domain/zone/indicator.ts';
import { keepDraft as keepAs, readDraft as readKept } from '#web/data/use-draft.ts';

/** One row of the form as it was typed. */
export interface Field {
  readonly text: string;
  readonly missing: MissingReason | '';
  readonly note: string;
  readonly sure: boolean;
}
export type Fields = Readonly<Record<string, Field>>;

const keyOf = (origin: string, period: Month): string => `month.${origin}.${period}`;
const isField = (x: unknown): x is Field =>
  typeof x === 'object' &&
  x !== null &&
  typeof (x as Field).text === 'string' &&
  typeof (x as Field).note === 'string' &&
  typeof (x as Field).missing === 'string';

/** What was typed for a month and not saved: it outlives a reload, not the tab. Unreadable drafts are none. */
export function readDraft(origin: string, period: Month): Fields {
  const kept = readKept(keyOf(origin, period));
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept)
      .filter((e): e is [string, Field] => isField(e[1]))
      .map(([id, field]) => [id, { ...field, sure: false }]),
  );
}
/** Keeps what was typed. */
export const keepDraft = (origin: string, period: Month, fields: Fields): void =>
  keepAs(keyOf(origin, period), Object.keys(fields).length === 0 ? undefined : fields);
