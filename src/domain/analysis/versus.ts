import {
  joinItems,
  type ProjectFilterField,
  projectFilterFields,
  splitItems,
} from '#domain/overview/register-filter.ts';
import { type IsoDate, isIsoDate } from '#domain/values/date.ts';

/** What a chart is compared with: itself on another day, or the projects of another group. */
export type Versus =
  | { readonly kind: 'day'; readonly day: IsoDate }
  | {
      readonly kind: 'group';
      readonly field: VersusField;
      /** Alternatives; none for every project. */
      readonly values: readonly string[];
    };

/** Fields whose values are groups. The statuses that a figure counts follow from its measure. */
export const versusFields = projectFilterFields.filter((field) => field !== 'status');
export type VersusField = Exclude<ProjectFilterField, 'status'>;

/** Reads a comparison as an address holds it: `2020-12-31`, `industry:bio,ict`, or `industry:`. */
export function readVersus(text: string): Versus | undefined {
  if (isIsoDate(text)) return { kind: 'day', day: text };
  const [, name, list = ''] = /^([a-z]+):(.*)$/su.exec(text) ?? [];
  const field = versusFields.find((one): one is VersusField => one === name);
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
