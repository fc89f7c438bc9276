import { makeTable, writeWords } from '#charts/kit/write-words.ts';
import { addDeclaredColumns } from './declared-columns.ts';
import type { ChartContext, PictureScale, PictureSize } from '#charts/kit/definition.ts';
import {
  type FigureStamp,
  filtersInWords,
  madeInWords,
  sourceInWords,
} from '#charts/kit/frame/stamp.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { Theme } from '#charts/kit/style/tokens.ts';
import { type AnyChartId, findAnyChart } from '#charts/all-charts.ts';
import { type ChartFormat, dataFormats } from '#contract/exports/constants.ts';
import { formatDate } from '#domain/values/format.ts';
import type { ProjectFilterField } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { licenceTerm, licenceText, withheldTerm } from '#domain/labels/projects/redistribution.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import { dataStatusTerms, illustrativeLabel } from '#domain/labels/index.ts';
import type { Drawing } from '#server/core/deps.ts';
import type { PdfInfo } from '#server/core/pdf-info.ts';
import { chartSlide } from '#server/exports/formats/pptx/chart-slide.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { toCsv } from '#server/exports/formats/csv/to-csv.ts';
import { describeChartPackage } from './chart-package.ts';
import type { ChartView } from './chart-view.ts';
import { toJson } from './to-json.ts';
import { leftOutOf, withholdOverview } from './withheld-chart.ts';
import { toXlsx } from '#server/exports/formats/xlsx/to-xlsx.ts';

export interface ChartFileInput {
  readonly id: AnyChartId;
  readonly format: ChartFormat;
  /** The data of the chart, which is already redacted for a shared link. */
  readonly overview: Overview;
  readonly context: ChartContext;
  readonly theme: Theme;
  readonly size: PictureSize;
  readonly scale: PictureScale;
  /** Whether CSV is adapted to Excel. */
  readonly excel: boolean;
  /**
   * The stamp. Omitted if the file names neither revision nor address, as in files of shared links.
   */
  readonly stamp: FigureStamp | undefined;
  /** The fields by which its projects were chosen. */
  readonly filters?: readonly ProjectFilterField[];
  /** Options, filters and plan, for JSON. Omitted in files of shared links. */
  readonly view?: ChartView | undefined;
  /**
   * The address of the CSV that a data package describes. If omitted, the package uses the name of
   * the CSV.
   */
  readonly csv_address?: string | undefined;
  /** Aborts if nobody waits for the file any more. */
  readonly signal?: AbortSignal | undefined;
}
export interface MadeFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Characters that no font has. The drawing shows marks instead. */
  readonly missing?: readonly string[];
}
/** Thrown for a picture if this server has no drawer. */
export class NoDrawerError extends Error {
  override readonly name = 'NoDrawerError';
}

/**
 * Lists the licence of the data, and the names of data that is left out, as facts of a workbook.
 */
const rightsOf = (
  { zone }: Overview,
  left_out: readonly string[] | undefined,
  language: Language,
): readonly (readonly [string, string])[] => [
  [licenceTerm[language], licenceText(zone.licence, language)],
  ...(left_out === undefined
    ? []
    : [[withheldTerm[language], left_out.join(listMark(language))] as const]),
];

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Makes the properties of a PDF: title of the figure, day, status and source. */
function makePdfInfo({ id, overview, context, stamp }: ChartFileInput): PdfInfo {
  const { language } = context;
  const words = writeWords(findAnyChart(id), overview, context);
  const frame = kitLabels[language];
  const isInvented = words.data_status === 'illustrative' || overview.illustrative;
  return {
    title: `${isInvented ? `${illustrativeLabel[language]}${frame.separator}` : ''}${words.title}`,
    subject: [
      overview.zone.name[language],
      frame.asOf(formatDate(words.as_of, language, 'long')),
      `${frame.status}${frame.colon}${dataStatusTerms[words.data_status][language]}`,
      ...sourceInWords(words.source, language),
      ...(stamp === undefined ? [] : filtersInWords(stamp, language)),
    ].join(frame.separator),
    keywords: stamp === undefined ? frame.madeWith : madeInWords(stamp, language),
    made_at: stamp?.made_at ?? `${overview.as_of}T00:00:00.000Z`,
    language,
  };
}

async function makePicture(drawing: Drawing, input: ChartFileInput): Promise<MadeFile> {
  const { id, format, overview, context, theme, size, scale, stamp, signal } = input;
  const request = {
    chart: id,
    overview,
    language: context.language,
    theme,
    size,
    scale,
    options: context.options,
    stamp,
  };
  if (format === 'png') {
    const { content, missing } = await drawing.png(request, signal);
    return { bytes: new Uint8Array(content), type: 'image/png', missing };
  }
  if (format === 'svg') {
    const { content, missing } = await drawing.svg({ ...request, fonts: true }, signal);
    return { bytes: encode(content), type: 'image/svg+xml; charset=utf-8', missing };
  }
  if (drawing.pdf === undefined) throw new NoDrawerError();
  const { content: page, missing } = await drawing.svg({ ...request, size: 'a4' }, signal);
  const { content } = await drawing.pdf([page], makePdfInfo(input), signal);
  return { bytes: new Uint8Array(content), type: 'application/pdf', missing };
}

/** Makes a table, a description of it, or a slide of a chart. */
async function makeDataFile(
  input: ChartFileInput,
  left_out: ReturnType<typeof leftOutOf>,
): Promise<MadeFile> {
  const { id, format, overview, context, excel } = input;
  const { language } = context;
  const chart = findAnyChart(id);
  const table = addDeclaredColumns(makeTable(chart, overview, context), overview, language);
  const words = writeWords(chart, overview, context);
  if (format === 'json')
    return {
      bytes: encode(JSON.stringify(toJson({ ...input, left_out }, table, words))),
      type: 'application/json; charset=utf-8',
    };
  if (format === 'datapackage.json') {
    const description = describeChartPackage(
      toJson({ ...input, left_out }, table, words),
      input.csv_address ?? `${id}.csv`,
    );
    return {
      bytes: encode(`${JSON.stringify(description, null, 2)}\n`),
      type: 'application/json; charset=utf-8',
    };
  }
  if (format === 'csv')
    return {
      bytes: encode(toCsv(table, words, { excel, language, register_as_of: overview.as_of })),
      type: 'text/csv; charset=utf-8',
    };
  if (format === 'pptx') {
    const { title, subject, made_at } = makePdfInfo(input);
    return {
      bytes: toPptx([await chartSlide(id, overview, context, input.stamp)], {
        title,
        subject,
        made_at,
        language,
        theme: input.theme,
      }),
      type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    };
  }
  return {
    bytes: toXlsx(table, words, language, {
      rows: await chart.loadRows?.(overview, context),
      stamp: input.stamp,
      rights: rightsOf(overview, left_out, language),
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
}

/**
 * Makes a file of one chart in one format. All chart files are made by this function. Equal inputs
 * give equal bytes. A mark replaces a character that no font has.
 *
 * @throws NoDrawerError for a picture without a drawer
 * @throws WithheldChartError if the data may not be redistributed
 */
export async function writeChartFile(
  fileInput: ChartFileInput,
  drawing: Drawing | undefined,
): Promise<MadeFile> {
  const input = dataFormats.some((one) => one === fileInput.format)
    ? {
        ...fileInput,
        overview: withholdOverview(
          fileInput.id,
          fileInput.overview,
          fileInput.context,
          fileInput.filters,
        ),
      }
    : fileInput;
  const left_out = leftOutOf(fileInput.overview, fileInput.context.language);
  const { format } = input;
  if (format === 'svg' || format === 'png' || format === 'pdf') {
    if (drawing === undefined) throw new NoDrawerError();
    return makePicture(drawing, input);
  }
  return makeDataFile(input, left_out);
}
