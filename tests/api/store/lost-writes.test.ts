import { expect, it } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { faults } from '../../reliability/faults/check-store.ts';
import { importedRows, projectOf } from '../../reliability/faults/writes.ts';

it('the check behind the kill test finds a lost write and a half-stored import', async () => {
  const db = await openDatabase({ url: ':memory:' });
  const by = { author: 'a', kind: 'import', reason: 'a 0', origin: 'own' } as const;
  const whole = Array.from({ length: importedRows }, (_, i) => projectOf('a', 0, i));
  await writeRevision(db, by, (trx, id) => putProjects(trx, id, whole));
  expect(await faults(db, [{ revision: 1, reason: 'a 0' }])).toEqual([]);
  expect(
    await faults(db, [
      { revision: 1, reason: 'a 0' },
      { revision: 2, reason: 'a 1' },
    ]),
  ).toEqual(['lost: revision 2, a 1']);
  await db.write((trx) => trx.deleteFrom('project_history').where('code', '=', 'a-7').execute());
  expect(await faults(db, [])).toEqual([
    'half: revision 1 (import) holds 500 249 250 0, not 500 250 250 0',
  ]);
  await db.close();
});
