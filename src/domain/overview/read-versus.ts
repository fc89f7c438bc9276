import { type Versus, versusFields } from '#domain/analysis/versus.ts';
import { joinItems, splitItems } from '#domain/overview/register-filter.ts';
import { isIsoDate } from '#domain/values/date.ts';

/** Reads a comparison as an address holds it: `2020-12-31`, `industry:bio,ict`, or `industry:`. */
export function readVersus(text: string): Versus | undefined {
  if (isIsoDate(text)) return { kind: 'day', day: text };
  const [, name, list = ''] = /^([a-z]+):(.*)$/su.exec(text) ?? [];
  const field = versusFields.find((one) => one === name);
  if (field === undefined) return undefined;
  const values = splitItems(list).map((value) => value.trim());
  return { kind: 'group', field, values: [...new Set(values.filter((value) => value !== ''))] };
}

/** The query of the other side: another day, or other projects by one field. */
export function queryOfOther<Q extends object>(query: Q, versus: Versus): Q {
  if (versus.kind === 'day') return { ...query, as_of: versus.day };
  const others = Object.entries(query).filter(([name]) => name !== versus.field);
  const list = joinItems(versus.values);
  return Object.fromEntries(list === undefined ? others : [...others, [versus.field, list]]) as Q;
}
