import { describe, expect, it } from 'vitest';
import { detectEncoding } from '#server/imports/read/encoding.ts';
import { previewLines } from '#server/cli/import-preview-lines.ts';
import { csvOf, freshStore, planOf, questionIds } from '../import-context.ts';
import { encodeText, languagesByEncoding, registerText } from './encoding-corpus.ts';

const own = { file_kind: 'own_register', as_of: '2026-06-30' } as const;
const mapping = { Code: 'project_id', Name: 'project_name', Note: 'remark' } as const;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the encoding of a register', () => {
  const cases = Object.entries(languagesByEncoding).flatMap(([encoding, languages]) =>
    languages.map((language) => ({
      encoding,
      language,
      bytes: encodeText(registerText(language), encoding),
    })),
  );
  const results = cases.map(({ encoding, language, bytes }) => {
    const { ranked, close } = detectEncoding(bytes);
    const [first = 'utf-8'] = ranked;
    const isRight =
      new TextDecoder(first.replace(/\+.*/, '')).decode(bytes) ===
      new TextDecoder(encoding).decode(bytes);
    return { file: `${encoding} ${language}`, first, close, isRight };
  });
  it('is never wrong without a question', () => {
    expect(results.filter(({ isRight, close }) => !isRight && !close)).toEqual([]);
  });
  it('is right without a question in at least 95 of 100 files', () => {
    const right = results.filter(({ isRight, close }) => isRight && !close);
    expect(results.filter((one) => !right.includes(one)).length).toBeLessThanOrEqual(
      results.length * 0.05,
    );
  });
  it('is ISO-2022-JP when escapes switch to Japanese', async () => {
    const eucJp = encodeText('案件名', 'euc-jp');
    const name = [0x1b, 0x24, 0x42, ...[...eucJp].map((byte) => byte & 0x7f), 0x1b, 0x28, 0x42];
    const bytes = new Uint8Array([...bytesOf('ID,'), ...name, ...bytesOf('\nA1,One\n')]);
    const plan = await planOf(bytes, 'r.csv', own);
    expect([plan.preview.encoding, plan.preview.columns[1]?.header]).toEqual([
      'iso-2022-jp',
      '案件名',
    ]);
  });
  it.each([
    [
      'UTF-32',
      new Uint8Array([...'ID,Name\nA,B\n'].flatMap((char) => [char.charCodeAt(0), 0, 0, 0])),
    ],
    ['ISO-2022-KR', new Uint8Array([0x1b, 0x24, 0x29, 0x43, ...bytesOf('ID,Name\nA,B\n')])],
  ])('is rejected by name when it is %s', async (name, bytes) => {
    await expect(planOf(bytes)).rejects.toMatchObject({
      key: 'encoding_unsupported',
      values: { encoding: name },
    });
  });
  it('keeps pound signs in windows-1252', async () => {
    const text = csvOf([
      ['Project ID', 'Project name', 'Total investment'],
      ['A1', 'One', '£12,000'],
      ['A2', 'Two', '£7,500'],
    ]);
    const plan = await planOf(encodeText(text, 'windows-1252'), 'r.csv', own);
    expect([plan.preview.encoding, questionIds(plan).includes('encoding')]).toEqual([
      'windows-1252',
      false,
    ]);
    expect(plan.preview.sums[0]).toMatchObject({ currency: 'GBP', minor: '1950000' });
  });
});

describe('a file in UTF-8 with a row in another encoding', () => {
  it('stays UTF-8 and names the row in three languages', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `A${i},Завод ${i}`);
    const bytes = new Uint8Array([
      ...bytesOf(`Code,Name\n${lines.join('\n')}\n`),
      ...encodeText('B1,Завод\n', 'windows-1251'),
    ]);
    const plan = await planOf(bytes, 'r.csv', { ...own, mapping });
    expect(plan.preview.encoding).toBe('utf-8');
    expect(plan.records[0]?.facts.name).toBe('Завод 0');
    const listProblems = (language: 'en' | 'ja' | 'zh-CN') =>
      plan.texts[language].problems.filter(({ value }) => value?.includes('\ufffd'));
    expect(listProblems('en').map(({ row }) => row)).toEqual([42]);
    expect(
      new Set(
        (['en', 'ja', 'zh-CN'] as const).map((language) => listProblems(language)[0]?.message),
      ).size,
    ).toBe(3);
  });
});

describe('UTF-8 that was once read in another encoding', () => {
  it.each(['windows-1252', 'windows-1251', 'windows-1250'])(
    'read as %s: raises a question that offers the repaired text',
    async (mistake) => {
      const text = 'Code,Name,Note\nA1,Łódź,très élevé\nA2,Завод,Größe\n';
      // an encoding has control characters for missing signs
      const bytes = bytesOf(new TextDecoder(mistake).decode(bytesOf(text)));
      const mappingPlan = await planOf(bytes, 'r.csv', { ...own, mapping });
      const question = mappingPlan.preview.questions.find(({ id }) => id === 'encoding');
      expect(question).not.toHaveProperty('default');
      expect(question?.choices.map(({ value }) => value)).toEqual([`utf-8+${mistake}`, 'utf-8']);
      expect(question?.choices[0]?.examples?.[0]).toContain('très');
      const plan = await planOf(bytes, 'r.csv', { ...own, mapping, encoding: `utf-8+${mistake}` });
      expect(plan.records[0]?.facts.extra ?? plan.records[0]?.facts.remark).toEqual('très élevé');
      expect(plan.preview.settled.some(({ id }) => id === 'encoding')).toBe(true);
    },
  );
  it('is not detected in a correct text', () => {
    for (const text of ['Ação, NÃO, Évora', 'ĐÀ NẴNG', 'Всё Её', 'Łódź „ą”', '£5 – 7 °C'])
      expect(detectEncoding(bytesOf(`Code,Name\nA1,${text}\n`))).toMatchObject({
        ranked: ['utf-8'],
        close: false,
      });
  });
});

// seen to fail: a short French register raised the question, though Filičre is no heading
it('is settled by the headings of a short file', async () => {
  const text = 'Projet;Porteur;Filière;Emplois\nUsine;Volta;Bois;1\nLabo;BioLab;Bois;2\n';
  const bytes = encodeText(text, 'windows-1252');
  expect(detectEncoding(bytes).close).toBe(true);
  const plan = await planOf(bytes, 'r.csv', own);
  expect(plan.preview.encoding).toBe('windows-1252');
  expect(questionIds(plan)).not.toContain('encoding');
  // the answer can still be changed
  expect(plan.preview.settled.map(({ id }) => id)).toContain('encoding');
});

describe('an uncertain encoding', () => {
  // a single letter: è of windows-1252 is č of windows-1250
  const text = csvOf([
    ['Code', 'Name'],
    ['A1', 'Xqèq'],
    ['A2', 'Two'],
  ]);
  const bytes = encodeText(text, 'windows-1252');
  it('raises a question with lines of each reading, and blocks the import', async () => {
    const plan = await planOf(bytes, 'r.csv', { ...own, mapping });
    const question = plan.preview.questions.find(({ id }) => id === 'encoding');
    expect(question).not.toHaveProperty('default');
    const [first, second] = question?.choices ?? [];
    expect(first?.examples).toHaveLength(1);
    expect(first?.examples).not.toEqual(second?.examples);
    const shell = previewLines(plan.preview, 'en');
    expect(shell).toContain('          A1,Xqèq');
    expect(shell).toContain('          A1,Xqčq');
  });
  it('is remembered for the shape of the file', async () => {
    const plan = await planOf(bytes, 'r.csv', { ...own, mapping, encoding: 'windows-1250' });
    expect(plan.records[0]?.facts.name).toBe('Xqčq');
    const register = {
      ...freshStore,
      remembered: { [plan.shape]: { mapping, encoding: 'windows-1250' } },
    };
    const next = await planOf(bytes, 'r.csv', own, register);
    expect([next.preview.encoding, questionIds(next).includes('encoding')]).toEqual([
      'windows-1250',
      false,
    ]);
    expect(next.preview.remembered).toContain('encoding');
    // a file with a declared encoding keeps it
    const sure = await planOf(bytesOf(text), 'r.csv', own, register);
    expect(sure.preview.encoding).toBe('utf-8');
  });
});

// seen to fail: the last byte of Café was taken as the start of a character that never ended
it('a file that ends within a character is not UTF-8', () => {
  const bytes = Uint8Array.from(Buffer.from('Code,Name\nA1,Café', 'latin1'));
  expect(detectEncoding(bytes).ranked[0]).not.toBe('utf-8');
});
