import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import { listFieldChanges, type FieldChange } from '#domain/projects/fields.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { listAttachmentChanges } from './attachment-store.ts';
import { recordsByRevision } from '#server/projects/history/history-store.ts';
import { findRevisions, type StoredRevision } from '#server/db/revision-log.ts';
import { begin, knownAt } from '#server/db/versions.ts';

const selectHistory = (source: Source, origin: Origin, code: string) =>
  getReader(source)
    .selectFrom('project_history')
    .select(['revision_from', 'revision_to'])
    .where('origin', '=', origin)
    .where('code', '=', code);

/**
 * Reads the revision of a project's version. An undo makes a new version.
 *
 * @returns undefined if there is no such project
 */
export async function readProjectVersion(
  source: Source,
  origin: Origin,
  code: string,
  knownRevision?: number,
): Promise<number | undefined> {
  const row = await selectHistory(source, origin, code)
    .where(begin('revision_from'), '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .executeTakeFirst();
  return row?.revision_from;
}

const versionsAtOnce = 200;

/**
 * Lists the revisions that changed a project, its files or its issues, newest first, with their
 * changes. The list has at most 200 revisions before a given one, and the start of the rest. It is
 * empty for an unused code.
 */
export async function projectHistory(
  source: Source,
  origin: Origin,
  code: string,
  before = open,
): Promise<{
  readonly versions: {
    readonly revision: StoredRevision;
    readonly changes: readonly FieldChange[];
  }[];
  readonly next?: number;
}> {
  // one more row is the version before the first listed one
  const rows = await selectHistory(source, origin, code)
    .where('revision_from', '<', before)
    .orderBy('revision_from', 'desc')
    .limit(versionsAtOnce + 1)
    .execute();
  const attachmentChanges = await listAttachmentChanges(source, { origin, code });
  const own = new Set(rows.flatMap((r) => [r.revision_from, r.revision_to]));
  const ids = [...new Set([...own, ...attachmentChanges.keys()])]
    .filter((id) => id < before)
    .sort((a, b) => a - b);
  const page = ids.slice(-versionsAtOnce);
  const first = page[0] ?? before;
  const [records, revisions] = await Promise.all([
    recordsByRevision(
      source,
      origin,
      code,
      rows.map((r) => r.revision_from),
    ),
    findRevisions(source, page),
  ]);
  const earlier = rows.find((r) => r.revision_from < first && r.revision_to >= first);
  let last = earlier && records.get(earlier.revision_from);
  const out: { readonly revision: StoredRevision; readonly changes: readonly FieldChange[] }[] = [];
  for (const revision of revisions) {
    const after = own.has(revision.id) ? records.get(revision.id) : last;
    out.push({
      revision,
      changes: [...listFieldChanges(last, after), ...(attachmentChanges.get(revision.id) ?? [])],
    });
    last = after;
  }
  return {
    versions: out.reverse(),
    ...compact({ next: page.length === ids.length ? undefined : first }),
  };
}
