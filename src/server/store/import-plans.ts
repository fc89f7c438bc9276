import { readerOf, type Db, type Source } from '#server/db/db.ts';

export interface StoredPlan<Plan> {
  readonly id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly plan: Plan;
}
/** How long a preview waits for its answers. */
const keptHours = 24;

/** Keeps a preview, or replaces the one of this id. The plan is JSON; no revision, since nothing of the register changes. */
export async function saveImportPlan(db: Db, id: string, plan: unknown, now: Date): Promise<void> {
  const created_at = now.toISOString();
  const expires_at = new Date(now.getTime() + keptHours * 3_600_000).toISOString();
  const plan_json = JSON.stringify(plan);
  await db.write((trx) =>
    trx
      .insertInto('import_plan')
      .values({ id, created_at, expires_at, plan_json })
      .onConflict((c) => c.column('id').doUpdateSet({ plan_json }))
      .execute(),
  );
}

/** A kept preview; undefined when there is none or its day is over. `plan` is what was saved under this id. */
export async function readImportPlan<Plan>(source: Source, id: string, now: Date): Promise<StoredPlan<Plan> | undefined> {
  const row = await readerOf(source)
    .selectFrom('import_plan')
    .selectAll()
    .where('id', '=', id)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  return row && { id: row.id, created_at: row.created_at, expires_at: row.expires_at, plan: row.plan_json as Plan };
}

/** Forgets previews whose day is over; how many. */
export function deleteExpiredImportPlans(db: Db, now: Date): Promise<number> {
  return db.write(async (trx) => {
    const result = await trx.deleteFrom('import_plan').where('expires_at', '<=', now.toISOString()).executeTakeFirst();
    return Number(result.numDeletedRows);
  });
}

export async function deleteImportPlan(db: Db, id: string): Promise<void> {
  await db.write((trx) => trx.deleteFrom('import_plan').where('id', '=', id).execute());
}
