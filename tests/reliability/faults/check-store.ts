import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';
import { importedRows } from './writes.ts';

export interface Acknowledged {
  readonly revision: number;
  readonly reason: string;
}
/** Versions per imported project: lead, then signed. */
const versionsOfProject = 2;

/**
 * Finds acknowledged writes that the store lost and revisions that it holds in part. @returns no
 * line when all is well
 */
export async function faults(db: Db, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const out: string[] = [];
  const revisions = await db.read
    .selectFrom('revision')
    .select(['id', 'reason', 'kind'])
    .orderBy('id')
    .execute();
  const reasons = new Map(revisions.map((r) => [r.id, r.reason]));
  for (const { revision, reason } of acknowledged)
    if (reasons.get(revision) !== reason) out.push(`lost: revision ${revision}, ${reason}`);
  revisions.forEach((r, i) => {
    if (r.id !== i + 1) out.push(`revision ${r.id} stands at place ${i + 1}`);
  });
  const rowsOf = async (
    table: 'project_version' | 'project_history' | 'project_facts' | 'observation',
  ) => {
    const column = table === 'project_facts' ? 'revision' : 'revision_from';
    const rows = await sql<{
      revision: number;
      rows: number;
    }>`select ${sql.ref(column)} as revision, count(*) as rows from ${sql.table(table)} group by ${sql.ref(column)}`.execute(
      db.read,
    );
    return new Map(rows.rows.map((r) => [r.revision, r.rows]));
  };
  const [versions, histories, facts, observations] = [
    await rowsOf('project_version'),
    await rowsOf('project_history'),
    await rowsOf('project_facts'),
    await rowsOf('observation'),
  ];
  for (const { id, kind } of revisions) {
    const numbers = [
      versions.get(id) ?? 0,
      histories.get(id) ?? 0,
      facts.get(id) ?? 0,
      observations.get(id) ?? 0,
    ].join(' ');
    const expected =
      kind === 'import'
        ? [importedRows * versionsOfProject, importedRows, importedRows, 0]
        : [0, 0, 0, 1];
    if (numbers !== expected.join(' '))
      out.push(`half: revision ${id} (${kind}) holds ${numbers}, not ${expected.join(' ')}`);
  }
  if (db.engine === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
      db.read,
    );
    if (rows[0]?.integrity_check !== 'ok')
      out.push(`integrity: ${rows.map((r) => r.integrity_check).join('; ')}`);
  }
  return out;
}
