import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ChartContext } from '#charts/kit/definition.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { chartIds, findChart } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { words as text } from '#domain/values/term.ts';
import type { Overview } from '#domain/overview/overview.ts';
import {
  drawFigure,
  missingCharacters,
  replaceMissing,
} from '#server/exports/fonts/missing-characters.ts';
import { toPdf } from '#server/exports/formats/pdf/to-pdf.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { toCsv } from '#server/exports/formats/csv/to-csv.ts';
import { toXlsx } from '#server/exports/formats/xlsx/to-xlsx.ts';
import { tableCopies } from '#web/figures/copy-figure.ts';
import { endless, hostileTexts, otherScripts, undrawn } from '../setup/documents/hostile-texts.ts';

/** Names of one register: a few at once, since each is drawn in every place. */
const cases = [
  ...Array.from({ length: Math.ceil(hostileTexts.length / 4) }, (_, at) => ({
    names: hostileTexts.slice(at * 4, at * 4 + 4),
    drawn: true,
  })),
  { names: [endless], drawn: true },
  { names: otherScripts, drawn: true },
  ...undrawn.map(([name]) => ({ names: [name], drawn: false })),
].map((one) => ({ ...one, shown: JSON.stringify(one.names).slice(0, 60) }));
const made_at = '2021-04-16T08:00:00.000Z';

function nameTargets(names: readonly string[]): Overview {
  const at = (place: number): string => names[place % names.length] ?? '';
  const words = (place: number) => text(at(place), at(place), at(place));
  return {
    ...sampleOverview,
    zone: { ...sampleOverview.zone, name: words(0), short_name: words(1) },
    targets: sampleOverview.targets.map((row, place) => ({
      ...row,
      name: words(place),
      target_source: words(place + 1),
    })),
    strip: {
      ...sampleOverview.strip,
      groups: sampleOverview.strip.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({
          ...row,
          dots: row.dots.map((dot, place) => ({ ...dot, name: at(place) })),
        })),
      })),
    },
  };
}
/**
 * Fails with the parser's words when a text is not well-formed; gives the names of its elements.
 */
function elements(xml: string): ReadonlySet<string> {
  const elementNames = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    elementNames.add(name);
    for (const attribute of Object.keys(attributes))
      if (/^on|^style$|href$/i.test(attribute)) elementNames.add(`@${attribute}`);
  });
  parser.write(xml).close();
  return elementNames;
}

describe.each(cases)('$shown as the names of a register', ({ names, drawn }) => {
  const overview = nameTargets(names);
  const name = names.join(' ');
  const context: ChartContext = { language: 'zh-CN', options: {} };

  it.each(chartIds)(
    'is text in each form of %s, with a mark and a note for characters without a font',
    async (id) => {
      const request = {
        id,
        overview,
        language: 'zh-CN',
        theme: 'light',
        size: 'a4',
        options: {},
      } as const;
      const { content: svg, missing } = drawFigure(
        (request) => renderFigure(serverDocument, request),
        request,
      );
      for (const forbidden of [
        'script',
        'foreignObject',
        'image',
        'style',
        'a',
        '@onerror',
        '@onload',
        '@style',
        '@href',
      ])
        expect(elements(svg)).not.toContain(forbidden);
      expect(svg.length).toBeLessThan(400_000);
      // every chart's picture becomes a page in the same way, and the one of the projects has the
      // most names
      const pdf =
        id !== 'pipeline'
          ? undefined
          : toPdf([svg], {
              title: name,
              subject: name,
              keywords: name,
              made_at,
              language: 'zh-CN',
            });
      if (pdf !== undefined)
        expect(Buffer.from(await pdf).toString('latin1')).not.toMatch(
          /\/JavaScript|\/OpenAction|\/Launch/,
        );
      const withMarks = replaceMissing(svg);
      elements(withMarks);
      expect(missingCharacters(withMarks)).toEqual([]);
      if (drawn) expect([missing, withMarks.includes('□')]).toEqual([[], false]);
      else expect([missing.length > 0, withMarks.includes('没有可用字体')]).toEqual([true, true]);

      const deck = unzipSync(
        toPptx([await chartSlide(id, overview, context, undefined)], {
          title: name,
          subject: name,
          made_at,
          language: 'zh-CN',
        }),
      );
      for (const [part, bytes] of Object.entries(deck))
        if (!part.endsWith('.xlsx')) elements(strFromU8(bytes));
      const table = findChart(id).toTable(overview, context);
      const words = findChart(id).words(overview, context);
      const book = unzipSync(toXlsx(table, words, 'zh-CN'));
      for (const bytes of Object.values(book)) elements(strFromU8(bytes));
      expect(strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
      expect(
        toCsv(table, words, { excel: true, language: 'zh-CN', register_as_of: '2021-04-16' }),
      ).not.toMatch(/(^|[,\n]"?)[=＝@]/);
      const rows = table.rows.map((row) =>
        Object.fromEntries(table.columns.map((column, at) => [column.id, row[at] ?? null])),
      );
      const copies = tableCopies({ title: words.title, columns: table.columns, rows });
      elements(copies.html);
      expect(copies.plain.split('\n')).toHaveLength(table.rows.length + 1);
      expect(copies.plain).not.toMatch(/(^|[\t\n])[=＝@]/);
    },
  );
});
