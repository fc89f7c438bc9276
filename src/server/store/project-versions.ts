import type { Origin } from '#domain/data-status.ts';
import { differences, type FieldChange } from '#domain/project-fields.ts';
import type { ProjectRecord } from '#domain/project.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { open } from '#server/db/tables.ts';
import { attachmentChanges } from './project-attachments.ts';
import { recordsByCode } from './known-projects.ts';
import { findRevision, type StoredRevision } from './revisions.ts';
import { knownAt } from './versions.ts';

const historyOf = (source: Source, origin: Origin, code: string) =>
  readerOf(source)
    .selectFrom('project_history')
    .select(['revision_from', 'revision_to'])
    .where('origin', '=', origin)
    .where('code', '=', code);

/** The revision since which a project is as it is known; an undo makes a version of its own. Undefined: there is no such project. */
export async function projectVersion(source: Source, origin: Origin, code: string, known?: number): Promise<number | undefined> {
  const row = await historyOf(source, origin, code)
    .where('revision_from', '<=', knownAt(known))
    .where('revision_to', '>', knownAt(known))
    .executeTakeFirst();
  return row?.revision_from;
}

const versionsAtOnce = 200;

/** Revisions that changed a project, its files or its problems, newest first, with what each changed: 200 of them before a revision, and where the rest begins. Empty for a code never used. */
export async function projectHistory(
  source: Source,
  origin: Origin,
  code: string,
  before = open,
): Promise<{
  readonly versions: { readonly revision: StoredRevision; readonly changes: readonly FieldChange[] }[];
  readonly next?: number;
}> {
  const rows = await historyOf(source, origin, code).orderBy('revision_from').execute();
  const attached = await attachmentChanges(source, { origin, code });
  const own = rows.flatMap((r) => [r.revision_from, r.revision_to]).filter((id) => id !== open);
  const ids = [...new Set([...own, ...attached.keys()])].filter((id) => id < before).sort((a, b) => a - b);
  const shown = ids.slice(-versionsAtOnce);
  const [first] = shown;
  const at = async (known: number | undefined): Promise<ProjectRecord | undefined> =>
    known === undefined ? undefined : (await recordsByCode(source, origin, [code], known))[0];
  let last = await at(ids[ids.length - shown.length - 1]);
  const out: { readonly revision: StoredRevision; readonly changes: readonly FieldChange[] }[] = [];
  for (const id of shown) {
    const [after, revision] = [own.includes(id) ? await at(id) : last, await findRevision(source, id)];
    if (revision !== undefined) out.push({ revision, changes: [...differences(last, after), ...(attached.get(id) ?? [])] });
    last = after;
  }
  return { versions: out.reverse(), ...(first === undefined || shown.length === ids.length ? {} : { next: first }) };
}
