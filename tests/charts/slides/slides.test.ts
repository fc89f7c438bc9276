import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ChartContext } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart, type ChartId } from '#charts/registry.ts';
import { type Language, languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { hasOffice, hasPoppler, officeTurns, pdfText } from '../../setup/documents/viewers.ts';

const made_at = '2021-04-16T08:00:00.000Z';
const link = 'https://progress.example.org/?as_of=2021-04-16';
const options = { range: 'to_target' as const };
const officeChartOf = async (id: ChartId, overview: Overview, context: ChartContext) => {
  const { officeChart } = await findChart(id).loadOffice();
  return officeChart(overview, context, findChart(id).toTable(overview, context));
};
const deck = async (
  id: ChartId,
  language: Language,
  overview: Overview = sampleOverview,
): Promise<Uint8Array> => {
  const stamp = { revision: 3, made_at, link };
  const slide = await chartSlide(id, overview, { language, options }, stamp);
  return toPptx([slide], { title: 'T', subject: 'S', made_at, language });
};
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      name.endsWith('.xlsx') ? '' : strFromU8(part),
    ]),
  );
const sheetsInside = (bytes: Uint8Array): readonly string[] => {
  const book = unzipSync(unzipSync(bytes)['ppt/embeddings/workbook1.xlsx'] ?? new Uint8Array());
  return Object.entries(book).flatMap(([name, part]) =>
    name.startsWith('xl/worksheets/') ? [strFromU8(part)] : [],
  );
};
const rowsInside = (bytes: Uint8Array): string => {
  const book = unzipSync(unzipSync(bytes)['ppt/embeddings/workbook1.xlsx'] ?? new Uint8Array());
  return strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
};
/** Text of every element of one name, entities resolved by the parser. */
function textsOf(xml: string, name: string): readonly string[] {
  const texts: string[] = [];
  let inside: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === name) inside = '';
  });
  parser.on('text', (text) => {
    if (inside !== undefined) inside += text;
  });
  parser.on('closetag', (tag) => {
    if (tag.name !== name || inside === undefined) return;
    texts.push(inside);
    inside = undefined;
  });
  parser.write(xml).close();
  return texts;
}
const squeeze = (text: string): string => text.replaceAll(/\s/g, '');

describe.each(chartIds)('a slide of %s', (id) => {
  it('has complete parts in each language, every relation points to one, and none points outside', async () => {
    for (const language of languages) {
      const parts = partsOf(await deck(id, language));
      for (const [name, xml] of Object.entries(parts)) {
        if (name.endsWith('.xlsx')) continue;
        textsOf(xml, '');
        expect(xml, name).not.toMatch(/TargetMode="External"|NaN|undefined|\[object/);
        if (!name.endsWith('.rels')) continue;
        const folder = name.replace(/_rels\/[^/]*$/, '');
        for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/g))
          expect(Object.keys(parts)).toContain(
            new URL(target, `file:///${folder}`).pathname.slice(1),
          );
      }
      for (const name of Object.keys(parts).filter(
        (part) => part.endsWith('.xml') && part !== '[Content_Types].xml',
      ))
        expect(parts['[Content_Types].xml']).toContain(`PartName="/${name}"`);
    }
  });

  it('has title, measure, source, day and status on the slide, definitions in the notes, and a mark on invented values', async () => {
    for (const language of languages) {
      const words = findChart(id).words(sampleOverview, { language, options });
      const parts = partsOf(await deck(id, language));
      const slide = textsOf(parts['ppt/slides/slide1.xml'] ?? '', 'a:t').join('\n');
      const notes = textsOf(parts['ppt/notesSlides/notesSlide1.xml'] ?? '', 'a:t').join('\n');
      for (const text of [words.title, words.subtitle, words.source, link])
        expect(slide).toContain(text);
      expect(slide).toContain(sampleOverview.zone.name[language]);
      for (const text of [words.title, words.source, ...words.notes, link])
        expect(notes).toContain(text);
      expect(slide).toContain(
        { 'zh-CN': '示例数据（虚构）', ja: '架空データ', en: 'Illustrative data (fictional)' }[
          language
        ],
      );
    }
  });

  it('draws the content of its workbook, with the rows of the figure beside it', async () => {
    const context = { language: 'en', options } as const;
    const native = await officeChartOf(id, sampleOverview, context);
    const table = findChart(id).toTable(sampleOverview, context);
    const bytes = await deck(id, 'en');
    const xml = partsOf(bytes)['ppt/charts/chart1.xml'] ?? '';
    const sheet = rowsInside(bytes);
    const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)]
      .map(([one]) => one)
      // the inside of a hollow mark is drawn from the same cells
      .filter((one) => Number(/<c:idx val="(\d+)"/.exec(one)?.[1]) < 100)
      .toSorted(
        (a, b) =>
          Number(/<c:idx val="(\d+)"/.exec(a)?.[1]) - Number(/<c:idx val="(\d+)"/.exec(b)?.[1]),
      );
    expect(series).toHaveLength(native?.series.length ?? 0);
    series.forEach((one, at) => {
      const { column, values } = native?.series[at] ?? { column: '', values: [] };
      const drawnTable = native?.table ?? table;
      const index = drawnTable.columns.findIndex((one) => one.id === column);
      const cells = values ?? drawnTable.rows.map((row) => row[index] ?? null);
      const series = /<c:(val|yVal)>.*?<c:f>(.*?)<\/c:f>.*?<\/c:\1>/s.exec(one);
      expect(
        [...(series?.[0] ?? '').matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/g)].map(
          ([, row, value]) => [Number(row), value],
        ),
      ).toEqual(cells.flatMap((cell, row) => (cell === null ? [] : [[row, cell]])));
      const [letters] = /\$([A-Z]+)\$2/.exec(series?.[2] ?? '')?.slice(1) ?? [];
      cells.forEach((cell, row) => {
        const cellText = new RegExp(`<c r="${letters}${row + 2}"[^>]*><v>([^<]*)</v>`).exec(
          sheet,
        )?.[1];
        expect(cellText ?? null).toBe(cell);
      });
    });
    expect(sheet).not.toContain('<f>');
    const all = sheetsInside(bytes).flatMap((one) => [...one.matchAll(/<row /g)]).length;
    expect(all).toBeGreaterThan(table.rows.length);
  });

  it('is the same bytes each time, and has lines in place of a chart where there is nothing to draw', async () => {
    expect(Buffer.from(await deck(id, 'ja')).equals(await deck(id, 'ja'))).toBe(true);
    const { bridge: _bridge, ...rest } = sampleOverview;
    const empty: Overview = {
      ...rest,
      targets: [],
      strip: { ...sampleOverview.strip, groups: [] },
    };
    expect(Object.keys(partsOf(await deck(id, 'zh-CN', empty)))).not.toContain(
      'ppt/charts/chart1.xml',
    );
  });
});

describe('a presentation in LibreOffice', () => {
  it.skipIf(!hasOffice || !hasPoppler)(
    'opens in each language with every chart drawn from its rows',
    async () => {
      for (const language of languages) {
        const stamp = { revision: 3, made_at, link };
        const slides = await Promise.all(
          chartIds.map((id) => chartSlide(id, sampleOverview, { language, options }, stamp)),
        );
        const info = { title: 'T', subject: 'S', made_at, language };
        const text = pdfText(officeTurns('deck.pptx', toPptx(slides, info), 'pdf'));
        for (const id of chartIds) {
          const context = { language, options };
          expect(text).toContain(squeeze(findChart(id).words(sampleOverview, context).title));
          for (const { label } of (await officeChartOf(id, sampleOverview, context))?.key ?? [])
            expect(text).toContain(squeeze(label));
        }
      }
    },
    180_000,
  );
});

describe('a slide of a view without single projects', () => {
  it('has a bar of the number of projects for each stage', async () => {
    const groups = sampleOverview.strip.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, dots: [] })),
    }));
    const overview = { ...sampleOverview, strip: { ...sampleOverview.strip, groups } };
    const native = await officeChartOf('pipeline', overview, { language: 'en', options });
    expect(native?.kind).toBe('bar');
    expect(native?.series[0]?.values?.filter((value) => value !== null)).toEqual(
      groups.flatMap(({ rows }) => rows.map(({ count }) => String(count))),
    );
    expect(partsOf(await deck('pipeline', 'en', overview))['ppt/charts/chart1.xml']).toContain(
      '<c:barChart>',
    );
  });
});

describe('names from a register on a slide', () => {
  it('are text, whatever they hold: nothing runs, controls are left out', async () => {
    const names = [
      '=1+1',
      '+cmd|x',
      '@SUM(1,1)',
      '\t=1',
      '"=1+1',
      '<script>x</script>',
      'a\u0000\u0001\u000bb',
      '髙﨑 𠮷野',
      '\ud800',
    ];
    const groups = sampleOverview.strip.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        dots: row.dots.map((dot, index) => ({ ...dot, name: names[index % names.length] ?? '' })),
      })),
    }));
    const bytes = await deck('pipeline', 'en', {
      ...sampleOverview,
      strip: { ...sampleOverview.strip, groups },
    });
    for (const [name, xml] of Object.entries(partsOf(bytes)))
      if (!name.endsWith('.xlsx')) textsOf(xml, '');
    const sheets = sheetsInside(bytes);
    expect(sheets.join('')).not.toContain('<f>');
    const texts = sheets.flatMap((sheet) => textsOf(sheet, 't'));
    for (const name of [
      '=1+1',
      '+cmd|x',
      '@SUM(1,1)',
      '<script>x</script>',
      'ab',
      '髙﨑 𠮷野',
      '\ufffd',
    ])
      expect(texts).toContain(name);
  });
});

describe('the slide of a register with more than 60 projects in a stage', () => {
  const spread = {
    currency: 'CNY',
    count: 61,
    not_above_zero: 0,
    classes: [{ from: '100', to: '200', count: 61 }],
    quantiles: { low: '100', middle: '150', high: '190' },
  };
  const row = {
    stage: 'lead' as const,
    count: 61,
    undisclosed: 0,
    amounts: [{ currency: 'CNY', minor: '9150' }],
    dots: [{ code: 'P1', name: 'P1', money: { currency: 'CNY', minor: '150' } }],
    spread,
  };
  const groups = [
    { group: 'pipeline' as const, count: 61, undisclosed: 0, amounts: [], rows: [row] },
  ];
  const overview = { ...sampleOverview, strip: { ...sampleOverview.strip, groups } };

  it.each(languages)(
    'has the subtitle and the notes of its picture, whose bars it draws, in %s',
    async (language) => {
      const drawing = findChart('pipeline').words(overview, { language, options: {} });
      const { subtitle, notes, foot } = await chartSlide(
        'pipeline',
        overview,
        { language, options: {} },
        undefined,
      );
      expect(drawing.notes.length).toBeGreaterThan(0);
      expect(subtitle).toBe(drawing.subtitle);
      expect(notes).toContain(subtitle);
      expect(foot).toEqual(expect.arrayContaining([...drawing.notes]));
    },
  );
});
