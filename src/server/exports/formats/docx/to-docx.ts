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
import { pageStyles, paperSize, textRoom, toPoints } from '#report/paper/page-style.ts';
import type { WordDocument, WordPicture } from '#server/core/word-document.ts';
import { coreProperties } from '#server/exports/formats/core-properties.ts';
import { makeZip, put } from '#server/exports/formats/zip/zip-parts.ts';
import { fromBase64 } from '#server/projects/evidence/base64.ts';
import { fontTable, listFonts } from './word-fonts.ts';
import { halfPoints, styleIds, twips, wordStyles } from './word-styles.ts';
import { wordTable } from './word-table.ts';

const run = (text: string): TextRun => new TextRun(xmlCharacters(text));
const paragraph = (style: string, text: string): Paragraph =>
  new Paragraph({ style, children: [run(text)] });
const writeCaption = (label: string | undefined, caption: string): string =>
  label === undefined ? caption : `${label}　${caption}`;

/** Points of a picture for one of its pixels on a screen of 96 dots. */
const pixels = (points: number): number => Math.round((points * 96) / 72);

function makePicture(
  { png, title, alt, width, height }: WordPicture,
  number: number,
  room: number,
): Paragraph {
  const wide = Math.min(room, 420);
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

type Part = Paragraph | Table;

/** Writes the blocks of a report, with the next picture for each figure. */
class BlockWriter {
  readonly #document: WordDocument;
  #drawn = 0;
  constructor(document: WordDocument) {
    this.#document = document;
  }

  write(block: ReportBlock, heading: string): readonly Part[] {
    const { language } = this.#document.report;
    if (block.kind === 'text')
      return [paragraph(block.note === true ? styleIds.note : styleIds.body, block.text)];
    if (block.kind === 'list')
      return block.items.map((item) =>
        paragraph(styleIds.item, language === 'en' ? `•\u00a0 ${item}` : item),
      );
    if (block.kind === 'table')
      return [
        ...(block.caption === heading
          ? []
          : [paragraph(styleIds.caption, writeCaption(block.label, block.caption))]),
        ...this.#table(block.table),
      ];
    return this.#figure(block);
  }

  #table(table: NonNullable<Extract<ReportBlock, { kind: 'figure' }>['table']>): readonly Part[] {
    const { language } = this.#document.report;
    return [
      wordTable(table, language),
      // also keeps two tables apart, which Word would join
      paragraph(styleIds.note, table.more ?? ''),
    ];
  }

  #figure(block: Extract<ReportBlock, { kind: 'figure' }>): readonly Part[] {
    const picture = this.#document.pictures[this.#drawn];
    this.#drawn += 1;
    const { language } = this.#document.report;
    return [
      ...(picture === undefined
        ? []
        : [
            paragraph(styleIds.caption, writeCaption(block.label, picture.title)),
            makePicture(picture, this.#drawn, textRoom(pageStyles[language])),
          ]),
      ...(block.table === undefined ? [] : this.#table(block.table)),
    ];
  }
}

/** The head of a page: zone and period, and at the right that values are invented. */
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

function makeBody(document: WordDocument): readonly Part[] {
  const { report, note, address } = document;
  const { by, day, contact, signature } = report.issued;
  const writer = new BlockWriter(document);
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(report.title)] }),
    paragraph(styleIds.issued, report.subtitle),
    ...(note === undefined ? [] : [paragraph(styleIds.note, note)]),
    ...report.sections.flatMap(({ number = '', heading, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(`${number}${heading}`)] }),
      ...blocks.flatMap((block) => writer.write(block, heading)),
    ]),
    paragraph(styleIds.note, report.foot),
    ...(address === undefined ? [] : [paragraph(styleIds.note, address)]),
    ...(contact === undefined ? [] : [paragraph(styleIds.note, contact)]),
    ...[by, ...(signature === undefined ? [] : [signature]), day].map((line) =>
      paragraph(styleIds.signature, line),
    ),
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
 * Writes a report as a document of Word, in the official style of its language: headings are
 * headings, the head of a table repeats on each page, and a chart is a picture with an alternative
 * text. Equal reports give equal bytes: its times are those of the data.
 */
export async function toDocx(document: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { info } = document;
  const packed = await Packer.pack(makeDocument(document), 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(info) },
    { path: 'word/fontTable.xml', data: fontTable(info.language) },
  ]);
  const parts = unzipSync(packed);
  return makeZip(info.made_at, (into) => {
    for (const [name, bytes] of Object.entries(parts)) put(into, name, bytes);
  });
}
