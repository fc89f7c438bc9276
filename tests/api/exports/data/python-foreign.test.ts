// Finds the figures of a foreign register again with Python, from the CSV files of its pack.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { openApi, type TestApi } from '../../../setup/api/api.ts';
import { engines } from '../../../setup/api/stores.ts';

const run = promisify(execFile);
const hasPython = ((): boolean => {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!hasPython) console.warn('NOT RUN: a foreign register in Python: there is no python3 here');
const script = join(import.meta.dirname, '../../../fixtures/figures.py');

const stages = ['Prospecto', 'En negociación', 'Firmado', 'Registrado', 'En construcción'];
const currencies = ['MXN', 'USD', 'EUR'];
/** Ninety projects in three currencies, without any date; every seventh has no amount. */
const register = [
  'Clave,Proyecto,Institución ejecutora,Sector,Etapa,Monto,Moneda',
  ...Array.from({ length: 90 }, (_, at) =>
    [
      `DIF${1000 + at}`,
      `Parque industrial ${at}`,
      `Compañía ${at % 40}`,
      ['Logística', 'Agua y saneamiento', 'Educación'][at % 3],
      stages[at % 5],
      at % 7 === 0 ? '' : `${1_000_000 + at * 12_345}.${String(at).padStart(2, '0')}`,
      currencies[at % 3],
    ].join(','),
  ),
].join('\n');

describe.each(engines)('Python on $name', (engine) => {
  let api: TestApi;
  let folder: string | undefined;
  afterEach(async () => {
    await api.close();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  test.skipIf(!hasPython)(
    'finds counts by stage and sums by currency of a register without dates again',
    async () => {
      api = await openApi(engine, { clock: () => new Date('2026-11-28T08:00:00Z') });
      const form = new FormData();
      form.set('file', new File([register], 'corredor.csv'));
      const upload = await api.send('POST', '/api/v1/imports', { body: form });
      const { id } = (await upload.json()) as ImportPreview;
      const answers = {
        file_kind: 'other_zone',
        zone_name: 'Corredor',
        sample_data: 'remove',
        unit: '1',
        mapping: 'proposals',
        as_of: '2026-10-31',
        stage_words: { Prospecto: 'lead' },
      };
      const outcome = await api.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } });
      expect(outcome.status, await outcome.clone().text()).toBe(200);
      const reply = await api.send('GET', '/api/v1/documents/pack.zip?as_of=2026-10-31&lang=ja');
      expect(reply.status).toBe(200);
      const pack = mkdtempSync(join(tmpdir(), 'headway-foreign-'));
      folder = pack;
      const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
      for (const [path, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(pack, path)), { recursive: true });
        writeFileSync(join(pack, path), bytes);
      }
      const { stdout } = await run('python3', [script, pack], { timeout: 60_000 });
      const { groups } = JSON.parse(stdout) as {
        readonly groups: Readonly<
          Record<string, { readonly count: number; readonly sums: object; readonly stages: object }>
        >;
      };
      const { strip } = await api.get<Overview>('/api/v1/overview?as_of=2026-10-31');
      expect(strip.groups.map(({ count }) => count)).toEqual([36, 54]);
      for (const { group, count, amounts, rows } of strip.groups) {
        expect(groups[group]).toEqual({
          count,
          sums: Object.fromEntries(
            amounts.map((money) => [money.currency, String(Number(toMajor(fromWire(money))))]),
          ),
          stages: Object.fromEntries(
            rows.filter((row) => row.count > 0).map((row) => [row.stage, row.count]),
          ),
        });
        expect(amounts).toHaveLength(3);
      }
    },
    120_000,
  );
});
