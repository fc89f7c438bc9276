import { afterEach, describe, expect, it } from 'vitest';
import { defaultStageMapping as mapping } from '#domain/projects/stage.ts';
import type { Db } from '#server/db/db.ts';
import { chooseSample, fillSample, removeSamples } from '#server/samples/service.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { addNote, listNotes } from '#server/targets/note-store.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { listRevisions, writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin, readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { undoRevision, UndoRejectionError } from '#server/revisions/undo-store.ts';
import { listOrigins } from '#server/zone/store.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const by = { author: 'test', kind: 'import', reason: 'test', origin: 'own' } as const;
const own = { origin: 'own', as_of: '2021-06-30' } as const;

describe.each(engines)('undo on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = (...records: Parameters<typeof putProjects>[2]) =>
    writeRevision(db, by, (trx, revision) => putProjects(trx, revision, records));
  const rejection = async (id: number) =>
    undoRevision(db, id, { author: 'test' }).then(
      () => undefined,
      (error: unknown) => (error instanceof UndoRejectionError ? error.rejection : error),
    );

  it('restores what an import replaced, and an undo can be undone', async () => {
    db = await open();
    await put(record('A', { total: cny(1n) }), record('B'));
    await put(record('A', { total: cny(2n) }), record('C'));
    const codes = async () =>
      (await listProjects(db, own)).items.map(
        (p) => `${p.code}${p.amounts.total_investment?.money?.minor ?? ''}`,
      );
    await undoRevision(db, 2, { author: 'test' });
    expect(await codes()).toEqual(['A100', 'B']);
    await undoRevision(db, 3, { author: 'test' });
    expect(await codes()).toEqual(['A200', 'B', 'C']);
    expect(
      (await recordsByCode(db, 'own', ['A']))[0]?.facts.amounts.total_investment?.money?.minor,
    ).toBe('200');
    expect((await listRevisions(db)).map((r) => [r.id, r.kind, r.undone_by])).toEqual([
      [4, 'undo', undefined],
      [3, 'undo', 4],
      [2, 'import', 3],
      [1, 'import', undefined],
    ]);
    expect((await listProjects(db, { ...own, knownRevision: 3 })).total).toBe(2);
  });

  it('undoes changes one after the other, down to an empty register', async () => {
    db = await open();
    await put(record('A'));
    await put(record('A', { total: cny(2n) }));
    await undoRevision(db, 2, { author: 'test' });
    await undoRevision(db, 1, { author: 'test' });
    expect((await listProjects(db, own)).total).toBe(0);
  });

  it('refuses when its records were changed again, names them, and changes nothing', async () => {
    db = await open();
    await put(record('A'), record('B'));
    await put(record('B', { total: cny(3n) }));
    expect(await rejection(1)).toMatchObject({
      reason: 'conflict',
      conflicts: [{ what: 'project', key: 'B', name: 'Project B' }],
      rest: true,
    });
    expect(await rejection(9)).toEqual({ reason: 'not_found' });
    await undoRevision(db, 2, { author: 'test' });
    expect(await rejection(2)).toEqual({ reason: 'already_undone' });
    expect((await listRevisions(db)).length).toBe(3);
  });

  it('brings the sample back after the first own import that removed it', async () => {
    db = await open();
    await fillSample(db, 'sample');
    const { revision } = await writeRevision(db, by, async (trx, id) => {
      await removeSamples(trx, id);
      await putProjects(trx, id, [record('A')]);
      await chooseOrigin(trx, id, 'own');
    });
    const sample = async () => [
      await readChosenOrigin(db),
      (await readRegisterView(db, { origin: 'sample', as_of: '2021-04-16', mapping })).total,
      (await listObservations(db, { origin: 'sample' })).length,
      await listOrigins(db),
    ];
    expect(await sample()).toEqual(['own', 0, 0, []]);
    await undoRevision(db, revision, { author: 'test' });
    expect(await sample()).toEqual(['sample', 30, 37, ['sample']]);
    expect((await listProjects(db, own)).total).toBe(0);
  });

  it('shows one sample at a time, or none', async () => {
    db = await open();
    expect([await fillSample(db, 'sample'), await fillSample(db, 'example_zone')]).toEqual([
      true,
      false,
    ]);
    await chooseSample(db, 'example_zone', { author: 'test' });
    expect([await readChosenOrigin(db), await listOrigins(db)]).toEqual([
      'example_zone',
      ['example_zone'],
    ]);
    await chooseSample(db, 'none', { author: 'test' });
    expect([await readChosenOrigin(db), await listOrigins(db)]).toEqual([null, []]);
    await chooseSample(db, 'sample', { author: 'test' });
    expect((await listProjects(db, { origin: 'sample', as_of: '2021-04-16' })).total).toBe(30);
  });

  it('restores a note that another replaced', async () => {
    db = await open();
    const note = (text: string) =>
      writeRevision(db, by, (trx, id) =>
        addNote(trx, id, {
          origin: 'own',
          indicator: 'jobs',
          period: '2021-03',
          text,
          author: 'x',
          recorded_at: '2021-04-01T00:00:00.000Z',
        }),
      );
    await note('first');
    await note('second');
    await note(' ');
    const texts = async () => (await listNotes(db, { origin: 'own' })).map((n) => n.text);
    expect(await texts()).toEqual([]);
    await undoRevision(db, 3, { author: 'test' });
    expect(await texts()).toEqual(['second']);
    await undoRevision(db, 2, { author: 'test' });
    expect(await texts()).toEqual(['first']);
  });
});
