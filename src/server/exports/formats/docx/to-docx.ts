import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import { unzipSync } from 'fflate';
import type { Report, ReportBlock } from '#domain/report/report.ts';
import { xmlCharacters } from '#charts/kit/style/xml.ts';
import { fitLogo } from '#domain/zone/report/report-logo.ts';
import { logoRoom } from '#report/paper/page-ends.ts';
import { lastTexts } from '#report/paper/pages.ts';
import { captionUnit } from '#report/paper/table-units.ts';
import { listTitleLines } from '#report/paper/title-lines.ts';
import {
  type PageStyle,
  pageStyles,
  paperSize,
  textHeight,
  textRoom,
  toPoints,
} from '#report/paper/page-style.ts';
import type { WordDocument, WordPicture } from '#server/core/word-document.ts';
import { coreProperties } from '#server/exports/formats/core-properties.ts';
import { makeZip, put } from '#server/exports/formats/zip/zip-parts.ts';
import { fromBase64 } from '#server/core/binary/base64.ts';
import { fontTable, listFonts } from './word-fonts.ts';
import { halfPoints, styleIds, twips, wordStyles } from './word-styles.ts';
import { makeRuns, type RunContext } from './word-runs.ts';
import { wordTable } from './word-table.ts';

const paragraph = (style: string, text: string, report: RunContext): Paragraph =>
  new Paragraph({ style, children: makeRuns(text, report) });
/** Makes a paragraph that is on the page of the one below it. */
const lastParagraph = (style: string, text: string, report: RunContext): Paragraph =>
  new Paragraph({
    style,
    keepNext: true,
    keepLines: true,
    children: makeRuns(text, report),
  });
const writeCaption = (label: string | undefined, caption: string): string =>
  label === undefined ? caption : `${label}　${caption}`;

/** Converts points to pixels of 1/96 inch. */
const pixels = (points: number): number => Math.round((points * 96) / 72);

/** The most of the height of a page that a picture takes: a higher one leaves half a page empty. */
const pictureShare = 0.36;

function makePicture(
  { png, title, alt, width, height }: WordPicture,
  number: number,
  style: PageStyle,
): Paragraph {
  const most = (textHeight(style) * pictureShare * width) / height;
  const wide = Math.min(textRoom(style), style.picture, most);
  return new Paragraph({
    style: styleIds.figure,
    children: [
      new ImageRun({
        type: 'png',
        data: fromBase64(png),
        transformation: { width: pixels(wide), height: pixels((wide * height) / width) },
        altText: {
          id: String(number),
          name: `Figure ${number}`,
          title: xmlCharacters(title),
          description: xmlCharacters(alt),
        },
      }),
    ],
  });
}

/** Makes the logo above the title, with the place and size that it has in the PDF. */
function makeLogo({ report, logo: file }: WordDocument): readonly Paragraph[] {
  const { logo } = report.issued;
  if (logo === undefined || file === undefined) return [];
  const { width, height } = fitLogo(logo, logoRoom);
  const image = new ImageRun({
    type: file.type === 'jpeg' ? 'jpg' : 'png',
    data: fromBase64(file.content),
    transformation: { width: pixels(width), height: pixels(height) },
    altText: {
      id: '1000',
      name: 'Logo',
      title: xmlCharacters(logo.alt),
      description: xmlCharacters(logo.alt),
    },
  });
  return [new Paragraph({ style: styleIds.figure, children: [image] })];
}

type Part = Paragraph | Table;

/** Writes the blocks of a report. Each figure takes the next picture. */
class BlockWriter {
  readonly #document: WordDocument;
  #pictureCount = 0;
  constructor(document: WordDocument) {
    this.#document = document;
  }

  /** Writes a block. A text is on the page of the part below it if it `isLast`. */
  write(block: ReportBlock, heading: string, isLast: boolean): readonly Part[] {
    const { report } = this.#document;
    const style = block.kind === 'text' && block.note === true ? styleIds.note : styleIds.body;
    if (block.kind === 'text')
      return [(isLast ? lastParagraph : paragraph)(style, block.text, report)];
    if (block.kind === 'list')
      return block.items.map((item) =>
        paragraph(styleIds.item, report.language === 'en' ? `•\u00a0 ${item}` : item, report),
      );
    if (block.kind === 'table') {
      const { caption, table } = captionUnit(block, heading, report.language);
      return [
        ...(block.caption === heading
          ? []
          : [paragraph(styleIds.caption, writeCaption(block.label, caption), report)]),
        ...this.#table(table),
      ];
    }
    return this.#figure(block);
  }

  #table(table: NonNullable<Extract<ReportBlock, { kind: 'figure' }>['table']>): readonly Part[] {
    const { report } = this.#document;
    return [
      wordTable(table, report),
      // also separates two tables, which Word would otherwise join
      paragraph(table.more === undefined ? styleIds.gap : styleIds.note, table.more ?? '', report),
    ];
  }

  #figure(block: Extract<ReportBlock, { kind: 'figure' }>): readonly Part[] {
    const picture = this.#document.pictures[this.#pictureCount];
    this.#pictureCount += 1;
    const { report } = this.#document;
    return [
      ...(picture === undefined
        ? []
        : [
            paragraph(styleIds.caption, writeCaption(block.label, picture.title), report),
            makePicture(picture, this.#pictureCount, pageStyles[report.language]),
          ]),
      ...(block.table === undefined ? [] : this.#table(block.table)),
    ];
  }
}

/**
 * Makes the header of the pages: zone and period, and at the right the warning that values are
 * invented.
 */
function makeHeader({ header, warning, language }: Report): Header {
  const style = pageStyles[language];
  const look = { size: halfPoints(style.note), font: listFonts(language, 'heading') };
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twips(textRoom(style)) }],
        children: [
          new TextRun({ ...look, text: xmlCharacters(header) }),
          ...(warning === undefined
            ? []
            : [new TextRun({ ...look, text: `\t${xmlCharacters(warning)}`, color: '8A5A00' })]),
        ],
      }),
    ],
  });
}
function makeFooter({ language }: Report): Footer {
  const { around, pageNumber } = pageStyles[language];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: halfPoints(pageNumber),
            children: [around[0], PageNumber.CURRENT, around[1]],
          }),
        ],
      }),
    ],
  });
}

/** Makes the title, with breaks if it is too long for one line. */
const makeTitle = (report: Report): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: listTitleLines(report).flatMap((line, at) => [
      ...(at === 0 ? [] : [new TextRun({ break: 1 })]),
      ...makeRuns(line, report),
    ]),
  });

function makeBody(document: WordDocument): readonly Part[] {
  const { report, note, address } = document;
  const { by, day, contact, signature } = report.issued;
  const writer = new BlockWriter(document);
  return [
    ...makeLogo(document),
    makeTitle(report),
    paragraph(styleIds.issued, report.subtitle, report),
    ...(note === undefined ? [] : [paragraph(styleIds.note, note, report)]),
    ...report.sections.flatMap(({ number = '', heading, blocks }, at) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: makeRuns(`${number}${heading}`, report),
      }),
      ...blocks.flatMap((block, index) =>
        writer.write(
          block,
          heading,
          at === report.sections.length - 1 && index >= blocks.length - lastTexts,
        ),
      ),
    ]),
    ...[report.foot, address, contact].flatMap((line) =>
      line === undefined ? [] : [lastParagraph(styleIds.note, line, report)],
    ),
    ...[by, ...(signature === undefined ? [] : [signature])].map((line) =>
      paragraph(styleIds.signature, line, report),
    ),
    paragraph(styleIds.signatureDay, day, report),
  ];
}

function makeDocument(document: WordDocument): Document {
  const { report, info } = document;
  const style = pageStyles[report.language];
  const { top, bottom, left, right } = style.margins;
  const margin = (millimetres: number): number => twips(toPoints(millimetres));
  return new Document({
    title: info.title,
    subject: info.subject,
    creator: 'Headway',
    keywords: info.keywords,
    styles: wordStyles(report.language),
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(paperSize.width), height: twips(paperSize.height) },
            margin: {
              top: margin(top),
              bottom: margin(bottom),
              left: margin(left),
              right: margin(right),
              header: margin(top / 2),
              footer: margin(bottom / 2),
            },
          },
        },
        headers: { default: makeHeader(report) },
        footers: { default: makeFooter(report) },
        children: makeBody(document),
      },
    ],
  });
}

/**
 * Writes a report as a Word document in the official style of its language. Headings use heading
 * styles, the head of a table repeats on each page, and a chart is a picture with an alternative
 * text. Equal reports give equal bytes, since all times are those of the data.
 */
export async function toDocx(document: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { info } = document;
  const fileBytes = await Packer.pack(makeDocument(document), 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(info) },
    { path: 'word/fontTable.xml', data: fontTable(info.language) },
  ]);
  const parts = unzipSync(fileBytes);
  return makeZip(info.made_at, (into) => {
    for (const [name, bytes] of Object.entries(parts)) put(into, name, bytes);
  });
}
