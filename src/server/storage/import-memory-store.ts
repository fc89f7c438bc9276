import { sql } from 'kysely';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { newestRevision, sealRevisions } from '#server/db/hash-chain/seal.ts';
import type { Trx } from '#server/db/db.ts';
import { putImportRecipe } from '#server/imports/recipe-store.ts';
import { startRevision } from '#server/db/revision-log.ts';

/** Converts stored import answers, which have no versions, to recipes in one revision. */
export async function adoptImportMemory(trx: Trx): Promise<void> {
  const { rows } = await sql<{
    shape: string;
    answers_json: unknown;
  }>`select shape, answers_json from import_memory order by shape`.execute(trx);
  if (rows.length > 0) {
    const newest = await newestRevision(trx);
    const revision = await startRevision(trx, {
      author: 'headway',
      kind: 'import_recipe',
      reason: '',
    });
    for (const { shape, answers_json } of rows) {
      const answers = (
        typeof answers_json === 'string' ? JSON.parse(answers_json) : answers_json
      ) as ImportAnswers;
      await putImportRecipe(trx, revision, { shape, file: '', columns: [], answers });
    }
    await sealRevisions(trx, newest);
  }
  await sql`drop table import_memory`.execute(trx);
}
