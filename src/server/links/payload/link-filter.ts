import { prefectureTerms } from '#domain/labels/index.ts';
import { agreementGroupName } from '#domain/labels/projects/agreement.ts';
import { inAll } from '#domain/measures/explain/texts.ts';
import {
  isFilter,
  joinItems,
  registerFilterFields,
  type RegisterFilter,
  type RegisterFilterField,
} from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { SharedFilter } from '#domain/redaction/shared-overview.ts';
import type { Text } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { listCodesOutside } from '#server/projects/register/outside-store.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import type { PayloadSource } from './link-content.ts';

/** The most projects outside the filter of a link. */
const mostOutside = 5000;

/** A link that excludes all projects outside its filter, as if the sender had listed them. */
export interface NarrowedLink {
  readonly profile: PayloadSource['profile'];
  /** The filter in the reader's view. Omitted without a filter. */
  readonly filter?: Omit<SharedFilter, 'shown'>;
}

const writeName = (field: RegisterFilterField, id: string, zone: ZoneProfile): Text => {
  if (field === 'prefecture') return prefectureTerms[id] ?? sameWords(id);
  if (field === 'agreement') return inAll((language) => agreementGroupName(id, language));
  const entries = field === 'industry' ? zone.industries : zone.function_zones;
  return entries.find((one) => one.id === id)?.name ?? sameWords(id);
};

const isHidden = (field: RegisterFilterField): boolean => field === 'owner' || field === 'channel';

/**
 * Lists the fields of a filter with the names of their values. A link never names owners and
 * channels.
 */
const listNames = (filter: RegisterFilter, zone: ZoneProfile): SharedFilter['by'] =>
  registerFilterFields.flatMap((field) => {
    const values = filter[field] ?? [];
    if (values.length === 0) return [];
    return [
      { field, names: isHidden(field) ? [] : values.map((id) => writeName(field, id, zone)) },
    ];
  });

/**
 * Narrows a link to the projects of its filter. All others count as excluded, so that the same data
 * is withheld as for excluded projects.
 *
 * @throws HttpProblem if too many projects are outside the filter
 */
export async function narrowLink(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  { view, profile, frozen }: PayloadSource,
): Promise<NarrowedLink> {
  const { within } = view;
  if (!isFilter(within)) return { profile };
  const zone = await readZoneSnapshot(deps, frozen?.revision, profile.without);
  const { origin, knownRevision } = zone;
  const day = frozen?.as_of ?? resolveAsOf(zone, view.as_of);
  const outside = await listCodesOutside(
    deps.db,
    { origin, knownRevision },
    { ...within, day },
    mostOutside + 1,
  );
  if (outside.length > mostOutside)
    throw problem(
      'bad_request',
      'Leave out the filter: too many projects are outside of it for a link. Share the list of projects instead.',
    );
  const of = await countProjects(deps.db, {
    origin,
    as_of: day,
    knownRevision,
    without: profile.without,
  });
  return {
    profile: { ...profile, without: [...new Set([...profile.without, ...outside])] },
    filter: { of, by: listNames(within, zone.profile) },
  };
}

/** Converts the filter of a link to query parameters. */
export const filterWords = (
  within: RegisterFilter | undefined,
): { readonly [K in RegisterFilterField]?: string } =>
  Object.fromEntries(
    registerFilterFields.flatMap((field) => {
      const items = joinItems(within?.[field] ?? []);
      return items === undefined ? [] : [[field, items]];
    }),
  );

/** Adds the filter in the reader's view to an overview. */
export const describeFilter = (
  { projects_total = 0 }: Overview,
  filter: NarrowedLink['filter'],
): { readonly filter?: SharedFilter } =>
  filter === undefined ? {} : { filter: { ...filter, shown: projects_total } };
