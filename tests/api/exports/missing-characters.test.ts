import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { drawingInPlace } from '../../setup/documents/drawing-in-place.ts';
import { otherScripts, undrawn } from '../../setup/documents/hostile-texts.ts';
import { inert, officeTexts } from '../../setup/documents/inert-texts.ts';
import { pictureFaults } from '../../setup/documents/picture-faults.ts';
import { hasPoppler, pdfText } from '../../setup/documents/viewers.ts';
import { record } from '../../setup/api/store-records.ts';

const path = 'as_of=2021-04-16';
const header = 'headway-missing-characters';
const replaced = {
  'zh-CN': '没有可用字体',
  ja: '対応するフォントがない',
  en: 'have no font here',
} as const;

/**
 * A register of the sample and projects with these names, each large enough to be named in
 * pictures.
 */
async function namedApi(names: readonly string[]): Promise<TestApi> {
  const own = await openApi(undefined, { drawing: drawingInPlace });
  const projects = names.map((name, index) => {
    const total = { money: { minor: `${(index + 1) * 8_000_000_000_000}`, currency: 'CNY' } };
    return {
      ...record(`H${index}`, { name, investor: name, amounts: { total_investment: total } }),
      origin: 'sample' as const,
    };
  });
  await writeRevision(
    own.db,
    { author: 'a', kind: 'import', reason: 'b', origin: 'sample' },
    (trx, revision) => putProjects(trx, revision, projects),
  );
  return own;
}
async function sentBy(own: TestApi, address: string) {
  const response = await own.send('GET', `/api/v1/${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { bytes, text: strFromU8(bytes), answer: [response.status, response.headers.get(header)] };
}

test('names in other scripts are drawn letter by letter without overlapping texts', async () => {
  const own = await namedApi(otherScripts);
  for (const [language, note] of Object.entries(replaced))
    for (const form of ['svg', 'png', 'pdf']) {
      const { text, answer } = await sentBy(
        own,
        `charts/pipeline.${form}?${path}&lang=${language}`,
      );
      expect([form, answer]).toEqual([form, [200, null]]);
      if (form !== 'svg') continue;
      const svg = text.replace(/<style>.*?<\/style>/, '');
      expect(svg).not.toMatch(new RegExp(`□|${note}`));
      expect(pictureFaults(svg)).toEqual([]);
    }
  expect((await sentBy(own, `documents/report.pdf?${path}&lang=en`)).answer).toEqual([200, null]);
  await own.close();
});

describe('a character that no font has', () => {
  test.each(undrawn)(
    '%s becomes a mark in each picture, whose header lists %s; data keep it',
    async (name, code, marks, lang) => {
      const own = await namedApi([name]);
      const query = `${path}&lang=${lang}`;
      for (const form of ['svg', 'png', 'pdf']) {
        const { text, answer } = await sentBy(own, `charts/pipeline.${form}?${query}`);
        expect([form, answer]).toEqual([form, [200, code]]);
        if (form !== 'svg') continue;
        const texts = [...inert(text.replace(/<style>.*?<\/style>/, ''), 'pipeline.svg')];
        expect(texts.filter((one) => one.startsWith(marks))).toHaveLength(1);
        expect(texts.filter((one) => one.includes(replaced[lang]))).toHaveLength(1);
      }
      for (const form of ['xlsx', 'pptx'])
        expect(
          officeTexts((await sentBy(own, `charts/pipeline.${form}?${query}`)).bytes, form).has(
            name,
          ),
        ).toBe(true);
      for (const form of ['csv', 'json'])
        expect((await sentBy(own, `charts/pipeline.${form}?${query}`)).text).toContain(name);
      await own.close();
    },
  );

  test('becomes a mark in the report and in the report of the pack, with a note; readers can select the character', async () => {
    const own = await namedApi(['A+แก้ว 12']);
    const answer = [200, 'U+0E01 U+0E27 U+0E41 U+0E49'];
    const report = await sentBy(own, `documents/report.pdf?${path}&lang=en`);
    expect(report.answer).toEqual(answer);
    if (hasPoppler) {
      expect(pdfText(report.bytes)).toContain('Somecharactershavenofonthere');
      expect(pdfText(report.bytes)).toContain('แก้ว');
    }
    const pack = await sentBy(own, `documents/pack.zip?${path}&lang=en`);
    expect(pack.answer).toEqual(answer);
    const files = unzipSync(pack.bytes);
    expect(files['report.pdf']).toEqual(report.bytes);
    expect(strFromU8(files['data/projects.csv'] ?? new Uint8Array())).toContain('A+แก้ว 12');
    await own.close();
  });
});

describe('a font that the operator names', () => {
  afterEach(() => vi.unstubAllEnvs());

  // seen to fail: a zone in Thailand got boxes in all pictures, and no setting helped
  test('draws its script in pictures and in the report, with signs above signs', async () => {
    vi.stubEnv('HEADWAY_FONTS', join(import.meta.dirname, '../../fixtures/fonts'));
    const own = await namedApi(['แก้วที่ 12']);
    for (const form of ['svg', 'png', 'pdf']) {
      const { text, answer } = await sentBy(own, `charts/pipeline.${form}?${path}&lang=en`);
      expect([form, answer]).toEqual([form, [200, null]]);
      if (form === 'svg') expect(text).toMatch(/@font-face\{font-family:"Headway Sans 5"/);
      if (form === 'svg') expect(text).not.toContain('□');
    }
    const report = await sentBy(own, `documents/report.pdf?${path}&lang=en`);
    expect(report.answer).toEqual([200, null]);
    if (hasPoppler) expect(pdfText(report.bytes)).toContain('แก้วที่');
    await own.close();
  });

  test('leaves scripts from right to left as marks', async () => {
    vi.stubEnv('HEADWAY_FONTS', join(import.meta.dirname, '../../fixtures/fonts'));
    const own = await namedApi(['שלום 12']);
    const { answer } = await sentBy(own, `charts/pipeline.png?${path}&lang=en`);
    expect(answer).toEqual([200, 'U+05D5 U+05DC U+05DD U+05E9']);
    await own.close();
  });
});

describe('a drawer that fails', () => {
  test('leaves the data pack complete except for its pages, and README and log report it', async () => {
    const logged: unknown[] = [];
    const fails = () => Promise.reject(new Error('The drawing thread has ended.'));
    const own = await openApi(undefined, {
      drawing: { svg: fails, png: fails, pdf: fails },
      log: (entry) => logged.push(entry),
    });
    const response = await own.send('GET', `/api/v1/documents/pack.zip?${path}&lang=en`);
    expect([response.status, response.headers.get('etag')]).toEqual([200, null]);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    await own.close();
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'data/projects.csv',
        'workbook.xlsx',
        'datapackage.json',
        'report.pptx',
      ]),
    );
    expect(files['report.pdf']).toBeUndefined();
    expect(strFromU8(files['README.md'] ?? new Uint8Array())).toMatch(
      /`report\.pdf`: .*could not be made.*the data are complete/,
    );
    expect(logged).toEqual([expect.objectContaining({ reference: 'report-in-pack' })]);
  });
});
