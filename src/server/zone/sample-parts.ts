import type { IsoDate } from '#domain/values/date.ts';
import { changeZone, type ZoneProfile } from '#domain/zone/zone.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { makeNewZone } from './new-zone.ts';

/**
 * How each field of a profile leaves with the sample that it began from: a list entry by entry,
 * another field as a whole. A field with `stays` never belongs to the sample. A new field needs a
 * rule.
 */
const goesWithSample = {
  function_zones: 'by entry',
  industries: 'by entry',
  phases: 'by entry',
  indicators: 'by entry',
  targets: 'by entry',
  checkpoints: 'by entry',
  partners: 'by entry',
  published: 'by entry',
  sources: 'by entry',
  time_zone: 'as a whole',
  report_day: 'as a whole',
  area_km2: 'as a whole',
  standing: 'as a whole',
  theme: 'as a whole',
  phase_note: 'as a whole',
  plan_path: 'as a whole',
  stage_mapping: 'as a whole',
  stage_words: 'as a whole',
  complete_from: 'as a whole',
  thresholds: 'as a whole',
  link_policy: 'as a whole',
  licence: 'as a whole',
  withheld: 'as a whole',
  report: 'as a whole',
  gates: 'as a whole',
  origin: 'stays',
  name: 'stays',
  short_name: 'stays',
  fictional: 'stays',
  base_currency: 'as a whole',
  history_rule: 'stays',
  data_date: 'as a whole',
  data_status: 'stays',
} as const satisfies Readonly<Record<keyof ZoneProfile, 'by entry' | 'as a whole' | 'stays'>>;

type FieldThat<How> = {
  [K in keyof ZoneProfile]-?: (typeof goesWithSample)[K] extends How ? K : never;
}[keyof ZoneProfile];
type ListField = FieldThat<'by entry'>;
type Lists = Pick<ZoneProfile, ListField>;

const fieldsThat = <How extends string>(how: How): readonly FieldThat<How>[] =>
  Object.entries(goesWithSample).flatMap(([field, way]) =>
    way === how ? [field as FieldThat<How>] : [],
  );

/** Filters each list of a profile. */
const filterLists = (
  zone: ZoneProfile,
  keeps: (field: ListField, entry: Lists[ListField][number]) => boolean,
): Lists =>
  Object.fromEntries(
    fieldsThat('by entry').map((field) => [
      field,
      (zone[field] as readonly Lists[ListField][number][]).filter((entry) => keeps(field, entry)),
    ]),
  ) as unknown as Lists;

/** The ids that own rows name: values, notes, cells of requests, projects. */
export interface UsedIds {
  readonly indicators: readonly string[];
  readonly industries: readonly string[];
  readonly function_zones: readonly string[];
}

/** The ids that own rows and own entries name, by list. */
function listNamed(
  { targets, indicators, partners, published }: Lists,
  usedIds: UsedIds,
): Partial<Record<ListField, ReadonlySet<string>>> {
  const parts = targets.flatMap(({ split }) => split?.parts ?? []);
  const ratios = indicators.flatMap(({ ratio }) => ratio ?? []);
  return {
    indicators: new Set([
      ...usedIds.indicators,
      ...targets.map(({ indicator }) => indicator),
      ...ratios.flatMap(({ numerator, denominator }) => [numerator, denominator]),
    ]),
    industries: new Set(usedIds.industries),
    function_zones: new Set([...usedIds.function_zones, ...parts.map(({ id }) => id)]),
    phases: new Set(
      targets.flatMap(({ period }) => (period?.kind === 'phase' ? [period.phase] : [])),
    ),
    sources: new Set([...targets, ...partners, ...published].map(({ source }) => source)),
  };
}

const hasEntry = (list: Lists[ListField], entry: unknown): boolean =>
  list.some((one) => isSameContent(one, entry));

/**
 * Whether a zone began from a sample. A zone that a person made has at most indicators in common
 * with it, by their template.
 */
export const beganFrom = (zone: ZoneProfile, sample: ZoneProfile): boolean =>
  fieldsThat('by entry').some(
    (field) => field !== 'indicators' && zone[field].some((one) => hasEntry(sample[field], one)),
  );

/** The parts of a profile that leave with its samples. */
export interface SampleRemoval {
  /** The samples as the store holds or held them. */
  readonly samples: readonly ZoneProfile[];
  /** The day of the data, if the zone has the day of the sample. */
  readonly as_of: IsoDate;
  /** The currency, if the zone has that of the sample. Omitted if nobody chose another. */
  readonly currency?: string;
  /** The fields that a person has just set. They stay, also if the sample has the same value. */
  readonly setFields?: ReadonlySet<string>;
}

/**
 * Removes the data of a sample from the profile of another zone. A changed value is own data, and
 * so is an entry that own rows or own entries name.
 */
export function removeSampleParts(
  zone: ZoneProfile,
  usedIds: UsedIds,
  { samples, as_of, currency = zone.base_currency, setFields = new Set() }: SampleRemoval,
): ZoneProfile {
  const own = filterLists(
    zone,
    (field, entry) =>
      setFields.has(field) || !samples.some((sample) => hasEntry(sample[field], entry)),
  );
  const names = listNamed(own, usedIds);
  const lists = filterLists(
    zone,
    (field, entry) =>
      (own[field] as readonly unknown[]).includes(entry) ||
      ('id' in entry && entry.id !== undefined && names[field]?.has(entry.id) === true),
  );
  const usual = makeNewZone({ base_currency: currency, as_of });
  const sampleFields = fieldsThat('as a whole').filter(
    (field) =>
      !setFields.has(field) && samples.some((sample) => isSameContent(sample[field], zone[field])),
  );
  const replacement = Object.fromEntries(
    sampleFields.map((field) => [field, usual[field] ?? null]),
  );
  return changeZone(zone, { ...lists, ...replacement });
}
