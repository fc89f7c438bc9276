import { describe, expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { type Language, languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { reportPages } from '#report/paper/pages.ts';
import { changes, input } from '#report/report-input.fixture.ts';
import { toPdf } from '#server/exports/formats/pdf/to-pdf.ts';
import { logoPng } from '../setup/documents/logos.ts';
import { readPdfObjects } from '../setup/documents/pdf-objects.ts';
import { findPdfFaults, flatten, readPdfTree } from '../setup/documents/pdf-rules.ts';

const info = (language: Language) => ({
  title: 'R&D <Park>',
  subject: 'A & B',
  keywords: 'K',
  made_at: '2021-04-16T08:00:00.000Z',
  language,
});
const picture = (language: Language): string =>
  renderFigure(serverDocument, {
    id: 'targets',
    overview: sampleOverview,
    language,
    theme: 'light',
    size: 'half_a4',
    options: {},
  });
const content = Buffer.from(logoPng({ width: 40, height: 10, alpha: true })).toString('base64');
const logo = {
  sha256: 'a'.repeat(64),
  file: 'logo.png',
  type: 'png',
  width: 40,
  height: 10,
} as const;
/** A report with a logo, figures, lists and a table over several pages. */
function pagesOf(language: Language): readonly string[] {
  const [move] = changes.moves;
  const moves = Array.from({ length: 60 }, (_, at) => ({
    ...move,
    code: `X${at}`,
    // the rows of the report fill more than a page
    name: at === 0 ? 'カナ株式会社' : `A name ${at} `.repeat(60),
  })) as typeof changes.moves;
  const report = makeFullReport(
    input({ language, template: { logo }, changes: { ...changes, moves, total: 60 } }),
  );
  const figures = report.sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === 'figure'),
  );
  return reportPages(report, {
    pictures: figures.map(() => ({ svg: picture(language), title: 'T', alt: 'All "targets"' })),
    logo: { type: 'png', content },
    address: 'https://progress.example.org/report',
  });
}
const makePdf = async (language: Language, change = (page: string): string => page) =>
  toPdf(pagesOf(language).map(change), info(language));

describe.each(languages)('the PDF of a report in %s', (language) => {
  test('keeps the rules of PDF/UA: headings, lists, tables, figures, language, title', async () => {
    const pdf = await makePdf(language);
    expect(findPdfFaults(pdf)).toEqual([]);
    const tree = readPdfTree(readPdfObjects(pdf));
    const types = new Set((tree === undefined ? [] : flatten(tree)).map(({ type }) => type));
    for (const type of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(types, type).toContain(type);
    // a table over several pages is one table
    const pages = pagesOf(language);
    const pageOf = (name: string) => pages.findIndex((page) => page.includes(name));
    expect(pageOf('A name 11')).toBeGreaterThan(pageOf('A name 1 '));
    const rows = tree?.children.map(({ children }) => children.length) ?? [];
    expect(Math.max(...rows)).toBeGreaterThan(12);
  });
  test('gives the same bytes again, with a logo that is partly transparent too', async () => {
    const [first, second] = [await makePdf(language), await makePdf(language)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });
  test('marks the language of a name in another language', async () => {
    const objects = readPdfObjects(await makePdf(language));
    const streams = [...objects.values()].map((one) =>
      typeof one === 'object' && one !== null && 'stream' in one ? (one.stream ?? '') : '',
    );
    expect(streams.some((stream) => stream.includes('/Span <</Lang (ja)>> BDC'))).toBe(
      language !== 'ja',
    );
  });
});

test.each(chartIds)('the PDF of the chart %s keeps the rules of PDF/UA', async (id) => {
  const request = { id, overview: sampleOverview, language: 'en', theme: 'light' } as const;
  const page = renderFigure(serverDocument, { ...request, size: 'a4', options: {} });
  expect(findPdfFaults(await toPdf([page], info('en')))).toEqual([]);
});

test.each([
  ['a TH has no scope', /:Column"/g, '"'],
  ['a Table has no head', /TH:(\d+):Column/g, 'TD:$1'],
  [
    'a Table has rows of different lengths',
    /data-tag="(Table:\d+\/TR:\d+)\/TD:\d+"/,
    'data-tag="$1"',
  ],
  ['a TD stands in a Table', /(Table:\d+)\/TR:\d+\/TD/g, '$1/TD'],
  ['it has not one H1', /H1:/g, 'P:'],
  ['a heading skips a level', /H2:/g, 'H3:'],
])('the check finds that %s', async (fault, from, to) => {
  expect(
    findPdfFaults(await makePdf('en', (page) => page.replaceAll(new RegExp(from, 'g'), to))),
  ).toContain(fault);
});

test.each([
  ['a Figure has no alternative text', '/Alt ', '/Als '],
  ['it has no language', '/Lang', '/Long'],
  ['its title is not displayed', '/DisplayDocTitle true', '/DisplayDocTitle null'],
  ['its metadata are no XML', 'R&amp;D', 'R&mmp;D;'.slice(0, 7)],
  ['it does not say that it keeps PDF/UA-1', 'pdfuaid:part', 'pdfuaid:pars'],
  ['a page has no order of tabs', '/Tabs /S', '/Tabs /R'],
  ['a font does not say its characters', '/ToUnicode', '/ToUnicorn'],
  ['a font is not embedded', '/FontFile', '/FontFire'],
])('the check finds that %s', async (fault, from, to) => {
  const bytes = Buffer.from(await makePdf('en'))
    .toString('latin1')
    .replaceAll(from, to);
  expect(findPdfFaults(Buffer.from(bytes, 'latin1'))).toContain(fault);
});
