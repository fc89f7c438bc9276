import { xmlText } from '#server/exports/formats/xlsx/xml.ts';
import { sheetWords } from '#server/exports/formats/sheet-labels.ts';
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
import { head, relations } from './ooxml.ts';
import type { DeckInfo, Slide } from './slide.ts';
import { notesXml, slideXml } from './slide-xml.ts';
import { put, zipped } from '#server/exports/formats/zip/zip-parts.ts';

const core = ({ title, subject, made_at, language }: DeckInfo): string =>
  `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(subject)}</dc:subject><dc:creator>Headway</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(made_at)}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(made_at)}</dcterms:modified></cp:coreProperties>`;

/**
 * Slides as a presentation. Charts are native: an office program draws them, opens their rows and changes them; the rows stand in
 * a workbook inside. Nothing in it runs and nothing leads outside. Equal slides give equal bytes.
 */
export function toPptx(slides: readonly Slide[], info: DeckInfo): Uint8Array<ArrayBuffer> {
  const { language, made_at } = info;
  return zipped(made_at, (into) => {
    put(
      into,
      '[Content_Types].xml',
      contentTypes(slides.map(({ chart }) => ({ chart: chart !== undefined }))),
    );
    put(
      into,
      '_rels/.rels',
      relations([
        ['officeDocument', 'ppt/presentation.xml'],
        [
          'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
          'docProps/core.xml',
        ],
      ]),
    );
    put(into, 'docProps/core.xml', core(info));
    put(into, 'ppt/presentation.xml', presentationXml(slides.length));
    put(
      into,
      'ppt/_rels/presentation.xml.rels',
      relations([
        ['slideMaster', 'slideMasters/slideMaster1.xml'],
        ['notesMaster', 'notesMasters/notesMaster1.xml'],
        ...slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`] as const),
        ['theme', 'theme/theme1.xml'],
      ]),
    );
    put(into, 'ppt/theme/theme1.xml', themeXml(language));
    put(into, 'ppt/theme/theme2.xml', themeXml(language));
    put(into, 'ppt/slideMasters/slideMaster1.xml', masterXml);
    put(
      into,
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relations([
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['theme', '../theme/theme1.xml'],
      ]),
    );
    put(into, 'ppt/slideLayouts/slideLayout1.xml', layoutXml);
    put(
      into,
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    );
    put(into, 'ppt/notesMasters/notesMaster1.xml', notesMasterXml);
    put(
      into,
      'ppt/notesMasters/_rels/notesMaster1.xml.rels',
      relations([['theme', '../theme/theme2.xml']]),
    );
    slides.forEach((slide, index) => {
      const number = index + 1;
      put(into, `ppt/slides/slide${number}.xml`, slideXml(slide, language));
      put(
        into,
        `ppt/slides/_rels/slide${number}.xml.rels`,
        relations([
          ['slideLayout', '../slideLayouts/slideLayout1.xml'],
          ['notesSlide', `../notesSlides/notesSlide${number}.xml`],
          ...(slide.chart === undefined
            ? []
            : [['chart', `../charts/chart${number}.xml`] as const]),
        ]),
      );
      put(into, `ppt/notesSlides/notesSlide${number}.xml`, notesXml(slide.notes, language));
      put(
        into,
        `ppt/notesSlides/_rels/notesSlide${number}.xml.rels`,
        relations([
          ['notesMaster', '../notesMasters/notesMaster1.xml'],
          ['slide', `../slides/slide${number}.xml`],
        ]),
      );
      if (slide.chart === undefined) return;
      const { table, native } = slide.chart;
      const name = sheetWords[language].data;
      put(into, `ppt/charts/chart${number}.xml`, chartXml({ name, table, native }, language));
      put(
        into,
        `ppt/charts/_rels/chart${number}.xml.rels`,
        relations([['package', `../embeddings/workbook${number}.xlsx`]]),
      );
      put(
        into,
        `ppt/embeddings/workbook${number}.xlsx`,
        chartWorkbook(name, table, native, slide.title, made_at, language),
      );
    });
  });
}
