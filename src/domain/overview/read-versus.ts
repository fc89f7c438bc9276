import { type Versus, versusFields } from '#domain/analysis/versus.ts';
import { joinItems, splitItems } from '#domain/overview/register-filter.ts';
import { isIsoDate } from '#domain/values/date.ts';

/**
 * Reads a comparison as an address holds it: `2020-12-31`, `industry:bio,ict`, or `industry:`.
 * @returns undefined for a text of another form
 */
export function readVersus(text: string): Versus | undefined {
  if (isIsoDate(text)) return { kind: 'day', day: text };
  const [, name, list = ''] = /^([a-z]+):(.*)$/su.exec(text) ?? [];
  const field = versusFields.find((one) => one === name);
  if (field === undefined) return undefined;
  const values = splitItems(list).map((value) => value.trim());
  return { kind: 'group', field, values: [...new Set(values.filter((value) => value !== ''))] };
}

/** Writes a comparison as an address holds it. */
export const writeVersus = (versus: Versus): string =>
  versus.kind === 'day' ? versus.day : `${versus.field}:${joinItems(versus.values) ?? ''}`;

/** Whether the other side of a query is the query itself, so that nothing is compared. */
function isSameSide(query: object, versus: Versus): boolean {
  const fields = query as Readonly<Record<string, string | undefined>>;
  if (versus.kind === 'day') return fields['as_of'] === versus.day;
  const own = new Set(splitItems(fields[versus.field] ?? '').filter((value) => value !== ''));
  return own.size === versus.values.length && versus.values.every((value) => own.has(value));
}

/**
 * Reads the other side of a query from the text of its address.
 * @returns undefined if `text` names none, or names the query itself
 */
export function readOtherSide(query: object, text: string): Versus | undefined {
  const versus = readVersus(text);
  return versus === undefined || isSameSide(query, versus) ? undefined : versus;
}

/** The query of the other side: another day, or other projects by one field. */
export function queryOfOther<Q extends object>(query: Q, versus: Versus): Q {
  if (versus.kind === 'day') return { ...query, as_of: versus.day };
  const others = Object.entries(query).filter(([name]) => name !== versus.field);
  const list = joinItems(versus.values);
  return Object.fromEntries(list === undefined ? others : [...others, [versus.field, list]]) as Q;
}
