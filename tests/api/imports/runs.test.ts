import { afterEach, describe, expect, it } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportRun } from '#contract/imports/schemas.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import type { ImportHost } from '#server/imports/import-plan.ts';
import { listCodes } from '#server/projects/history/history-store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { openableEngines } from '../../setup/api/stores.ts';

const register = `项目编号,项目名称\n${Array.from({ length: 1200 }, (_, i) => `A${i},项目${i}`).join('\n')}\n`;
const upload = (text = register): FormData => {
  const form = new FormData();
  form.append('file', new File([text], 'r.csv'));
  return form;
};
/** Waits at a gate in the middle of the work. */
function gated() {
  let open: () => void = () => undefined;
  let reach: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const here = new Promise<void>((resolve) => (reach = resolve));
  const pass = async (signal: AbortSignal | undefined): Promise<void> => {
    reach();
    const aborted = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason as Error)),
    );
    await Promise.race([gate, aborted]);
  };
  return { here, open: () => open(), pass };
}

// in memory, readers would wait for the import whose progress they read
describe.each(openableEngines)('an import in progress on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const readProgress = async (path: string): Promise<[number, unknown]> => {
    const response = await api.send('GET', path);
    return [response.status, await response.json()];
  };

  it('reports progress and stops under the name of its caller, and stores nothing', async () => {
    const gate = gated();
    const host: ImportHost = {
      ...inProcess,
      run: async (bytes, request, options) => {
        options.onProgress?.({ phase: 'matching', share: 0.4, rows: 480 });
        await gate.pass(options.signal);
        return inProcess.run(bytes, request, options);
      },
    };
    api = await openApi(engine, { importer: createImporter(host) });
    const sending = api.send('POST', '/api/v1/imports?run=mine-1', { body: upload() });
    await gate.here;
    expect(await readProgress('/api/v1/import-runs/mine-1')).toEqual([
      200,
      { phase: 'matching', share: 0.4, rows: 480 } satisfies ImportRun,
    ]);
    expect((await readProgress('/api/v1/import-runs/other'))[1]).toEqual({
      phase: 'waiting',
      share: 0,
      rows: 0,
    });
    expect((await api.send('POST', '/api/v1/import-runs/mine-1/stop', { body: {} })).status).toBe(
      200,
    );
    const response = await sending;
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { code: 'import_stopped' },
    ]);
    expect((await readProgress('/api/v1/import-runs/mine-1'))[1]).toMatchObject({
      phase: 'waiting',
    });
    expect((await api.db.read.selectFrom('import_plan').select('id').execute()).length).toBe(0);
    expect((await api.db.read.selectFrom('import_piece').select('number').execute()).length).toBe(
      0,
    );
  });

  it('leaves nothing when stopped while storing, and can be committed afterwards', async () => {
    const gate = gated();
    const host: ImportHost = {
      ...inProcess,
      run: async (bytes, request, options) => {
        const response = await inProcess.run(bytes, request, options);
        return {
          ...response,
          async *pieces() {
            let first = true;
            for await (const piece of response.pieces()) {
              yield piece;
              if (first) await gate.pass(options.signal);
              first = false;
            }
          },
        };
      },
    };
    api = await openApi(engine, { importer: createImporter(host) });
    const preview = (await (
      await api.send('POST', '/api/v1/imports', { body: upload() })
    ).json()) as ImportPreview;
    const before = await currentRevision(api.db);
    const commit = (run: string) =>
      api.send('POST', `/api/v1/imports/${preview.id}/commit?run=${run}`, {
        body: { answers: { file_kind: 'own_register' } },
      });
    const storing = commit('mine-2');
    await gate.here;
    // the next rows are read while the first are stored
    await expect
      .poll(async () => (await readProgress('/api/v1/import-runs/mine-2'))[1])
      .toMatchObject({ phase: 'storing', rows: 500 });
    await api.send('POST', '/api/v1/import-runs/mine-2/stop', { body: {} });
    const response = await storing;
    expect([response.status, await response.json()]).toMatchObject([
      409,
      { code: 'import_stopped' },
    ]);
    expect([await currentRevision(api.db), (await listCodes(api.db, 'own')).length]).toEqual([
      before,
      0,
    ]);
    gate.open();
    const outcome = await commit('mine-3');
    expect([outcome.status, await outcome.json()]).toMatchObject([200, { rows: { new: 1200 } }]);
    expect((await listCodes(api.db, 'own')).length).toBe(1200);
  });

  it('keeps a file with a second table, so that the other table can follow', async () => {
    api = await openApi(engine);
    const text = '项目编号,项目名称\nA1,甲\n\n月份,企业数,就业人数\n2021-02,37,930\n';
    const preview = (await (
      await api.send('POST', '/api/v1/imports?lang=ja', { body: upload(text) })
    ).json()) as ImportPreview;
    expect(preview.tables.map((t) => t.kind)).toEqual(['projects', 'observations']);
    const at = `/api/v1/imports/${preview.id}`;
    await api.send('POST', `${at}/commit`, { body: { answers: { file_kind: 'own_register' } } });
    const second = (await (
      await api.send('POST', `${at}/answers?lang=en`, {
        body: { answers: { table: preview.tables[1]?.id ?? '' } },
      })
    ).json()) as ImportPreview;
    expect([
      second.kind,
      second.rows.new,
      second.questions.filter((q) => q.default === undefined),
    ]).toEqual(['observations', 1, []]);
    expect(
      (await api.send('POST', `${at}/commit`, { body: { answers: second.answers } })).status,
    ).toBe(200);
    const { items } = await api.get<{ items: { value?: string }[] }>(
      '/api/v1/indicators/companies/observations',
    );
    expect(items.map((o) => o.value)).toEqual(['37']);
  });

  it('answers in the requested language, also afterwards', async () => {
    api = await openApi(engine);
    const preview = (await (
      await api.send('POST', '/api/v1/imports?lang=ja', {
        body: upload('项目编号,项目名称,总投资\nA1,甲,5\n'),
      })
    ).json()) as ImportPreview;
    const readText = async (lang: string) =>
      (await api.get<ImportPreview>(`/api/v1/imports/${preview.id}?lang=${lang}`)).questions.find(
        (q) => q.id === 'unit',
      )?.text;
    expect([await readText('zh-CN'), await readText('ja'), await readText('en')]).toEqual([
      expect.stringMatching(/单位/),
      preview.questions.find((q) => q.id === 'unit')?.text,
      'Which unit are the amounts in? “5” in row 2 names none.',
    ]);
  });
});
