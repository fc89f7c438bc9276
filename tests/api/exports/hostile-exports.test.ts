import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '#domain/values/term.ts';
import type { SharedOverview } from '#domain/redaction/shared-overview.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { readZone, writeZone } from '#server/zone/store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { languages } from '#domain/values/language.ts';
import { makeCopy } from '#web/features/exports/copy/make-copy.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { drawingInPlace } from '../../setup/documents/drawing-in-place.ts';
import { inert, officeTexts } from '../../setup/documents/inert-texts.ts';
import { hostile, hostileTexts } from '../../setup/documents/hostile-texts.ts';
import { hasOffice, officeTurns } from '../../setup/documents/viewers.ts';
import { record } from '../../setup/api/store-records.ts';

/** The active parts of a PDF. */
const active = /\/JavaScript|\/OpenAction|\/Launch/;
/**
 * Pictures and office files leave out what XML can't hold; the rest is unchanged.
 */
const keepPrintable = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

const path = 'as_of=2021-04-16';
let api: TestApi;
const put = (code: string, text: string, yuan: string): Promise<unknown> =>
  writeRevision(
    api.db,
    { author: text, kind: 'import', reason: text, origin: 'sample' },
    (trx, revision) =>
      putProjects(trx, revision, [
        {
          ...record(code, {
            name: text,
            investor: text,
            company: text,
            progress_text: text,
            issue_text: text,
            next_step: text,
            remark: text,
            owner: text,
            extra: { [text]: text },
            amounts: { total_investment: { money: { minor: yuan, currency: 'CNY' } } },
          }),
          origin: 'sample' as const,
        },
      ]),
  );
const bytesOf = async (address: string): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await api.send('GET', `/api/v1/${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([address, response.status, response.status === 200 ? '' : strFromU8(bytes)]).toEqual([
    address,
    200,
    '',
  ]);
  return bytes;
};
beforeAll(async () => {
  api = await openApi(undefined, { drawing: drawingInPlace });
  for (const [index, text] of hostileTexts.entries())
    await put(`H${String(index).padStart(2, '0')}`, text, `${(index + 1) * 1_000_000_000}`);
  const profile = await readZone(api.db, 'sample', await currentRevision(api.db));
  if (profile === undefined) throw new Error('no zone');
  const name = words(
    `${hostile.markup[1]} ${hostile.letters[5]}`,
    `${hostile.markup[4]} ${hostile.formulas[0]}`,
    `${hostile.markup[2]} ${hostile.syntax[0]}`,
  );
  await writeRevision(
    api.db,
    { author: 'a', kind: 'edit', reason: '=1+1', origin: 'sample' },
    (trx, revision) =>
      writeZone(trx, revision, { ...profile, name, short_name: words('=a/..\\b', '<b>', '"x"') }),
  );
});
afterAll(() => api.close());

describe('every text that reaches an export', () => {
  test.each(['targets', 'progress', 'pipeline', 'changes'])(
    'stays text in each format of %s, in each language',
    async (id) => {
      for (const language of languages) {
        const chart = (form: string): Promise<Uint8Array<ArrayBuffer>> =>
          bytesOf(`charts/${id}.${form}?${path}&lang=${language}`);
        inert(strFromU8(await chart('svg')).replace(/<style>.*?<\/style>/, ''), `${id}.svg`);
        if (language === 'ja') {
          const png = Buffer.from(await chart('png'));
          expect(png.subarray(1, 4).toString()).toBe('PNG');
          expect(Buffer.from(await chart('pdf')).toString('latin1')).not.toMatch(active);
        }
        const cells = [await chart('xlsx'), await chart('pptx')].map((bytes) =>
          officeTexts(bytes, id),
        );
        const csv = strFromU8(await chart('csv'));
        const json = JSON.parse(strFromU8(await chart('json'))) as {
          rows: Record<string, string | null>[];
        };
        if (id !== 'pipeline') continue;
        for (const text of hostileTexts) {
          expect(
            json.rows.some((row) => row['name'] === text),
            text,
          ).toBe(true);
          expect(csv.includes(text.replaceAll('"', '""')), text).toBe(true);
          for (const cellTexts of cells)
            expect(cellTexts.has(keepPrintable(text)), text).toBe(true);
        }
      }
    },
  );

  test('stays text in the report, in each language', async () => {
    for (const language of languages)
      officeTexts(await bytesOf(`documents/report.pptx?${path}&lang=${language}`), 'report.pptx');
    expect(
      Buffer.from(await bytesOf(`documents/report.pdf?${path}&lang=zh-CN`)).toString('latin1'),
    ).not.toMatch(active);
  });

  test('stays text in the workbook and the pack', async () => {
    const pack = unzipSync(await bytesOf(`documents/pack.zip?${path}&lang=en`));
    for (const name of Object.keys(pack)) expect(name).toMatch(/^[\w./-]+$/);
    expect(JSON.parse(strFromU8(pack['datapackage.json'] ?? new Uint8Array()))).toHaveProperty(
      'resources',
    );
    const books = Object.entries(pack).filter(([name]) => /\.(xlsx|pptx)$/.test(name));
    const textsByName = books.map(([name, bytes]) => [name, officeTexts(bytes, name)] as const);
    const workbook = textsByName.find(([name]) => name.endsWith('.xlsx'))?.[1];
    for (const text of hostileTexts) expect(workbook?.has(keepPrintable(text)), text).toBe(true);
  });

  test('stays text in the single-page copy', async () => {
    const overview = await api.get<SharedOverview>(`/api/v1/overview/totals?${path}`);
    const pictures = { 'zh-CN': [], ja: [], en: [] };
    for (const language of languages) {
      const html = makeCopy(overview, pictures, language, '2021-05-01');
      expect(html).not.toMatch(
        /<script|<svg|<img (?!src="data:)|<[a-z][^>]*\son[a-z]+=|href=|@import/i,
      );
      expect(html).toContain('&#60;script&#62;');
    }
  });

  test('runs in no cell: CSV for Excel escapes it, plain CSV keeps it, and LibreOffice finds no formula', async () => {
    const excel = strFromU8(await bytesOf(`documents/projects.csv?${path}&csv=excel`));
    expect(excel).not.toMatch(/(^|[,\n]"?)[=@\t]/);
    const clean = strFromU8(await bytesOf(`documents/projects.csv?${path}`));
    for (const text of ['=1+1', '+7 495 123-45-67', '@SUM(1,1)'])
      expect(clean).toContain(`,${text.includes(',') ? `"${text}"` : text},`);
    if (!hasOffice) return;
    const sheets = officeTurns(
      'workbook.xlsx',
      await bytesOf(`documents/workbook.xlsx?${path}&lang=ja`),
      'fods',
    ).toString();
    // the only formulas add two cells of the outlook
    expect(sheets).not.toMatch(/table:formula="(?!of:=\[\.[A-Z]+\d+\]\+\[\.[A-Z]+\d+\]")/);
    expect(sheets).toContain('>+7 495 123-45-67<');
  });
});

describe('invalid parameters of an export', () => {
  test.each([
    ['charts/targets.png?size=wide2', 'wide'],
    ['charts/targets.png?size=', 'wide'],
    ['charts/targets.png?scale=4', '3'],
    ['charts/targets.png?scale=0', '1'],
    ['charts/targets.png?width=99999', 'width'],
    ['charts/targets.png?lang=de', 'zh-CN'],
    ['charts/targets.svg?theme=sepia', 'dark'],
    ['charts/targets.csv?csv=tsv', 'excel'],
    ['charts/targets.svg?as_of=2021-02-30', 'as_of'],
    ['charts/targets.svg?as_of[]=2021-04-16', 'as_of'],
    ['charts/progress.svg?measure=nothing', 'companies'],
    ['charts/progress.svg?range=all', 'to_date'],
    ['charts/pipeline.svg?cur=yen', 'cur'],
    ['documents/pack.zip?period=2021Q5', 'period'],
    ['documents/pack.zip?stage=nowhere', 'stage'],
    ['documents/workbook.xlsx?rows=1000000', 'rows'],
    ['documents/projects.csv?csv=excel&csv=excel', 'csv'],
    ['documents/report.pdf?lang=zh', 'zh-CN'],
  ])('%s is rejected with the allowed values (%s)', async (file, named) => {
    const response = await api.send('GET', `/api/v1/${file}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(named);
  });
});
