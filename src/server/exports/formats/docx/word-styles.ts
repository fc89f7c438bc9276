import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import type { Language } from '#domain/values/language.ts';
import { pageStyles, type PageStyle } from '#report/paper/page-style.ts';
import { listFonts } from './word-fonts.ts';
import { wordLanguage } from './word-runs.ts';

/** Converts points to twentieths of a point, Word's unit of length. @returns a whole number */
export const twips = (points: number): number => Math.round(points * 20);
/** Converts points to half points, Word's unit of font sizes. @returns a whole number */
export const halfPoints = (points: number): number => Math.round(points * 2);

export const styleIds = {
  body: 'ReportBody',
  item: 'ReportItem',
  issued: 'ReportIssued',
  signature: 'ReportSignature',
  signatureDay: 'ReportSignatureDay',
  caption: 'ReportCaption',
  cell: 'ReportCell',
  cellHead: 'ReportCellHead',
  note: 'ReportNote',
  gap: 'ReportGap',
  figure: 'ReportFigure',
} as const;

const exact = (lead: number, before = 0, after = 0) => ({
  line: twips(lead),
  lineRule: LineRuleType.EXACT,
  before: twips(before),
  after: twips(after),
});
const atLeast = (size: number, before = 0, after = 0) => ({
  line: twips(size * 1.28),
  lineRule: LineRuleType.AT_LEAST,
  before: twips(before),
  after: twips(after),
});
const ink = '1A1A1A';

function headingStyles(
  language: Language,
  style: PageStyle,
): NonNullable<IStylesOptions['default']> {
  const { title, heading, body } = style;
  const font = listFonts(language, 'heading');
  const indent = { firstLine: twips(style.indent * body.size) };
  const look = { font, color: ink, bold: language !== 'zh-CN' };
  return {
    document: {
      run: {
        font: listFonts(language, 'body'),
        size: halfPoints(body.size),
        color: ink,
        // in Latin text of another language, some programs break a number after its comma
        language: { value: wordLanguage('en'), eastAsia: wordLanguage(language) },
      },
    },
    title: {
      run: {
        font: listFonts(language, 'title'),
        size: halfPoints(title.size),
        color: ink,
        bold: language !== 'zh-CN',
      },
      paragraph: {
        alignment: language === 'en' ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: exact(title.lead, 0, body.lead / 4),
        keepNext: true,
      },
    },
    heading1: {
      run: { ...look, size: halfPoints(heading.size) },
      paragraph: {
        indent: language === 'zh-CN' ? indent : {},
        spacing: exact(heading.lead, language === 'zh-CN' ? 0 : heading.lead * 0.6),
        keepNext: true,
      },
    },
  };
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];
type Look = Pick<ParagraphStyle, 'run' | 'paragraph'>;

/** Makes the styles of paragraphs outside tables and figures. */
function textStyles(language: Language): Readonly<Record<string, Look>> {
  const { body, subtitle, indent } = pageStyles[language];
  const firstLine = { firstLine: twips(indent * body.size) };
  const inPlace = language === 'en' ? AlignmentType.LEFT : AlignmentType.CENTER;
  const alignment = language === 'en' ? AlignmentType.LEFT : AlignmentType.BOTH;
  const signature = {
    alignment: AlignmentType.RIGHT,
    indent: { right: twips(indent * 2 * body.size) },
    spacing: exact(body.lead),
    keepLines: true,
  };
  const spacing = (after: number) => exact(body.lead, 0, language === 'en' ? after : 0);
  return {
    [styleIds.body]: { paragraph: { alignment, indent: firstLine, spacing: spacing(6) } },
    [styleIds.item]: {
      paragraph: {
        alignment,
        indent: indent === 0 ? { left: twips(12), hanging: twips(12) } : firstLine,
        spacing: spacing(3),
      },
    },
    [styleIds.issued]: {
      run: { size: halfPoints(subtitle.size) },
      paragraph: { alignment: inPlace, spacing: exact(subtitle.lead, 0, body.lead / 2) },
    },
    // keeps its lines on one page
    [styleIds.signature]: { paragraph: { ...signature, keepNext: true } },
    [styleIds.signatureDay]: { paragraph: signature },
  };
}

/** Makes the styles of tables and figures, and of their captions and notes. */
function tableStyles(language: Language): Readonly<Record<string, Look>> {
  const { table, note } = pageStyles[language];
  const small = listFonts(language, 'small');
  const head = { font: listFonts(language, 'heading'), bold: language !== 'zh-CN' };
  const alignment = language === 'en' ? AlignmentType.LEFT : AlignmentType.CENTER;
  return {
    [styleIds.caption]: {
      run: { ...head, size: halfPoints(table + 0.5) },
      paragraph: { alignment, spacing: atLeast(table, 8, 4), keepNext: true },
    },
    [styleIds.cell]: {
      run: { font: small, size: halfPoints(table) },
      paragraph: { spacing: atLeast(table, 1, 1) },
    },
    [styleIds.cellHead]: {
      run: { ...head, size: halfPoints(table) },
      paragraph: { spacing: atLeast(table, 1, 1), keepNext: true },
    },
    [styleIds.note]: {
      run: { font: small, size: halfPoints(note) },
      paragraph: { spacing: atLeast(note, 2, 2) },
    },
    [styleIds.gap]: { run: { size: 2 }, paragraph: { spacing: exact(8) } },
    [styleIds.figure]: {
      paragraph: { alignment, spacing: { before: twips(6), after: twips(2) } },
    },
  };
}

/** Makes the named styles of a report in Word, each of which a reader can change in one place. */
export function wordStyles(language: Language): IStylesOptions {
  const looks = { ...textStyles(language), ...tableStyles(language) };
  return {
    default: headingStyles(language, pageStyles[language]),
    paragraphStyles: Object.entries(looks).map(([id, look]) => ({
      id,
      name: id.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
      basedOn: 'Normal',
      quickFormat: true,
      ...look,
    })),
  };
}
