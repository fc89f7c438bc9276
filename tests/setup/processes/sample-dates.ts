// Prints the register and the series of the sample on four days, in the time zone of TZ.
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { fillSample } from '#server/samples/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';

const db = await openDatabase({ url: ':memory:' });
await fillSample(db, 'sample', { author: 'test', recorded_at: '2021-04-16T00:00:00.000Z' });
const origin = 'sample';
for (const as_of of ['2020-05-14', '2021-02-08', '2021-03-31', '2021-04-16'])
  console.log(
    JSON.stringify([
      await readRegisterView(db, { origin, as_of, compare: '2020-05-14', mapping }),
      await listObservations(db, { origin, as_of }),
    ]),
  );
await db.close();
