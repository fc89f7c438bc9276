import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportReply } from '#contract/exports/schemas.ts';
import type { ReportBlock } from '#domain/report/report.ts';
import { languages } from '#domain/values/language.ts';
import { listPhrases } from '#report/paper/phrases.ts';
import { createDrawing } from '#server/exports/workers/create-drawing.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const drawing = createDrawing();
afterAll(() => drawing.close());

/** A paragraph of a document: its style and its text. */
interface Read {
  readonly style: string;
  readonly text: string;
}
/** Reads the paragraphs of a part in their order. */
function paragraphsOf(xml: string): readonly Read[] {
  const parser = new SaxesParser();
  const read: { style: string; text: string }[] = [];
  let inText = false;
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') read.push({ style: 'Normal', text: '' });
    const last = read.at(-1);
    if (name === 'w:pStyle' && last !== undefined) last.style = String(attributes['w:val']);
    inText = name === 'w:t';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
  });
  parser.on('text', (text) => {
    const last = read.at(-1);
    if (inText && last !== undefined) last.text += text;
  });
  parser.write(xml).close();
  return read;
}
const textsOf = (block: ReportBlock): readonly string[] => {
  if (block.kind === 'text') return [block.text];
  if (block.kind === 'list') return block.items;
  const { table } = block;
  return table === undefined
    ? []
    : [
        ...table.columns.map(({ label }) => label),
        ...table.rows.flat(),
        ...(table.more === undefined ? [] : [table.more]),
      ];
};
const plain = (text: string): string => text.replace(/^•\u00a0 /, '');

describe.each(engines)('the report in Word on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine, { drawing });
  });
  afterAll(() => api.close());
  const read = async (query: string): Promise<Uint8Array> => {
    const response = await api.send('GET', `/api/v1/documents/report.docx?${query}`);
    expect([query, response.status]).toEqual([query, 200]);
    expect(response.headers.get('content-type')).toContain('wordprocessingml.document');
    return new Uint8Array(await response.arrayBuffer());
  };
  const part = (bytes: Uint8Array, name: string): string =>
    strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

  it.each(languages)('has every text of the page, in its order, in %s', async (lang) => {
    const query = `period=2021Q1&lang=${lang}`;
    const { report } = await api.get<ReportReply>(`/api/v1/report?${query}`);
    const paragraphs = paragraphsOf(part(await read(query), 'word/document.xml'));
    const all = paragraphs.map(({ text }) => plain(text));
    let at = 0;
    for (const text of report.sections.flatMap(({ number = '', heading, blocks }) => [
      `${number}${heading}`,
      ...blocks.flatMap(textsOf),
    ])) {
      const next = all.indexOf(text, at);
      expect(next, `“${text}” after ${at}`).toBeGreaterThanOrEqual(at);
      at = next + 1;
    }
    // a space replaces a line break
    const bare = (text = '') => text.replaceAll(/\s/g, '');
    expect([paragraphs[0]?.style, bare(paragraphs[0]?.text)]).toEqual([
      'Title',
      bare(report.title),
    ]);
    expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual(
      report.sections.map(({ number = '', heading }) => `${number}${heading}`),
    );
  });

  it('repeats the head of each table, keeps rows whole, and gives each picture an alternative text', async () => {
    const xml = part(await read('period=2021Q1&lang=zh-CN'), 'word/document.xml');
    const tables = xml.match(/<w:tbl>/g)?.length ?? 0;
    expect(tables).toBeGreaterThan(2);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)?.length ?? 0);
    const alts = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, alt = '']) => alt);
    expect(alts.length).toBeGreaterThan(0);
    expect(alts.filter((alt) => alt.length < 20)).toEqual([]);
  });

  // seen to fail: Word broke a line inside a word, as 2025年目 | 标
  it('breaks the lines of a cell in Chinese between words', async () => {
    const xml = part(await read('period=2021Q1&lang=zh-CN'), 'word/document.xml');
    const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:br\/>|<w:t[^>]*>([^<]*)/g)].map(([, text]) => text ?? '|').join(''),
    );
    const several = cells.filter((text) => text.includes('|'));
    expect(several.length).toBeGreaterThan(0);
    for (const text of several) {
      const phrases = listPhrases(text.replaceAll('|', ''));
      const ends = phrases.map(
        (_, at) =>
          phrases
            .slice(0, at + 1)
            .join('')
            .trimEnd().length,
      );
      const breaks = text.split('|').slice(0, -1);
      const places = breaks.map((_, at) => breaks.slice(0, at + 1).join('').length);
      expect([text, places.filter((place) => !ends.includes(place))]).toEqual([text, []]);
    }
  });

  it('has the page of an official document in Chinese: margins, page number, fonts', async () => {
    const bytes = await read('period=2021Q1&lang=zh-CN');
    expect(part(bytes, 'word/document.xml')).toContain(
      '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"',
    );
    expect(paragraphsOf(part(bytes, 'word/footer1.xml'))[0]?.text).toBe('—  —');
    const styles = part(bytes, 'word/styles.xml');
    for (const font of ['方正小标宋简体', '黑体', '仿宋']) expect(styles).toContain(font);
    expect(styles).toContain('w:line="560" w:lineRule="exact"');
    expect(styles).toContain('w:firstLine="640"');
    expect(part(bytes, 'word/fontTable.xml')).toContain('<w:altName w:val="SimSun"/>');
  });

  it('has the same bytes each time, and no time but that of the data', async () => {
    const sum = async () =>
      createHash('sha256')
        .update(await read('period=2021Q1&lang=ja'))
        .digest('hex');
    expect(await sum()).toBe(await sum());
    const core = part(await read('period=2021Q1&lang=ja'), 'docProps/core.xml');
    const { items } = await api.get<{ items: readonly { recorded_at: string }[] }>(
      '/api/v1/revisions',
    );
    expect(core).toContain(items[0]?.recorded_at);
  });

  // seen to fail: the last note and the signature stood alone on a page
  it('keeps the last texts on the page of the signature', async () => {
    const xml = part(await read('period=2021Q1&lang=zh-CN'), 'word/document.xml');
    const notes = [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)]
      .map(([one]) => one)
      .filter((one) => one.includes('ReportNote'));
    expect(notes.length).toBeGreaterThan(1);
    // two texts of the last section, the sources
    expect(notes.slice(-3).map((one) => one.includes('<w:keepNext/>'))).toEqual([true, true, true]);
    expect(notes.at(-4)).not.toContain('<w:keepNext/>');
    expect(notes[0]).not.toContain('<w:keepNext/>');
  });
});
