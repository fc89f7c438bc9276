import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds } from '#charts/registry.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';
import { checkPresentation } from '../../setup/documents/presentation/check-presentation.ts';
import { findAll, parseXml } from '../../setup/documents/presentation/xml-tree.ts';
import { hasOffice, officeTurns } from '../../setup/documents/viewers.ts';

const made_at = '2021-04-16T08:00:00.000Z';
const info = { title: 'T', subject: 'S', made_at, language: 'en' } as const;
const stamp = { revision: 3, made_at, link: 'https://progress.example.org/?as_of=2021-04-16' };
const partsOf = (bytes: Uint8Array) => unzipSync(bytes);
const xmlOf = (bytes: Uint8Array, name: string): string =>
  strFromU8(partsOf(bytes)[name] ?? new Uint8Array());

/** The slides of each chart and of the report. */
let charts: Uint8Array;
let report: Uint8Array;
beforeAll(async () => {
  const slides = await Promise.all(
    chartIds.map((id) =>
      chartSlide(id, sampleOverview, { language: 'en', options: { range: 'to_target' } }, stamp),
    ),
  );
  charts = toPptx(slides, info);
  const full = reportInput();
  const deck = await reportSlides({
    report: makeFullReport(full),
    subjects: { overview: full.overview, saved: [] },
    stamp: undefined,
    parts: {},
  });
  report = toPptx(deck, info);
});

describe('parts of a presentation', () => {
  it.each(languages)('are valid for each chart in both themes in %s', async (language) => {
    for (const theme of ['light', 'dark'] as const)
      for (const id of chartIds) {
        const context = { language, options: {} };
        const slide = await chartSlide(id, sampleOverview, context, stamp);
        const bytes = toPptx([slide], { ...info, language, theme });
        expect([id, checkPresentation(bytes)]).toEqual([id, []]);
      }
  });

  it('are valid for a break in a series, which is a line that an office program can edit', async () => {
    const targets = sampleOverview.targets.map((row) => ({
      ...row,
      series: row.series.map((point) =>
        point.period === '2021-01' ? { ...point, break_reason: 'Branches are counted' } : point,
      ),
    }));
    const context = { language: 'en', options: { measure: 'companies' } } as const;
    const slide = await chartSlide('progress', { ...sampleOverview, targets }, context, stamp);
    const bytes = toPptx([slide], info);
    expect(checkPresentation(bytes)).toEqual([]);
    const tree = parseXml(xmlOf(bytes, 'ppt/charts/chart1.xml'));
    expect(findAll(tree, 'c:errBars')).toHaveLength(1);
  });

  it('are valid for a report', () => {
    expect(checkPresentation(report)).toEqual([]);
  });

  it('are valid whatever names hold: controls, lone surrogates, 300 characters', async () => {
    const names = [
      'a\u0000\u0001\u000b\ufffeb',
      '\ud800x\udc00',
      'n'.repeat(300),
      '<&">',
      '名'.repeat(300),
    ];
    const groups = sampleOverview.strip.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({
        ...row,
        dots: row.dots.map((dot, at) => ({ ...dot, name: names[at % names.length] ?? '' })),
      })),
    }));
    const [zone = ''] = names;
    const overview = {
      ...sampleOverview,
      zone: { ...sampleOverview.zone, name: { 'zh-CN': zone, ja: zone, en: `${zone}${names[2]}` } },
      targets: sampleOverview.targets.map((row, at) => {
        const name = names[at % names.length] ?? '';
        return { ...row, name: { 'zh-CN': name, ja: name, en: name } };
      }),
      strip: { ...sampleOverview.strip, groups },
    };
    for (const id of chartIds) {
      const slide = await chartSlide(id, overview, { language: 'en', options: {} }, stamp);
      expect([id, checkPresentation(toPptx([slide], info))]).toEqual([id, []]);
    }
  });
});

/** Rewrites one part of a presentation. */
const change = (bytes: Uint8Array, name: string, to: (xml: string) => string): Uint8Array => {
  const xml = xmlOf(bytes, name);
  expect(xml).not.toBe('');
  const newXml = to(xml);
  expect(newXml).not.toBe(xml);
  return zipSync({ ...partsOf(bytes), [name]: strToU8(newXml) });
};
const without = (bytes: Uint8Array, name: string): Uint8Array => {
  const { [name]: part, ...rest } = partsOf(bytes);
  expect(part).toBeDefined();
  return zipSync(rest);
};
/** A zip with one entry twice: the name of another of the same length is overwritten. */
function renameEntry(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const [old, fresh] = [strToU8(from), strToU8(to)];
  for (let at = 0; at + old.length <= copy.length; at += 1)
    if (old.every((byte, index) => copy[at + index] === byte)) copy.set(fresh, at);
  return copy;
}

describe('faults that PowerPoint repairs are found:', () => {
  const slide = 'ppt/slides/slide1.xml';
  const chart = 'ppt/charts/chart1.xml';
  const presentation = 'ppt/presentation.xml';
  it.each<readonly [string, (bytes: Uint8Array) => Uint8Array, RegExp]>([
    [
      'a shape id twice',
      (b) => change(b, slide, (x) => x.replace('cNvPr id="3"', 'cNvPr id="2"')),
      /shape 2 twice/,
    ],
    [
      'a slide id twice',
      (b) => change(b, presentation, (x) => x.replace('id="257"', 'id="256"')),
      /slide 256 twice/,
    ],
    [
      'a slide id below 256',
      (b) => change(b, presentation, (x) => x.replace('id="257"', 'id="7"')),
      /slide id 7/,
    ],
    [
      'a layout id of the master',
      (b) =>
        change(b, 'ppt/slideMasters/slideMaster1.xml', (x) =>
          x.replace('id="2147483649"', 'id="2147483648"'),
        ),
      /2147483648 twice/,
    ],
    [
      'a relation that is missing',
      (b) =>
        change(b, 'ppt/slides/_rels/slide1.xml.rels', (x) => x.replace('Id="rId3"', 'Id="rId9"')),
      /relation rId3 is missing/,
    ],
    [
      'a relation twice',
      (b) =>
        change(b, 'ppt/slides/_rels/slide1.xml.rels', (x) => x.replace('Id="rId3"', 'Id="rId2"')),
      /relation rId2 twice/,
    ],
    [
      'a target that is missing',
      (b) => without(b, 'ppt/notesSlides/notesSlide1.xml'),
      /notesSlide1\.xml is missing/,
    ],
    [
      'a wrong content type',
      (b) =>
        change(b, '[Content_Types].xml', (x) =>
          x.replace('drawingml.chart+xml', 'drawingml.chartshapes+xml'),
        ),
      /chart1\.xml has the content type/,
    ],
    [
      'a content type that is missing',
      (b) =>
        change(b, '[Content_Types].xml', (x) => x.replace(/<Default Extension="xlsx"[^>]*>/, '')),
      /workbook1\.xlsx has no content type/,
    ],
    [
      'a content type without its part',
      (b) => without(b, 'ppt/theme/theme2.xml'),
      /theme2\.xml has a content type and is missing/,
    ],
    [
      'a part twice in the zip',
      (b) => renameEntry(b, 'ppt/slides/slide2.xml', 'ppt/slides/slide1.xml'),
      /slide1\.xml twice/,
    ],
    [
      'a chart without a workbook',
      (b) => change(b, chart, (x) => x.replace(/<c:externalData.*?<\/c:externalData>/, '')),
      /without a workbook/,
    ],
    [
      'a workbook that is missing',
      (b) => without(b, 'ppt/embeddings/workbook1.xlsx'),
      /workbook1\.xlsx is missing/,
    ],
    [
      'a control character',
      (b) => change(b, slide, (x) => x.replace('<a:t>', '<a:t>\u0001')),
      /slide1\.xml/,
    ],
    [
      'children out of order',
      (b) => change(b, chart, (x) => x.replace(/(<c:gapWidth[^>]*>)(<c:overlap[^>]*>)/, '$2$1')),
      /c:gapWidth is out of order/,
    ],
    [
      'an attribute that is missing',
      (b) => change(b, slide, (x) => x.replace(/(<p:cNvPr id="3") name="[^"]*"/, '$1')),
      /p:cNvPr lacks name/,
    ],
    [
      'a text without a paragraph',
      (b) =>
        change(b, slide, (x) => x.replace(/(<a:lstStyle\/>)<a:p>.*?<\/a:p>(<\/p:txBody>)/, '$1$2')),
      /p:txBody lacks a:p/,
    ],
    [
      'a label where its bar has no such place',
      (b) =>
        change(b, 'ppt/charts/chart4.xml', (x) =>
          x.replace('<c:cat>', '<c:dLbls><c:dLblPos val="outEnd"/></c:dLbls><c:cat>'),
        ),
      /label place outEnd/,
    ],
    [
      'a series twice',
      (b) => change(b, chart, (x) => x.replace('<c:idx val="1"/>', '<c:idx val="0"/>')),
      /series 0 twice/,
    ],
    [
      'a chart without its axis',
      (b) =>
        change(b, chart, (x) =>
          x.replace('<c:axId val="1002"/></c:barChart>', '<c:axId val="7"/></c:barChart>'),
        ),
      /without its axis/,
    ],
  ])('%s', (_, spoil, fault) => {
    expect(checkPresentation(charts)).toEqual([]);
    expect(checkPresentation(spoil(charts)).join('\n')).toMatch(fault);
  });
});

/**
 * The content that must not be lost: the number of charts, the texts of each slide, the cells of
 * its tables.
 */
const contentOf = (bytes: Uint8Array) => {
  const names = Object.keys(partsOf(bytes));
  const slides = names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .toSorted((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
    .map((name) => parseXml(xmlOf(bytes, name)));
  const textsOf = (element: Parameters<typeof findAll>[0]): string =>
    // the number of a slide is a field, which each program fills itself
    findAll(element, 'a:r')
      .flatMap((run) => findAll(run, 'a:t').map(({ text }) => text))
      .join('')
      .replaceAll(/\s/g, '');
  return {
    charts: names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length,
    frames: slides.map((slide) => findAll(slide, 'c:chart').length),
    tables: slides.map((slide) =>
      findAll(slide, 'a:tbl').map((table) => findAll(table, 'a:tc').map(textsOf)),
    ),
    texts: slides.map((slide) =>
      findAll(slide, 'p:sp')
        .map(textsOf)
        .filter((text) => text !== '')
        .toSorted(),
    ),
  };
};

it.skipIf(!hasOffice)(
  'a presentation that LibreOffice opens and saves keeps its charts, texts and tables',
  () => {
    for (const bytes of [charts, report]) {
      const [before, after] = [bytes, officeTurns('deck.pptx', bytes, 'pptx')].map(contentOf);
      expect(after).toEqual(before);
    }
  },
  180_000,
);
