import { compact } from '#domain/values/compact.ts';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { record } from '../../setup/api/store-records.ts';

const importer = createImporter(inProcess);
const today = '2026-05-10';
const answers = { file_kind: 'own_register', as_of: '2026-05-01' };
const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/${name}`, import.meta.url));

describe.each(engines)('importing an unchanged export, on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const open = async (): Promise<void> => {
    api = await openApi(engine, { clock: () => new Date(`${today}T08:00:00Z`) });
  };
  const planOf = async (bytes: Uint8Array, name: string, more: object = {}) =>
    importer.plan(bytes, name, { ...answers, ...more }, await readKnownRegister(api.db, today));
  const download = async (file: string): Promise<Uint8Array> => {
    const response = await api.send('GET', `/api/v1/documents/${file}`);
    expect([file, response.status]).toEqual([file, 200]);
    return new Uint8Array(await response.arrayBuffer());
  };
  /** Exports the list in each form and previews its import. */
  async function expectUnchanged(): Promise<void> {
    for (const file of [
      'projects.csv',
      'projects.csv?csv=excel',
      'projects.csv?lang=zh-CN&csv=excel',
      'workbook.xlsx',
      'workbook.xlsx?lang=ja',
      'workbook.xlsx?lang=zh-CN',
    ]) {
      const { plan } = await planOf(await download(file), file.split('?')[0] ?? file);
      const { rows, changes } = plan.facts;
      expect([file, rows.new, changes, rows.changed, rows.unchanged > 0]).toEqual([
        file,
        0,
        [],
        0,
        true,
      ]);
    }
  }

  it.each(['sample', 'example_zone'] as const)('changes no row of %s', async (origin) => {
    await open();
    if (origin !== 'sample')
      await api.send('POST', '/api/v1/samples', { body: { sample: origin } });
    await applyPlan(api.db, await planOf(await download('projects.csv'), 'projects.csv'));
    await expectUnchanged();
  });

  it.each([
    ['register-zh.csv', {}],
    ['registro-it.csv', { unit: 'one', currency: 'EUR' }],
  ] as const)('changes no row of %s', async (name, more) => {
    await open();
    await applyPlan(api.db, await planOf(fixture(name), name, more));
    await expectUnchanged();
  });

  it('keeps words before amounts, reasons for missing ones, and two currencies', async () => {
    await open();
    await applyPlan(api.db, await planOf(await download('projects.csv'), 'projects.csv'));
    const money = (minor: string, currency: string) => ({ money: { minor, currency } });
    await writeRevision(
      api.db,
      { author: 'a', kind: 'project', reason: '', origin: 'own' },
      (trx, revision) =>
        putProjects(trx, revision, [
          record('P1', {
            country: 'JPN',
            amounts: {
              total_investment: { ...money('12345678901', 'CNY'), qualifier: 'about' },
              paid_in: { missing: 'not_disclosed' },
              output_plan: { ...money('500000000', 'JPY'), qualifier: 'at_least' },
            },
          }),
          record('P2', {
            amounts: { total_investment: { ...money('8080000000', 'JPY'), qualifier: 'over' } },
            status: [
              { status: 'active' },
              { status: 'on_hold', date: '2020-09-01', reason: 'x', reason_code: 'financing' },
            ],
          }),
        ]),
    );
    await expectUnchanged();
  });

  it('keeps an entered amount and one with its own words; a changed amount has the same unit', async () => {
    await open();
    await applyPlan(api.db, await planOf(await download('projects.csv'), 'projects.csv'));
    const amount = (minor: string, text?: string) => ({
      total_investment: {
        money: { minor, currency: 'CNY' },
        ...compact({ text }),
      },
    });
    await writeRevision(
      api.db,
      { author: 'a', kind: 'project', reason: '', origin: 'own' },
      (trx, revision) =>
        putProjects(trx, revision, [
          record('P1', { amounts: amount('10000000000') }),
          record('P2', { amounts: amount('100000', '1.000') }),
        ]),
    );
    await expectUnchanged();
    const csv = new TextDecoder().decode(await download('projects.csv'));
    const other = csv.replace(/^(P1,.*?)100000000\b/m, (_, before: string) => `${before}200000000`);
    expect(other).not.toBe(csv);
    const { changes, rows } = (await planOf(new TextEncoder().encode(other), 'projects.csv')).plan
      .facts;
    expect(rows.changed).toBe(1);
    const [from, to] = [
      expect.stringMatching(/^100000000\b/),
      expect.stringMatching(/^200000000\b/),
    ] as const;
    expect(changes).toMatchObject([{ code: 'P1', field: 'total_investment', from, to }]);
  });
});
