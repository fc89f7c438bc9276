import { readToday } from '#server/zone/zone-day-service.ts';
import { compact } from '#domain/values/compact.ts';
import { dayIn } from '#domain/time/time-zone.ts';
import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  type ImportAnswers,
  importAnswersSchema,
  type ImportPreview,
} from '#contract/imports/preview-schemas.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { nodeImporter } from '#server/imports/process/node-importer.ts';
import { createPreview, type ImportProgress, type OpenPlan } from '#server/imports/import-plan.ts';
import { dayLines, previewLines, progressText, rowLines } from './import-preview-lines.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import type { Settings } from './settings.ts';
import { exitCode } from './exit-code.ts';
import { parseJson } from './parse-json.ts';

const pieceBytes = 1 << 20;

export interface ImportOptions {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly mapping?: string | undefined;
  readonly answers?: string | undefined;
  readonly zone?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly 'accept-changes'?: boolean | undefined;
}

/**
 * Reads the answers in a file, in the form of the API.
 * @throws Error if the file holds anything else
 */
async function answersIn(file: string): Promise<ImportAnswers> {
  const text = await readFile(file, 'utf8');
  const answers = parseJson(text);
  // an exported recipe holds its answers and their columns
  const isRecipe =
    typeof answers === 'object' && answers !== null && 'shape' in answers && 'answers' in answers;
  const read = importAnswersSchema.safeParse(isRecipe ? answers.answers : answers);
  if (!read.success)
    throw new Error(`${file}: write one JSON object of texts, or of objects of texts.`);
  return read.data;
}
async function mappingIn(file: string): Promise<Readonly<Record<string, string>>> {
  const mapping = await answersIn(file);
  if (!isFlat(mapping)) throw new Error(`${file}: write one JSON object of texts.`);
  return mapping;
}
const isFlat = (answers: ImportAnswers): answers is Readonly<Record<string, string>> =>
  Object.values(answers).every((value) => typeof value === 'string');
async function answersFrom(options: ImportOptions): Promise<ImportAnswers> {
  const asOf = options['as-of'];
  if (asOf !== undefined && !isIsoDate(asOf))
    throw new Error(`--as-of ${asOf}: write a day as 2026-10-31.`);
  const { currency, unit, mapping, answers, zone } = options;
  const fileAnswers = answers === undefined ? {} : await answersIn(answers);
  return {
    ...compact({
      edition_change: options['accept-changes'] ? 'accept' : undefined,
      file_kind: zone === undefined ? undefined : 'other_zone',
      zone_name: zone,
    }),
    ...fileAnswers,
    ...compact({
      currency,
      zone_currency: currency,
      as_of: asOf,
      unit,
      mapping: mapping === undefined ? undefined : await mappingIn(mapping),
    }),
  };
}

/** Updates a progress line on a terminal. Writes nothing elsewhere. */
function showProgress(progress: ImportProgress): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${progressText(progress, 'en')}   ${progress.share >= 1 ? '\n' : ''}`);
}
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}
const confirmImport = async (): Promise<boolean> =>
  process.stdin.isTTY && /^(y|yes|是|はい)$/i.test(await ask('Do it? [y/N] '));

/** Lists the questions that must be answered before an import. */
const listOpen = ({ plan }: OpenPlan): ImportPreview['questions'] =>
  plan.texts.en.questions.filter((q) => q.default === undefined);
/** Asks for answers on a terminal: one of a few choices, or a free text. */
async function typedAnswers(open: ImportPreview['questions']): Promise<ImportAnswers> {
  const addresses: Record<string, string> = {};
  for (const { id, text, choices, items } of open) {
    if (items !== undefined) continue;
    const answer = await ask(
      `${text} ${choices.length === 0 ? '' : `(${choices.map((c) => c.value).join(' / ')}) `}`,
    );
    if (answer !== '') addresses[id] = answer;
  }
  return addresses;
}
/**
 * @returns the day of the last change of the file
 * @throws Error if there is no such file
 */
async function checkFile(file: string): Promise<IsoDate> {
  const state = await stat(file).catch((cause: unknown) => {
    throw new Error(`There is no file ${file}.`, { cause });
  });
  if (state.isDirectory()) throw new Error(`${file} is a folder; name a file.`);
  return dayIn(state.mtime, Intl.DateTimeFormat().resolvedOptions().timeZone);
}
/** Reads a file piece by piece, so that this process never holds it whole. */
async function* readPieces(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: pieceBytes }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new Error(`${file} cannot be read.`, { cause });
  }
}

/** Names the open questions, and the options that answer them. */
function reportOpen(open: ImportPreview['questions']): void {
  const [change] = open.filter(({ id }) => id === 'edition_change');
  if (change !== undefined)
    console.error(
      [
        change.text,
        ...(change.reasons ?? []).map((reason) => `  ${reason}`),
        'If so, add --accept-changes.',
      ].join('\n'),
    );
  console.error(
    `Answer ${open.map((q) => q.id).join(', ')} with --zone, --currency, --unit, --mapping or --answers. Nothing was changed.`,
  );
}

async function run(
  db: Db,
  file: string,
  options: ImportOptions,
  signal: AbortSignal,
): Promise<number> {
  const modified = await checkFile(file);
  if ((await currentRevision(db)) === 0) await fillSample(db, 'sample');
  const register = await readKnownRegister(db, await readToday({ db, clock: () => new Date() }));
  const importer = nodeImporter();
  const planFor = (answers: ImportAnswers) =>
    importer.plan(readPieces(file), basename(file), answers, register, {
      signal,
      onProgress: showProgress,
      is_preview: options['dry-run'] === true,
      assumes_own: options.yes === true,
      modified,
    });
  let draft = await planFor(await answersFrom(options));
  try {
    if (!options.json) console.log(previewLines(createPreview(draft.plan, 'en'), 'en').join('\n'));
    if (!options['dry-run'] && !options.yes && process.stdin.isTTY && listOpen(draft).length > 0) {
      draft.close();
      draft = await planFor({
        ...draft.plan.answers,
        ...(await typedAnswers(listOpen(draft))),
      });
    }
    if (options.json) console.log(JSON.stringify(createPreview(draft.plan, 'en')));
    const open = listOpen(draft);
    if (options['dry-run']) return open.length > 0 ? exitCode.undecided : exitCode.done;
    if (open.length > 0) {
      reportOpen(open);
      return exitCode.undecided;
    }
    if (!options.yes && !(await confirmImport())) {
      console.error('Nothing was changed. Add --yes to import without confirmation.');
      return exitCode.undecided;
    }
    const total = Math.max(1, draft.plan.projects);
    const onStored = (rows: number): void =>
      showProgress({ phase: 'storing', share: rows / total, rows });
    const by = { author: 'shell', recorded_at: new Date().toISOString(), onStored };
    const result = await (draft.store?.(by) ?? applyPlan(db, draft, { ...by, signal }));
    const lines = [
      `Done, as revision ${result.revision}; an undo reverts it as a whole.`,
      ...rowLines(draft.plan.facts, 'en'),
      ...dayLines(createPreview(draft.plan, 'en')),
    ];
    console.log(options.json ? JSON.stringify(result) : lines.join('\n'));
    return exitCode.done;
  } finally {
    draft.close();
  }
}

/**
 * Imports one file from a shell: shows the changes, asks for confirmation unless an option gives
 * it, and stores them as one revision.
 * @returns the exit code
 * @throws any error that is no ImportFailure
 */
export async function importFile(
  settings: Settings,
  file: string,
  options: ImportOptions,
): Promise<number> {
  const db = await openDatabase({ url: settings.database });
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await run(db, file, options, abort.signal);
  } catch (error) {
    if (abort.signal.aborted) {
      console.error('Stopped. Nothing was changed.');
      return exitCode.stoppedByUser;
    }
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(basename(file), 'en');
    console.error(detail.message);
    if (options.json) console.log(JSON.stringify({ code: error.code, errors: [detail] }));
    return exitCode.failed;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await db.close();
  }
}
