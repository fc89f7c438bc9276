import { createHash } from 'node:crypto';
import type { Stage } from '#domain/projects/stage.ts';
import { addDays } from '#domain/values/date.ts';
import { recordEvent } from '#server/audit/store.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { addObservation } from '#server/targets/observation-store.ts';
import { random } from './random.ts';
import { record } from '../../setup/api/store-records.ts';

const stages: readonly Stage[] = ['lead', 'negotiation', 'signed', 'registered'];
const words = [
  '青岛',
  '神奈川県',
  '𠮷野',
  'Café',
  "O'Brien",
  'Ünal',
  '\u202eexe',
  'e\u0301',
  '👨‍👩‍👧',
];
const by = { author: 'test', kind: 'import', reason: 'random', origin: 'own' } as const;

/** Makes values that follow from a seed. */
function generator(seed: number) {
  const next = random(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[below(list.length)] as T;
  return {
    below,
    pick,
    text: () => Array.from({ length: 1 + below(4) }, () => pick(words)).join(' '),
  };
}
type Generator = ReturnType<typeof generator>;

const makeRecord = ({ below, pick, text }: Generator, code: string) =>
  record(code, {
    name: `${text()} ${'长'.repeat(below(300))}`,
    investor: text(),
    total: {
      minor: BigInt(below(2 ** 31)) * BigInt(2 ** 31),
      currency: pick(['CNY', 'JPY', 'EUR']),
    },
    events: stages
      .slice(0, 1 + below(stages.length))
      .map((stage, i) => ({ stage, date: addDays('2020-01-01', i * 90 + below(80)) })),
  });

/** Stores a file of random bytes, as evidence does. */
async function addFile(trx: Trx, { below }: Generator, bytes: number): Promise<void> {
  const content = Buffer.from(Array.from({ length: bytes }, () => below(256)));
  await trx
    .insertInto('evidence_file')
    .values({
      sha256: createHash('sha256').update(content).digest('hex'),
      size: bytes,
      content: content.toString('base64'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Writes a history that follows from a seed: imports, edits, values, files, an audit and an undo.
 * @param projects - how many there are at the end
 */
export async function writeRandomRegister(db: Db, seed: number, projects: number): Promise<void> {
  const make = generator(seed);
  const codes = Array.from({ length: projects }, (_, i) => `${make.pick(words)}-${i}`);
  await writeRevision(db, by, (trx, id) =>
    putProjects(
      trx,
      id,
      codes.map((code) => makeRecord(make, code)),
    ),
  );
  for (let edit = 0; edit < 12; edit += 1)
    await writeRevision(db, by, (trx, id) =>
      putProjects(trx, id, [makeRecord(make, make.pick(codes))]),
    );
  for (let month = 1; month <= 9; month += 1) {
    const value = String(make.below(1_000_000) / 100);
    const entry = { origin: 'own', indicator: 'companies', data_status: 'reported' } as const;
    await writeRevision(db, { ...by, kind: 'observation' }, (trx, id) =>
      addObservation(trx, id, { ...entry, period: `2021-0${month}`, value }),
    );
  }
  await db.write(async (trx) => {
    for (const bytes of [0, 1, 70_000]) await addFile(trx, make, bytes);
    for (let event = 0; event < 50; event += 1)
      await recordEvent(trx, {
        at: new Date(1_600_000_000_000 + event).toISOString(),
        actor: { name: make.text() },
        kind: 'key_turned',
      });
  });
  const { id } = await db.read
    .selectFrom('revision')
    .select('id')
    .where('kind', '=', 'import')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await undoRevision(db, id, { author: 'test' });
}
