import { fromBase64 } from '#server/core/binary/base64.ts';
import { coreProperties } from '#server/exports/formats/core-properties.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { scaleMoney } from './chart-scale.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { chartXml } from './chart-xml.ts';
import {
  contentTypes,
  layoutXml,
  masterXml,
  notesMasterXml,
  presentationXml,
  themeXml,
} from './deck-parts.ts';
import { relations } from './ooxml.ts';
import type { DeckInfo, Slide } from './slide.ts';
import type { PlacedChart } from './slide-frame.ts';
import { spreadCurrencies } from './slide-currencies.ts';
import { notesXml, spreadRows, writeSlide, type WrittenSlide } from './slide-xml.ts';
import { put, makeZip } from '#server/exports/formats/zip/zip-parts.ts';
import type { Archive } from '#server/exports/formats/zip/zip-stream.ts';

type Rels = Parameters<typeof relations>[0];
const putRelations = (into: Archive, path: string, rels: Rels): void =>
  put(into, path, relations(rels));

/** Writes the parts of every presentation: properties, theme, master, layout and notes master. */
function putFrame(into: Archive, count: number, info: DeckInfo): void {
  putRelations(into, '_rels/.rels', [
    ['officeDocument', 'ppt/presentation.xml'],
    [
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
  ]);
  put(into, 'docProps/core.xml', coreProperties(info));
  put(into, 'ppt/presentation.xml', presentationXml(count));
  putRelations(into, 'ppt/_rels/presentation.xml.rels', [
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['notesMaster', 'notesMasters/notesMaster1.xml'],
    ...Array.from({ length: count }, (_, at) => ['slide', `slides/slide${at + 1}.xml`] as const),
    ['theme', 'theme/theme1.xml'],
  ]);
  put(into, 'ppt/theme/theme1.xml', themeXml(info.language, info.theme ?? 'light'));
  put(into, 'ppt/theme/theme2.xml', themeXml(info.language, info.theme ?? 'light'));
  const { logo } = info;
  put(into, 'ppt/slideMasters/slideMaster1.xml', masterXml(logo));
  if (logo !== undefined) put(into, `ppt/media/logo.${logo.type}`, fromBase64(logo.content));
  putRelations(into, 'ppt/slideMasters/_rels/slideMaster1.xml.rels', [
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['theme', '../theme/theme1.xml'],
    ...(logo === undefined ? [] : [['image', `../media/logo.${logo.type}`] as const]),
  ]);
  put(into, 'ppt/slideLayouts/slideLayout1.xml', layoutXml);
  putRelations(into, 'ppt/slideLayouts/_rels/slideLayout1.xml.rels', [
    ['slideMaster', '../slideMasters/slideMaster1.xml'],
  ]);
  put(into, 'ppt/notesMasters/notesMaster1.xml', notesMasterXml);
  putRelations(into, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', [
    ['theme', '../theme/theme2.xml'],
  ]);
}

/** Writes a chart with the workbook that it draws. */
function putChart(
  into: Archive,
  chart: PlacedChart,
  number: number,
  title: string,
  info: DeckInfo,
): void {
  const { language, made_at, theme = 'light' } = info;
  const { native, rows, plot } = chart;
  const name = sheetLabels[language].data;
  const sheet = scaleMoney({ name, native, table: native.table ?? rows }, language);
  put(into, `ppt/charts/chart${number}.xml`, chartXml(sheet, plot, { language, theme }));
  putRelations(into, `ppt/charts/_rels/chart${number}.xml.rels`, [
    ['package', `../embeddings/workbook${number}.xlsx`],
  ]);
  put(
    into,
    `ppt/embeddings/workbook${number}.xlsx`,
    chartWorkbook(sheet, rows, { title, made_at, language }),
  );
}

/**
 * Writes the parts of one slide: the slide, its notes, and its charts.
 */
function putSlide(
  into: Archive,
  { slide, content, number, before }: NumberedSlide,
  info: DeckInfo,
): void {
  put(into, `ppt/slides/slide${number}.xml`, content.xml);
  putRelations(into, `ppt/slides/_rels/slide${number}.xml.rels`, [
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['notesSlide', `../notesSlides/notesSlide${number}.xml`],
    ...content.charts.map((_, at) => ['chart', `../charts/chart${before + at + 1}.xml`] as const),
  ]);
  put(into, `ppt/notesSlides/notesSlide${number}.xml`, notesXml(slide.notes, info.language));
  putRelations(into, `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`, [
    ['notesMaster', '../notesMasters/notesMaster1.xml'],
    ['slide', `../slides/slide${number}.xml`],
  ]);
  for (const [at, chart] of content.charts.entries())
    putChart(into, chart, before + at + 1, slide.title, info);
}

interface NumberedSlide {
  readonly slide: Slide;
  readonly content: WrittenSlide;
  readonly number: number;
  /** The number of charts on earlier slides. */
  readonly before: number;
}

/**
 * Writes slides as a presentation. Office programs draw the charts and can edit their rows in an
 * embedded workbook. A chart of several currencies or of many rows may
 * take several slides. The file has no macro
 * and no external link. Equal slides give equal bytes.
 */
export function toPptx(slides: readonly Slide[], info: DeckInfo): Uint8Array<ArrayBuffer> {
  const { language, theme = 'light', logo } = info;
  let charts = 0;
  const spread = slides.flatMap(spreadCurrencies).flatMap(spreadRows);
  const numberedSlides = spread.map((slide, at): NumberedSlide => {
    const content = writeSlide(slide, { language, theme, page: at + 1, logo });
    const before = charts;
    charts += content.charts.length;
    return { slide, content, number: at + 1, before };
  });
  return makeZip(info.made_at, (into) => {
    put(into, '[Content_Types].xml', contentTypes(spread.length, charts, logo));
    putFrame(into, spread.length, info);
    for (const one of numberedSlides) putSlide(into, one, info);
  });
}
