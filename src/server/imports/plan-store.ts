import { getReader, type Db, type Source } from '#server/db/db.ts';

export interface StoredImport<Plan> {
  readonly id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly plan: Plan;
}
/** Hours for which a preview is stored. */
const storedHours = 24;
const pieceBytes = 1 << 20;

/**
 * Stores a preview with its file, in pieces. It makes no revision, since the register does not
 * change.
 */
export async function saveImport(
  db: Db,
  id: string,
  plan: unknown,
  file: Uint8Array,
  now: Date,
): Promise<void> {
  const created_at = now.toISOString();
  const expires_at = new Date(now.getTime() + storedHours * 3_600_000).toISOString();
  await db.write(async (trx) => {
    await trx
      .insertInto('import_plan')
      .values({ id, created_at, expires_at, plan_json: JSON.stringify(plan) })
      .execute();
    for (let at = 0; at < file.length; at += pieceBytes) {
      const piece = {
        plan_id: id,
        number: at / pieceBytes,
        content: file.slice(at, at + pieceBytes),
      };
      await trx.insertInto('import_piece').values(piece).execute();
    }
  });
}

/** Replaces the stored preview of this id; its file stays. */
export async function replaceImportPlan(db: Db, id: string, plan: unknown): Promise<void> {
  await db.write((trx) =>
    trx
      .updateTable('import_plan')
      .set({ plan_json: JSON.stringify(plan) })
      .where('id', '=', id)
      .execute(),
  );
}

/**
 * Reads a stored preview. `Plan` is the type that was stored.
 * @returns undefined if there is none, or if it has expired
 */
export async function readImportPlan<Plan>(
  source: Source,
  id: string,
  now: Date,
): Promise<StoredImport<Plan> | undefined> {
  const row = await getReader(source)
    .selectFrom('import_plan')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      created_at: row.created_at,
      expires_at: row.expires_at,
      plan: row.plan_json as Plan,
    }
  );
}

/** Reads the file of a stored preview, piece by piece. */
export async function* readImportedFile(source: Source, id: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const row = await getReader(source)
      .selectFrom('import_piece')
      .select('content')
      .where('plan_id', '=', id)
      .where('number', '=', number)
      .executeTakeFirst();
    if (row === undefined) return;
    yield row.content;
  }
}

/**
 * Deletes expired previews.
 * @returns the number of deleted previews
 */
export function deleteExpiredImportPlans(db: Db, now: Date): Promise<number> {
  return db.write(async (trx) => {
    const result = await trx
      .deleteFrom('import_plan')
      .where('expires_at', '<=', now.toISOString())
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}

/** Deletes a stored plan of an import, in a transaction of its own. */
export async function deleteImportPlan(db: Db, id: string): Promise<void> {
  await db.write((trx) => trx.deleteFrom('import_plan').where('id', '=', id).execute());
}
