import { dayOf } from '#domain/values/date.ts';
import type {
  ImportAnswers,
  ImportEffect,
  ImportPreview,
} from '#contract/imports/preview-schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { HttpProblem, problem } from '#server/core/problem.ts';
import { applyPlan } from '#server/imports/apply/apply-plan.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import {
  previewIn,
  type FileBytes,
  type ImportDeps,
  type ImportPlan,
  type OpenPlan,
  type RunOptions,
} from './import-plan.ts';
import { ImportRuns } from '#server/imports/process/import-runs.ts';
import {
  deleteExpiredImportPlans,
  deleteImportPlan,
  importedFile,
  readImportPlan,
  replaceImportPlan,
  saveImport,
} from './plan-store.ts';
import { knownRegister } from './known-register-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

type Deps = ImportDeps;
const languageOf = (query: { readonly lang?: string }): Language =>
  (query.lang ?? 'en') as Language;

/** The plan of a file, with what it would store; to be closed always. */
async function openPlan(
  deps: Deps,
  bytes: FileBytes,
  file: string,
  answers: ImportAnswers,
  language: Language,
  options: RunOptions,
): Promise<OpenPlan> {
  try {
    return await deps.importer.plan(
      bytes,
      file,
      answers,
      await knownRegister(deps.db, dayOf(deps.clock())),
      options,
    );
  } catch (error) {
    if (options.signal?.aborted === true)
      throw problem('import_stopped', 'It was stopped before its end. Send the file again.');
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(file, language);
    throw problem(error.code, detail.message, { errors: [detail] });
  }
}
async function keptPlan(deps: Deps, id: string): Promise<ImportPlan> {
  const kept = await readImportPlan<ImportPlan>(deps.db, id, deps.clock());
  if (kept === undefined)
    throw problem('import_expired', 'Previews are kept for 24 hours. Send the file again.');
  return kept.plan;
}
/** The plan of a kept file under these answers. */
const openKept = (
  deps: Deps,
  id: string,
  { facts }: ImportPlan,
  answers: ImportAnswers,
  language: Language,
  options: RunOptions,
) => openPlan(deps, importedFile(deps.db, id), facts.file, answers, language, options);

/** Kinds whose answer is one of the choices and nothing else. */
const closedKinds: ReadonlySet<string> = new Set([
  'file_kind',
  'sample_data',
  'sheet',
  'encoding',
  'date_order',
  'several_rows',
  'table',
]);
function checkChoices(
  { questions, settled }: Pick<ImportPreview, 'questions' | 'settled'>,
  answers: ImportAnswers,
): void {
  const errors = [...questions, ...settled].flatMap(({ id, kind, choices }) => {
    const given = answers[id];
    if (
      given === undefined ||
      !closedKinds.has(kind) ||
      choices.some((choice) => choice.value === given)
    )
      return [];
    return [
      {
        path: `answers.${id}`,
        value: String(given).slice(0, 80),
        message: `must be one of ${choices.map((choice) => choice.value).join(', ')}`,
      },
    ];
  });
  if (errors.length > 0)
    throw problem('import_questions_open', `Correct ${errors.map((e) => e.path).join(', ')}.`, {
      errors,
    });
}

/** What of a plan must be as it was shown; which answers made it so is not part of it. */
const promised = ({ facts, texts }: ImportPlan): string =>
  JSON.stringify([{ ...facts, answers: {}, remembered: [] }, texts.en.problems]);

/** Rows up to which a file is read again for each answer, and answers at most. */
const mostEffects = { rows: 5000, choices: 8 };

/** What the register would be with each choice of a question; nothing where a file is long or the choices are many. */
async function effectsOf(
  open: (answers: ImportAnswers) => Promise<OpenPlan>,
  { facts, texts }: ImportPlan,
  answers: ImportAnswers,
  question: string,
): Promise<ImportEffect[]> {
  const all = [...texts.en.questions, ...texts.en.settled];
  const choices =
    all.find(({ id, items }) => id === question && items === undefined)?.choices ?? [];
  if (facts.rows.total > mostEffects.rows || choices.length > mostEffects.choices) return [];
  const effects: ImportEffect[] = [];
  for (const { value } of choices) {
    const opened = await open({ ...answers, [question]: value }).catch((error: unknown) => {
      // read so, it is no table: there is no effect to show
      if (error instanceof HttpProblem && error.code === 'import_unreadable') return undefined;
      throw error;
    });
    if (opened === undefined) continue;
    opened.close();
    const { rows, ledger } = opened.plan.facts;
    effects.push({ value, rows, ledger });
  }
  return effects;
}

export function addImports(host: Host<ImportDeps>): void {
  const { deps } = host;
  const runs = new ImportRuns();
  const ownerOf = (principal: { readonly id: string } | undefined): string => principal?.id ?? '';
  route(
    host,
    'previewImport',
    ({ file, query, request, principal }) =>
      runs.watch(query.run, ownerOf(principal), request.signal, async (options) => {
        const opened = await openPlan(deps, file.bytes, file.name, {}, languageOf(query), {
          ...options,
          is_preview: true,
        });
        opened.close();
        const id = crypto.randomUUID();
        await deleteExpiredImportPlans(deps.db, deps.clock());
        await saveImport(deps.db, id, opened.plan, file.bytes, deps.clock());
        return { json: previewIn(opened.plan, languageOf(query), id) };
      }),
    { commitsItself: true },
  );
  route(host, 'getImport', async ({ params, query }) => {
    const id = params['id'] ?? '';
    return { json: previewIn(await keptPlan(deps, id), languageOf(query), id) };
  });
  route(
    host,
    'answerImport',
    async ({ params, body, query, request, principal }) => {
      const id = params['id'] ?? '';
      const kept = await keptPlan(deps, id);
      checkChoices(kept.texts.en, body.answers);
      return runs.watch(query.run, ownerOf(principal), request.signal, async (options) => {
        const opened = await openKept(deps, id, kept, body.answers, languageOf(query), {
          ...options,
          is_preview: true,
        });
        opened.close();
        await replaceImportPlan(deps.db, id, opened.plan);
        return { json: previewIn(opened.plan, languageOf(query), id) };
      });
    },
    { commitsItself: true },
  );
  route(
    host,
    'importEffects',
    async ({ params, body, query, request, principal }) => {
      const id = params['id'] ?? '';
      const kept = await keptPlan(deps, id);
      return runs.watch(query.run, ownerOf(principal), request.signal, async (options) => {
        const open = (answers: ImportAnswers) =>
          openKept(deps, id, kept, answers, languageOf(query), { ...options, is_preview: true });
        return { json: { effects: await effectsOf(open, kept, body.answers, body.question) } };
      });
    },
    { commitsItself: true },
  );
  route(
    host,
    'commitImport',
    async ({ params, body, query, author, request, principal, commitHere, commitInWorker }) => {
      const id = params['id'] ?? '';
      const kept = await keptPlan(deps, id);
      const answers = { ...kept.answers, ...body.answers };
      checkChoices(kept.texts.en, answers);
      const language = languageOf(query);
      return runs.watch(query.run, ownerOf(principal), request.signal, async (options) => {
        const opened = await openKept(deps, id, kept, answers, language, options);
        try {
          const { plan } = opened;
          const current = previewIn(plan, language, id);
          const open = current.questions.filter((q) => q.default === undefined);
          if (open.length > 0) {
            await replaceImportPlan(deps.db, id, plan);
            const errors = open.map((q) => ({ path: `answers.${q.id}`, message: q.text }));
            throw problem(
              'import_questions_open',
              `Answer ${open.map((q) => q.id).join(', ')} first.`,
              { errors, current },
            );
          }
          // what is stored must be what was shown
          const same = JSON.stringify(answers) === JSON.stringify(kept.answers);
          // under other answers than those of the preview, what a change of the register did to it can't be told
          if (same ? promised(plan) !== promised(kept) : plan.revision !== kept.revision) {
            await replaceImportPlan(deps.db, id, plan);
            const detail =
              'The register was changed since the preview: look at the new one and commit again.';
            throw problem('import_register_changed', detail, { current });
          }
          const total = Math.max(1, plan.projects);
          const by = {
            author,
            recorded_at: deps.clock().toISOString(),
            onStored: (rows: number): void =>
              options.onProgress({ phase: 'storing', share: rows / total, rows }),
          };
          // A file with a second table stays, so that it can be read too.
          const forget = async (): Promise<void> => {
            if (plan.facts.tables.length < 2) await deleteImportPlan(deps.db, id);
          };
          const { store } = opened;
          if (store !== undefined) {
            const answered = await commitInWorker(async (rowOf) => ({
              json: await deps.db.standAside(() => store({ ...by, answerTo: rowOf })),
            }));
            await forget();
            return answered;
          }
          return await commitHere(async () => {
            const done = await applyPlan(deps.db, opened, { ...by, signal: options.signal });
            await forget();
            return { json: done };
          });
        } catch (error) {
          if (options.signal.aborted)
            throw problem(
              'import_stopped',
              'It was stopped before its end, and nothing was stored.',
            );
          throw error;
        } finally {
          opened.close();
        }
      });
    },
    { commitsItself: true },
  );
  route(host, 'importRun', async ({ params, principal }) => ({
    json: runs.find(params['id'] ?? '', ownerOf(principal)),
  }));
  route(
    host,
    'stopImport',
    async ({ params, principal }) => {
      runs.stop(params['id'] ?? '', ownerOf(principal));
      return { json: {} };
    },
    { commitsItself: true },
  );
}
