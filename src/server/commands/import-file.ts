import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { ImportAnswers } from '#contract/imports.ts';
import { openDatabase } from '#server/db/open.ts';
import type { Db } from '#server/db/db.ts';
import { applyPlan } from '#server/importing/apply.ts';
import { ImportFailure } from '#server/importing/failure.ts';
import { nodeImporter } from '#server/importing/node-importer.ts';
import type { ImportProgress } from '#server/importing/plan.ts';
import { previewLines, progressText } from '#server/importing/shell.ts';
import { knownRegister } from '#server/routes/known-register.ts';
import type { Settings } from './settings.ts';

export interface ImportOptions {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly mapping?: string | undefined;
  readonly answers?: string | undefined;
}
const done = 0;
const failed = 1;
const undecided = 3;

async function mapFrom(file: string): Promise<Readonly<Record<string, string>>> {
  const parsed = JSON.parse(await readFile(file, 'utf8')) as unknown;
  if (typeof parsed !== 'object' || parsed === null || !Object.values(parsed).every((v) => typeof v === 'string')) throw new Error(`${file}: write one JSON object of texts.`);
  return parsed as Readonly<Record<string, string>>;
}
async function answersFrom(options: ImportOptions): Promise<ImportAnswers> {
  const { currency, unit, mapping, answers } = options;
  return {
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
async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await ask.question('Do it? [y/N] ');
  ask.close();
  return /^(y|yes|是|はい)$/i.test(answer.trim());
}

async function run(db: Db, file: string, options: ImportOptions): Promise<number> {
  const answers = await answersFrom(options);
  const known = await knownRegister(db, new Date().toISOString().slice(0, 10));
  const plan = await nodeImporter().preview(new Uint8Array(await readFile(file)), basename(file), answers, known, { language: 'en', onProgress: showProgress });
  const { preview } = plan;
  const open = preview.questions.filter((q) => q.default === undefined && answers[q.id] === undefined);
  if (options.json) console.log(JSON.stringify(preview));
  else console.log(previewLines(preview, 'en').join('\n'));
  if (options['dry-run']) return done;
  if (open.length > 0) {
    console.error(`Answer ${open.map((q) => q.id).join(', ')} with --currency, --unit, --mapping or --answers. Nothing was changed.`);
    return undecided;
  }
  if (!options.yes && !(await agreed())) {
    console.error('Nothing was changed. Say --yes to do it without being asked.');
    return undecided;
  }
  const result = await applyPlan(db, plan, { author: 'shell', recorded_at: new Date().toISOString() });
  console.log(options.json ? JSON.stringify(result) : `Done, as revision ${result.revision}. Undo takes it back as a whole.`);
  return done;
}

/** Imports one file from a shell: shows what it would change, asks unless told not to, then does it as one revision. The exit code. */
export async function importFile(settings: Settings, file: string, options: ImportOptions): Promise<number> {
  const db = await openDatabase({ url: settings.database });
  try {
    return await run(db, file, options);
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    console.error(error.detail(basename(file), 'en').message);
    return failed;
  } finally {
    await db.close();
  }
}
