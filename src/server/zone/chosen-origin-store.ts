import { origins, type Origin } from '#domain/values/data-status.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

const chosenOriginName = 'chosen_origin';

/** Reads the displayed origin: a sample or the own data. @returns null if none is chosen */
export async function readChosenOrigin(
  source: Source,
  knownRevision?: number,
): Promise<Origin | null> {
  const row = await getReader(source)
    .selectFrom('setting')
    .select('value_json')
    .where('name', '=', chosenOriginName)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .executeTakeFirst();
  return origins.find((origin) => origin === row?.value_json) ?? null;
}

/** Chooses the displayed origin. @returns false if it was already chosen */
export async function chooseOrigin(
  trx: Trx,
  revision: number,
  origin: Origin | null,
): Promise<boolean> {
  if ((await readChosenOrigin(trx)) === origin) return false;
  await trx
    .deleteFrom('setting')
    .where('name', '=', chosenOriginName)
    .where('revision_from', '=', revision)
    .execute();
  await trx
    .updateTable('setting')
    .set({ revision_to: revision })
    .where('name', '=', chosenOriginName)
    .where('revision_to', '=', open)
    .execute();
  await trx
    .insertInto('setting')
    .values({ name: chosenOriginName, value_json: JSON.stringify(origin), ...addedBy(revision) })
    .execute();
  return true;
}
