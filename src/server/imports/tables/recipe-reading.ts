import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { chooseTable, listTables } from './choose-table.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { detectEncoding } from '#server/imports/read/encoding.ts';
import type { ImportRequest } from '#server/imports/import-plan.ts';
import type { Packing } from '#server/imports/packing/packed-list.ts';
import { readTables } from './read-tables.ts';
import { hashFileShape, readingAnswers } from '#server/imports/context/recipes.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';

/** A request whose rows are packed, if it has a packing. */
type PackedRequest = ImportRequest & { readonly packing?: Packing };
type Past = readonly (readonly [shape: string, answers: ImportAnswers])[];

interface HeaderReading {
  readonly header: TableHeader;
  /** Whether the sheet is the newest of several editions. */
  readonly isNewest: boolean;
}
/**
 * Reads the header of a file with these answers.
 * @returns undefined if that reading gives no table
 */
function readHeading(request: PackedRequest, answers: ImportAnswers): HeaderReading | undefined {
  try {
    const { file, isNewest } = readTables(
      { bytes: request.bytes, answers },
      undefined,
      compact({ packing: request.packing }),
    );
    const tables = listTables(file, request.register);
    const { header } = chooseTable(tables, file, readTextAnswer(answers, 'table'));
    return { header, isNewest };
  } catch (error) {
    if (error instanceof ImportFailure) return undefined;
    throw error;
  }
}
const readHeader = (request: PackedRequest, answers: ImportAnswers): TableHeader | undefined =>
  readHeading(request, answers)?.header;
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Chooses the encoding of an earlier file of the same shape, if the encoding of this one is
 * uncertain.
 */
function chooseEncoding(request: PackedRequest, past: Past): string | undefined {
  const encodingChoices = past.filter(
    ([, answers]) => readTextAnswer(answers, 'encoding') !== undefined,
  );
  if (encodingChoices.length === 0 || isWorkbook(request.bytes)) return undefined;
  const detection = detectEncoding(request.bytes);
  if (!detection.close && detection.ranked[0]?.startsWith('utf-')) return undefined;
  return encodingChoices
    .map(([shape, answers]) => ({ shape, encoding: readTextAnswer(answers, 'encoding') ?? '' }))
    .find(({ shape, encoding }) => {
      const header = detection.ranked.some((one) => one === encoding)
        ? readHeader(request, { ...request.answers, encoding })
        : undefined;
      const isTelling = header?.columns.some(({ key }) => /[^\u0000-\u007f]/.test(key)) === true;
      return (
        header !== undefined && hashFileShape(header) === shape && (detection.close || isTelling)
      );
    })?.encoding;
}

/**
 * Chooses the sheet or table of an earlier file of the same shape, if the default one has no known
 * shape. The newest of several editions stays: the sheet of an earlier file is an earlier edition.
 */
function chooseSheet(request: PackedRequest, answers: ImportAnswers, past: Past): ImportAnswers {
  const placeChoices = past.flatMap(([shape, { sheet, table }]) =>
    sheet === undefined && table === undefined
      ? []
      : [
          {
            shape,
            place: compact({ sheet, table }),
          },
        ],
  );
  if (placeChoices.length === 0) return {};
  const heading = readHeading(request, answers);
  const knownShapes = new Set([
    ...past.map(([shape]) => shape),
    ...(request.register.editions ?? []).map(({ shape }) => shape),
  ]);
  const own = heading === undefined ? undefined : hashFileShape(heading.header);
  if (own !== undefined && knownShapes.has(own) && heading?.isNewest === true) return {};
  if (own !== undefined && knownShapes.has(own))
    return placeChoices.find(({ shape }) => shape === own)?.place ?? {};
  const choice = placeChoices.find(({ shape, place }) => {
    const header = readHeader(request, { ...answers, ...place });
    return header !== undefined && hashFileShape(header) === shape;
  });
  return choice?.place ?? {};
}

/** Completes the answers about the reading by those of an earlier file of the same shape. */
export function recallReading(request: PackedRequest): ImportAnswers {
  const past: Past = Object.entries(request.register.remembered ?? {});
  if (!past.some(([, answers]) => readingAnswers.some((id) => answers[id] !== undefined)))
    return {};
  const encoding = readTextAnswer(request.answers, 'encoding') ?? chooseEncoding(request, past);
  const read = encoding === undefined ? {} : { encoding };
  const isPlaced =
    readTextAnswer(request.answers, 'sheet') !== undefined ||
    readTextAnswer(request.answers, 'table') !== undefined;
  return isPlaced
    ? read
    : { ...read, ...chooseSheet(request, { ...request.answers, ...read }, past) };
}
