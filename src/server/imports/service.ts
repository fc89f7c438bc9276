import { readToday } from '#server/zone/zone-day-service.ts';
import { compact } from '#domain/values/compact.ts';
import type { Endpoints } from '#contract/endpoints.ts';
import type {
  ImportAnswers,
  ImportEffect,
  ImportPreview,
} from '#contract/imports/preview-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { HttpProblem, problem } from '#server/core/problem.ts';
import type { UploadedFile } from '#server/http/body.ts';
import type { Answer } from '#server/http/response-cache.ts';
import type { CallCommit } from '#server/http/call.ts';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import {
  createPreview,
  type FileBytes,
  type ImportDeps,
  type ImportPlan,
  type OpenPlan,
  type RunOptions,
  type SenderFacts,
  type WatchOptions,
} from './import-plan.ts';
import { readKnownRegister } from './known-register-service.ts';
import {
  deleteExpiredImportPlans,
  deleteImportPlan,
  readImportedFile,
  readImportPlan,
  replaceImportPlan,
  saveImport,
} from './plan-store.ts';

type Deps = ImportDeps;
/** A request to read a file: answers, language of messages, and options to follow and stop it. */
export interface ReadInput {
  readonly answers: ImportAnswers;
  readonly language: Language;
  readonly options: WatchOptions;
}

/** Plans a file, with the projects that it would store. The caller must close the plan. */
async function openPlan(
  deps: Deps,
  bytes: FileBytes,
  file: string,
  { answers, language, options }: ReadInput & { readonly options: RunOptions },
): Promise<OpenPlan> {
  try {
    const register = await readKnownRegister(deps.db, await readToday(deps));
    return await deps.importer.plan(bytes, file, answers, register, options);
  } catch (error) {
    if (options.signal?.aborted === true)
      throw problem('import_stopped', 'It was stopped before its end. Send the file again.');
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(file, language);
    throw problem(error.code, detail.message, { errors: [detail] });
  }
}

/**
 * Reads the plan of a stored preview.
 * @throws HttpProblem `import_expired` if it is no longer stored
 */
export async function readStoredPlan(deps: Deps, id: string): Promise<ImportPlan> {
  const storedPlan = await readImportPlan<ImportPlan>(deps.db, id, deps.clock());
  if (storedPlan === undefined)
    throw problem('import_expired', 'Previews are kept for 24 hours. Send the file again.');
  return storedPlan.plan;
}

/** Plans a stored file again with other answers. */
const openStored = (
  deps: Deps,
  id: string,
  { facts, sender = {} }: ImportPlan,
  input: ReadInput,
): Promise<OpenPlan> =>
  openPlan(deps, readImportedFile(deps.db, id), facts.file, {
    ...input,
    options: { ...input.options, ...sender },
  });

/**
 * Plans a file, and stores it with its preview.
 * @throws HttpProblem if the file can't be read, or if it was stopped before the end
 */
export async function previewImport(
  deps: Deps,
  file: UploadedFile,
  { language, options, sender }: Omit<ReadInput, 'answers'> & { readonly sender: SenderFacts },
): Promise<ImportPreview> {
  const input = { answers: {}, language, options: { ...options, ...sender, is_preview: true } };
  const planInHand = await openPlan(deps, file.bytes, file.name, input);
  planInHand.close();
  const id = crypto.randomUUID();
  await deleteExpiredImportPlans(deps.db, deps.clock());
  await saveImport(deps.db, id, planInHand.plan, file.bytes, deps.clock());
  return createPreview(planInHand.plan, language, id);
}

/**
 * Plans a stored file with new answers, and stores the new preview.
 * @throws HttpProblem if the file can't be read, or if it was stopped before the end
 */
export async function answerImport(
  deps: Deps,
  id: string,
  storedPlan: ImportPlan,
  input: ReadInput,
): Promise<ImportPreview> {
  const options = { ...input.options, is_preview: true };
  const planInHand = await openStored(deps, id, storedPlan, { ...input, options });
  planInHand.close();
  await replaceImportPlan(deps.db, id, planInHand.plan);
  return createPreview(planInHand.plan, input.language, id);
}

/** Kinds of questions whose answer must be one of their choices. */
const closedKinds: ReadonlySet<string> = new Set([
  'file_kind',
  'sample_data',
  'sheet',
  'encoding',
  'date_order',
  'several_rows',
  'table',
]);
/**
 * Checks that answers are among the choices.
 * @throws HttpProblem `import_questions_open` for any other answer
 */
export function checkChoices(
  { questions, settled }: Pick<ImportPreview, 'questions' | 'settled'>,
  answers: ImportAnswers,
): void {
  const errors = [...questions, ...settled].flatMap(({ id, kind, choices }) => {
    const answer = answers[id];
    if (
      answer === undefined ||
      !closedKinds.has(kind) ||
      choices.some((choice) => choice.value === answer)
    )
      return [];
    return [
      {
        path: `answers.${id}`,
        value: String(answer).slice(0, 80),
        message: `must be one of ${choices.map((choice) => choice.value).join(', ')}`,
      },
    ];
  });
  if (errors.length > 0)
    throw problem('import_questions_open', `Correct ${errors.map((e) => e.path).join(', ')}.`, {
      errors,
    });
}

/**
 * Returns the part of a plan that must equal its preview. Answers are not compared, nor are the
 * totals of the register and the projects that the file neither lists nor ends.
 */
function comparedPart({ facts, texts }: ImportPlan): string {
  const { answers: _a, remembered: _r, register_totals: _t, unlisted, ...rest } = facts;
  const ended = unlisted?.projects.flatMap(({ code, day }) => (day === undefined ? [] : code));
  return JSON.stringify([rest, unlisted?.left, ended ?? [], texts.en.problems]);
}

/** Limits for effects, since each choice reads the file again. */
const effectLimits = { rows: 5000, choices: 8 };

/**
 * Computes the counts of rows and the register after the import for each choice of a question.
 * @returns an empty list for a long file or a question with many choices
 * @throws HttpProblem for every fault but an unreadable choice, which has no effect
 */
export async function importEffects(
  deps: Deps,
  id: string,
  storedPlan: ImportPlan,
  question: string,
  input: ReadInput,
): Promise<ImportEffect[]> {
  const { facts, texts } = storedPlan;
  const all = [...texts.en.questions, ...texts.en.settled];
  const choices = all.find((one) => one.id === question && one.items === undefined)?.choices ?? [];
  if (facts.rows.total > effectLimits.rows || choices.length > effectLimits.choices) return [];
  const options = { ...input.options, is_preview: true };
  const effects: ImportEffect[] = [];
  for (const { value } of choices) {
    const answers = { ...input.answers, [question]: value };
    const planInHand = await openStored(deps, id, storedPlan, { ...input, answers, options }).catch(
      (error: unknown) => {
        // the choice gives no table, so it has no effect to show
        if (error instanceof HttpProblem && error.code === 'import_unreadable') return undefined;
        throw error;
      },
    );
    if (planInHand === undefined) continue;
    planInHand.close();
    const { rows, register_totals } = planInHand.plan.facts;
    effects.push({ value, rows, register_totals });
  }
  return effects;
}

/**
 * Checks that no question is open and that the plan equals its preview.
 * @throws HttpProblem otherwise, after the new preview is stored
 */
async function checkUnchanged(
  deps: Deps,
  id: string,
  plan: ImportPlan,
  storedPlan: ImportPlan,
  { answers, language }: ReadInput,
): Promise<void> {
  const current = createPreview(plan, language, id);
  const open = current.questions.filter((q) => q.default === undefined);
  if (open.length > 0) {
    await replaceImportPlan(deps.db, id, plan);
    const errors = open.map((q) => ({ path: `answers.${q.id}`, message: q.text }));
    throw problem('import_questions_open', `Answer ${open.map((q) => q.id).join(', ')} first.`, {
      errors,
      current,
    });
  }
  // if the answers differ from those of the preview, only the revision shows whether the register
  // changed
  const isSame = JSON.stringify(answers) === JSON.stringify(storedPlan.answers);
  const isChanged = isSame
    ? comparedPart(plan) !== comparedPart(storedPlan)
    : plan.revision !== storedPlan.revision;
  if (!isChanged) return;
  await replaceImportPlan(deps.db, id, plan);
  throw problem(
    'import_register_changed',
    'The register has changed since the preview: check the new preview and commit again.',
    { current },
  );
}

/** The author of an import, and the transactions in which it can be stored. */
export interface CommitCall extends CallCommit<Endpoints['commitImport']> {
  readonly author: string;
  readonly body: { readonly reason?: string | undefined };
}

/**
 * Reads a stored file again and stores the changes in its preview.
 * @throws HttpProblem `import_stopped` if the signal aborts before the end; nothing is stored then
 */
export async function commitImport(
  deps: Deps,
  id: string,
  storedPlan: ImportPlan,
  input: ReadInput,
  { author, body, commitHere, commitInWorker }: CommitCall,
): Promise<Answer> {
  const { options } = input;
  const planInHand = await openStored(deps, id, storedPlan, input);
  try {
    const { plan, store } = planInHand;
    await checkUnchanged(deps, id, plan, storedPlan, input);
    const total = Math.max(1, plan.projects);
    const by = {
      author,
      recorded_at: deps.clock().toISOString(),
      ...compact({ reason: body.reason }),
      onStored: (rows: number): void =>
        options.onProgress({ phase: 'storing', share: rows / total, rows }),
    };
    // a file with a second table stays, so that its other table can be imported
    const forget = async (): Promise<void> => {
      if (plan.facts.tables.length < 2) await deleteImportPlan(deps.db, id);
    };
    if (store !== undefined) {
      const answer = await commitInWorker(async (createRow) => ({
        json: await deps.db.standAside(() => store({ ...by, answerTo: createRow })),
      }));
      await forget();
      return answer;
    }
    return await commitHere(async () => {
      const commit = await applyPlan(deps.db, planInHand, { ...by, signal: options.signal });
      await forget();
      return { json: commit };
    });
  } catch (error) {
    if (options.signal.aborted)
      throw problem('import_stopped', 'It was stopped before its end, and nothing was stored.');
    throw error;
  } finally {
    planInHand.close();
  }
}
