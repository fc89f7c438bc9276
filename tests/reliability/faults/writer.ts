// Writes to a store until it is killed or has done its share, and prints each acknowledged write:
// node tests/reliability/faults/writer.ts STORE NAME FIRST COUNT
import { openDatabase } from '#server/storage/node-store.ts';
import { addObservation } from '#server/targets/observation-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { importedRows, projectOf, writeOf } from './writes.ts';

const [path = '', name = '', first = '0', count = '1'] = process.argv.slice(2);
const db = await openDatabase({ url: path });
for (let n = Number(first); n < Number(first) + Number(count); n += 1) {
  const { kind, reason } = writeOf(name, n);
  const { revision } = await writeRevision(
    db,
    { author: name, kind, reason, origin: 'own' },
    async (trx, id) => {
      if (kind === 'import')
        await putProjects(
          trx,
          id,
          Array.from({ length: importedRows }, (_, i) => projectOf(name, n, i)),
        );
      else
        await addObservation(trx, id, {
          origin: 'own',
          indicator: `jobs-${name}`,
          period: '2021-03',
          value: String(n),
          data_status: 'reported',
        });
    },
  );
  process.stdout.write(`${revision} ${reason}\n`);
}
await db.close();
