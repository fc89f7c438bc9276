import { compact } from '#domain/values/compact.ts';
import { milestoneTypes, type ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { mergeFacts, type DatedFacts } from './merge-facts.ts';
import { listFactKeys } from './fact-keys.ts';
import type { Trx } from '#server/db/db.ts';
import { firstDay } from '#server/db/schema/tables.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import type { KnownProject } from './history-store.ts';

/** The keys that the file of each import contains, by revision. */
export type ImportKeys = ReadonlyMap<number, ReadonlySet<string>>;

/**
 * Finds the facts that hold on a day: those of the last edition up to it. Without a day, finds the
 * last ones.
 * @returns undefined before the first edition
 */
export const readFactsHeld = (
  timeline: readonly DatedFacts[],
  day: IsoDate | undefined,
): DatedFacts | undefined =>
  day === undefined ? timeline.at(-1) : timeline.findLast(({ facts_from }) => facts_from <= day);

/** Reads the keys of the imports of editions after a day. */
export async function importKeys(
  trx: Trx,
  projects: Iterable<KnownProject>,
  after: IsoDate | undefined,
): Promise<ImportKeys> {
  const revisions = new Set(
    after === undefined
      ? []
      : [...projects].flatMap(({ editions }) =>
          editions.flatMap(({ day, revision }) => (day > after ? revision : [])),
        ),
  );
  if (revisions.size === 0) return new Map();
  const rows = await trx
    .selectFrom('import_columns')
    .select(['revision', 'columns_json'])
    .where('revision', 'in', [...revisions])
    .execute();
  return new Map(rows.map(({ revision, columns_json }) => [revision, listFactKeys(columns_json)]));
}

const always = ['name', 'amounts', 'milestones', 'extra', 'data_status'];

/** Keeps the facts that the file of an edition contained or implied. */
function givenBy(facts: ProjectFacts, keys: ReadonlySet<string>): ProjectFacts {
  const entries = Object.entries(facts).filter(([key]) => keys.has(key) || always.includes(key));
  const pickKeys = <V>(of: Readonly<Record<string, V>>): Record<string, V> =>
    Object.fromEntries(Object.entries(of).filter(([key]) => keys.has(key)));
  const { extra: _, ...rest } = Object.fromEntries(entries) as unknown as ProjectFacts;
  const milestones = facts.milestones.map((milestone) => ({
    type: milestone.type,
    ...Object.fromEntries(
      (['baseline', 'plan', 'actual'] as const).flatMap((kind) =>
        milestone[kind] !== undefined &&
        (kind === 'baseline' || keys.has(`${milestone.type}_${kind}`))
          ? [[kind, milestone[kind]]]
          : [],
      ),
    ),
  }));
  return {
    ...rest,
    amounts: pickKeys(facts.amounts),
    milestones,
    ...compact({ extra: facts.extra === undefined ? undefined : pickKeys(facts.extra) }),
  };
}

/** Applies the changes of a manual entry to other facts. */
function changedBy(
  before: ProjectFacts | undefined,
  after: ProjectFacts,
  onto: ProjectFacts,
): ProjectFacts {
  if (before === undefined) return after;
  const keys = [
    ...new Set([...Object.keys(before), ...Object.keys(after), ...Object.keys(onto)]),
  ] as (keyof ProjectFacts)[];
  const entries = keys.flatMap((key) => {
    const value = isSameContent(before[key] ?? null, after[key] ?? null) ? onto[key] : after[key];
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(entries) as unknown as ProjectFacts;
}

const inOrder = ({ milestones, ...facts }: ProjectFacts): ProjectFacts => ({
  ...facts,
  milestones: milestones.toSorted(
    (a, b) => milestoneTypes.indexOf(a.type) - milestoneTypes.indexOf(b.type),
  ),
});

/**
 * Inserts the facts of a day into the facts over time. Each later edition keeps the fields of its
 * file and takes the others from the facts before it. Each later entry keeps its own changes.
 *
 * @param asOf - the day from which the facts hold; omit to correct the last ones
 * @param revision - the revision of rewritten facts
 */
export function nextTimeline(
  facts: ProjectFacts,
  knownProject: KnownProject | undefined,
  {
    asOf,
    revision,
    keys,
  }: { readonly asOf: IsoDate | undefined; readonly revision: number; readonly keys: ImportKeys },
): DatedFacts[] {
  const timeline = knownProject?.timeline ?? [];
  const from = asOf ?? timeline.at(-1)?.facts_from ?? firstDay;
  const heldFacts = readFactsHeld(timeline, from);
  if (heldFacts !== undefined && isSameContent(heldFacts.facts, facts)) return [...timeline];
  const next: DatedFacts[] = [
    ...timeline.filter((entry) => entry.facts_from < from),
    { facts_from: from, facts_revision: revision, facts },
  ];
  const editions = new Map(
    (knownProject?.editions ?? []).map(({ day, revision: stated }) => [day, keys.get(stated)]),
  );
  const days = [...new Set([...editions.keys(), ...timeline.map(({ facts_from }) => facts_from)])]
    .filter((day) => day > from)
    .sort();
  let [old, newFacts] = [heldFacts?.facts, facts];
  for (const day of days) {
    const was = readFactsHeld(timeline, day);
    if (was === undefined) continue;
    const editionFields = editions.get(day);
    const now =
      editionFields === undefined
        ? changedBy(old, was.facts, newFacts)
        : mergeFacts(newFacts, givenBy(was.facts, editionFields), editionFields);
    const same = isSameContent(inOrder(now), inOrder(was.facts));
    if (!isSameContent(inOrder(now), inOrder(newFacts)))
      next.push(
        same && was.facts_from === day
          ? was
          : { facts_from: day, facts_revision: revision, facts: same ? was.facts : now },
      );
    [old, newFacts] = [was.facts, now];
  }
  return next;
}
