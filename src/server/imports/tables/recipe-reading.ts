import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { textAnswer } from '#server/imports/answers.ts';
import { chooseTable, tablesOf } from './choose-table.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { detectEncoding } from '#server/imports/read/encoding.ts';
import type { ImportRequest } from '#server/imports/import-plan.ts';
import { readTables } from './read-tables.ts';
import { fileShape, readingAnswers } from '#server/imports/context/recipes.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';

type Past = readonly (readonly [shape: string, answers: ImportAnswers])[];

/** The header that a file has under these answers; undefined if that reading gives no table. */
function headerOf(given: ImportRequest, answers: ImportAnswers): TableHeader | undefined {
  try {
    const { file } = readTables({ bytes: given.bytes, answers });
    return chooseTable(tablesOf(file, given.known), file, textAnswer(answers, 'table')).header;
  } catch (error) {
    if (error instanceof ImportFailure) return undefined;
    throw error;
  }
}
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The encoding of an earlier file of the same shape, if the encoding of this one is uncertain. */
function encodingOf(given: ImportRequest, past: Past): string | undefined {
  const chosen = past.filter(([, answers]) => textAnswer(answers, 'encoding') !== undefined);
  if (chosen.length === 0 || isWorkbook(given.bytes)) return undefined;
  const found = detectEncoding(given.bytes);
  if (!found.close && found.ranked[0]?.startsWith('utf-')) return undefined;
  return chosen
    .map(([shape, answers]) => ({ shape, encoding: textAnswer(answers, 'encoding') ?? '' }))
    .find(({ shape, encoding }) => {
      const header = found.ranked.some((one) => one === encoding)
        ? headerOf(given, { ...given.answers, encoding })
        : undefined;
      const isTelling = header?.columns.some(({ key }) => /[^\u0000-\u007f]/.test(key)) === true;
      return header !== undefined && fileShape(header) === shape && (found.close || isTelling);
    })?.encoding;
}

/**
 * The sheet or table of an earlier file of the same shape, if the default one has no known shape.
 */
function placeOf(given: ImportRequest, answers: ImportAnswers, past: Past): ImportAnswers {
  const chosen = past.flatMap(([shape, { sheet, table }]) =>
    sheet === undefined && table === undefined
      ? []
      : [
          {
            shape,
            place: compact({ sheet, table }),
          },
        ],
  );
  if (chosen.length === 0) return {};
  const header = headerOf(given, answers);
  const known = new Set([
    ...past.map(([shape]) => shape),
    ...(given.known.editions ?? []).map(({ shape }) => shape),
  ]);
  const own = header === undefined ? undefined : fileShape(header);
  if (own !== undefined && known.has(own))
    return chosen.find(({ shape }) => shape === own)?.place ?? {};
  const found = chosen.find(({ shape, place }) => {
    const there = headerOf(given, { ...answers, ...place });
    return there !== undefined && fileShape(there) === shape;
  });
  return found?.place ?? {};
}

/**
 * Takes the reading of an earlier file of the same shape for what the present answers leave open.
 */
export function rememberedReading(given: ImportRequest): ImportAnswers {
  const past: Past = Object.entries(given.known.remembered ?? {});
  if (!past.some(([, answers]) => readingAnswers.some((id) => answers[id] !== undefined)))
    return {};
  const encoding = textAnswer(given.answers, 'encoding') ?? encodingOf(given, past);
  const read = encoding === undefined ? {} : { encoding };
  const isPlaced =
    textAnswer(given.answers, 'sheet') !== undefined ||
    textAnswer(given.answers, 'table') !== undefined;
  return isPlaced ? read : { ...read, ...placeOf(given, { ...given.answers, ...read }, past) };
}
