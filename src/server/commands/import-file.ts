import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { ImportAnswers, ImportPreview } from '#contract/imports.ts';
import { openDatabase } from '#server/db/open.ts';
import type { Db } from '#server/db/db.ts';
import { applyPlan } from '#server/importing/apply.ts';
import { ImportFailure } from '#server/importing/failure.ts';
import { nodeImporter } from '#server/importing/node-importer.ts';
import type { ImportPlan, ImportProgress } from '#server/importing/plan.ts';
import { previewLines, progressText } from '#server/importing/shell.ts';
import { knownRegister } from '#server/routes/known-register.ts';
import { fillSample } from '#server/samples/index.ts';
import { currentRevision } from '#server/store/revisions.ts';
import type { Settings } from './settings.ts';

export interface ImportOptions {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly mapping?: string | undefined;
  readonly answers?: string | undefined;
  readonly zone?: string | undefined;
}
const done = 0;
const failed = 1;
const undecided = 3;

async function mapFrom(file: string): Promise<Readonly<Record<string, string>>> {
  const parsed = JSON.parse(await readFile(file, 'utf8')) as unknown;
  if (typeof parsed !== 'object' || parsed === null || !Object.values(parsed).every((v) => typeof v === 'string'))
    throw new Error(`${file}: write one JSON object of texts.`);
  return parsed as Readonly<Record<string, string>>;
}
async function answersFrom(options: ImportOptions): Promise<ImportAnswers> {
  const { currency, unit, mapping, answers, zone } = options;
  return {
    ...(options.yes ? { file_kind: 'own_register' } : {}),
    ...(zone === undefined ? {} : { file_kind: 'other_zone', zone_name: zone }),
    ...(answers === undefined ? {} : await mapFrom(answers)),
    ...(currency === undefined ? {} : { currency }),
    ...(unit === undefined ? {} : { unit }),
    ...(mapping === undefined ? {} : { mapping: await mapFrom(mapping) }),
  };
}

/** One line on the terminal that grows; nothing where the output is no terminal. */
function showProgress(progress: ImportProgress): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${progressText(progress, 'en')}   ${progress.share >= 1 ? '\n' : ''}`);
}
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  return answer.trim();
}
const agreed = async (): Promise<boolean> => process.stdin.isTTY && /^(y|yes|是|はい)$/i.test(await ask('Do it? [y/N] '));

/** Questions that a commit waits for. */
const openOf = ({ preview }: ImportPlan): ImportPreview['questions'] => preview.questions.filter((q) => q.default === undefined);
/** Answers typed on a terminal, for questions with a few choices or a free text. */
async function typedAnswers(open: ImportPreview['questions']): Promise<ImportAnswers> {
  const typed: Record<string, string> = {};
  for (const { id, text, choices, items } of open) {
    if (items !== undefined) continue;
    const answer = await ask(`${text} ${choices.length === 0 ? '' : `(${choices.map((c) => c.value).join(' / ')}) `}`);
    if (answer !== '') typed[id] = answer;
  }
  return typed;
}
async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new Error(
      code === 'ENOENT'
        ? `There is no file ${file}.`
        : code === 'EISDIR'
          ? `${file} is a folder; name a file.`
          : `${file} can not be read.`,
      { cause: error },
    );
  }
}

async function run(db: Db, file: string, options: ImportOptions): Promise<number> {
  const bytes = await bytesOf(file);
  if ((await currentRevision(db)) === 0) await fillSample(db, 'sample');
  const known = await knownRegister(db, new Date().toISOString().slice(0, 10));
  const importer = nodeImporter();
  const planFor = (answers: ImportAnswers) =>
    importer.preview(bytes, basename(file), answers, known, { language: 'en', onProgress: showProgress });
  let plan = await planFor(await answersFrom(options));
  if (!options.json) console.log(previewLines(plan.preview, 'en').join('\n'));
  if (!options['dry-run'] && !options.yes && process.stdin.isTTY && openOf(plan).length > 0)
    plan = await planFor({ ...plan.answers, ...(await typedAnswers(openOf(plan))) });
  if (options.json) console.log(JSON.stringify(plan.preview));
  if (options['dry-run']) return openOf(plan).length > 0 ? undecided : done;
  const open = openOf(plan);
  if (open.length > 0) {
    console.error(
      `Answer ${open.map((q) => q.id).join(', ')} with --zone, --currency, --unit, --mapping or --answers. Nothing was changed.`,
    );
    return undecided;
  }
  if (!options.yes && !(await agreed())) {
    console.error('Nothing was changed. Say --yes to do it without being asked.');
    return undecided;
  }
  const result = await applyPlan(db, plan, { author: 'shell', recorded_at: new Date().toISOString() });
  console.log(options.json ? JSON.stringify(result) : `Done, as revision ${result.revision}; undo takes it back as a whole.`);
  return done;
}

/** Imports one file from a shell: shows what it would change, asks unless told not to, then does it as one revision. The exit code. */
export async function importFile(settings: Settings, file: string, options: ImportOptions): Promise<number> {
  const db = await openDatabase({ url: settings.database });
  try {
    return await run(db, file, options);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(basename(file), 'en');
    console.error(detail.message);
    if (options.json) console.log(JSON.stringify({ code: error.code, errors: [detail] }));
    return failed;
  } finally {
    await db.close();
  }
}
