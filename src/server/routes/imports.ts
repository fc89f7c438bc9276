import type { ImportAnswers, ImportPreview } from '#contract/imports.ts';
import type { Language } from '#domain/language.ts';
import type { AppDeps } from '#server/deps.ts';
import { problem } from '#server/http/problem.ts';
import { applyPlan } from '#server/importing/apply.ts';
import { ImportFailure } from '#server/importing/failure.ts';
import type { ImportPlan } from '#server/importing/plan.ts';
import { deleteExpiredImportPlans, deleteImportPlan, readImportPlan, saveImportPlan } from '#server/store/import-plans.ts';
import { currentRevision } from '#server/store/revisions.ts';
import { knownRegister } from './known-register.ts';
import { today } from './overview-of.ts';
import { route, type Host } from './route.ts';

/** A preview as it is kept: with the file, so that other answers read it again. */
interface KeptImport {
  readonly file: string;
  /** The bytes of the file in base64. */
  readonly content: string;
  readonly plan: ImportPlan;
}
const step = 0x8000;
const toBase64 = (bytes: Uint8Array): string => {
  let binary = '';
  for (let i = 0; i < bytes.length; i += step) binary += String.fromCharCode(...bytes.subarray(i, i + step));
  return btoa(binary);
};
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

async function planFor(deps: AppDeps, bytes: Uint8Array, file: string, answers: ImportAnswers, language: Language): Promise<ImportPlan> {
  try {
    return await deps.importer.preview(bytes, file, answers, await knownRegister(deps.db, today(deps)), { language });
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(file, language);
    throw problem(error.code, detail.message, { errors: [detail] });
  }
}
/** The preview under the id that it is kept by. */
const shown = (id: string, plan: ImportPlan): ImportPreview => ({ ...plan.preview, id });

async function keptImport(deps: AppDeps, id: string): Promise<KeptImport> {
  const kept = await readImportPlan<KeptImport>(deps.db, id, deps.clock());
  if (kept === undefined) throw problem('import_expired', 'Previews are kept for 24 hours. Send the file again.');
  return kept.plan;
}
async function planAgain(deps: AppDeps, id: string, kept: KeptImport, answers: ImportAnswers, language: Language): Promise<ImportPlan> {
  const plan = await planFor(deps, fromBase64(kept.content), kept.file, answers, language);
  await saveImportPlan(deps.db, id, { ...kept, plan } satisfies KeptImport, deps.clock());
  return plan;
}

/** Kinds whose answer is one of the choices and nothing else. */
const closedKinds: ReadonlySet<string> = new Set(['file_kind', 'sample_data', 'sheet', 'encoding', 'date_order', 'several_rows']);
function checkChoices({ questions, settled }: ImportPreview, answers: ImportAnswers): void {
  const errors = [...questions, ...settled].flatMap(({ id, kind, choices }) => {
    const given = answers[id];
    if (given === undefined || !closedKinds.has(kind) || choices.some((choice) => choice.value === given)) return [];
    return [
      {
        path: `answers.${id}`,
        value: String(given).slice(0, 80),
        message: `must be one of ${choices.map((choice) => choice.value).join(', ')}`,
      },
    ];
  });
  if (errors.length > 0) throw problem('import_questions_open', `Correct ${errors.map((e) => e.path).join(', ')}.`, { errors });
}

export function addImports(host: Host): void {
  const { deps } = host;
  route(
    host,
    'previewImport',
    async ({ file, query }) => {
      const plan = await planFor(deps, file.bytes, file.name, {}, (query.lang ?? 'en') as Language);
      const id = crypto.randomUUID();
      await deleteExpiredImportPlans(deps.db, deps.clock());
      await saveImportPlan(deps.db, id, { file: file.name, content: toBase64(file.bytes), plan } satisfies KeptImport, deps.clock());
      return { json: shown(id, plan), status: 201 };
    },
    { apart: true },
  );
  route(host, 'getImport', async ({ params }) => {
    const id = params['id'] ?? '';
    return { json: shown(id, (await keptImport(deps, id)).plan) };
  });
  route(
    host,
    'answerImport',
    async ({ params, body, query }) => {
      const id = params['id'] ?? '';
      const kept = await keptImport(deps, id);
      checkChoices(kept.plan.preview, body.answers);
      return { json: shown(id, await planAgain(deps, id, kept, body.answers, (query.lang ?? 'en') as Language)) };
    },
    { apart: true },
  );
  route(
    host,
    'commitImport',
    async ({ params, body, author, together }) => {
      const id = params['id'] ?? '';
      const kept = await keptImport(deps, id);
      const answers = { ...kept.plan.answers, ...body.answers };
      checkChoices(kept.plan.preview, answers);
      const moved = kept.plan.revision !== (await currentRevision(deps.db));
      const other = JSON.stringify(answers) !== JSON.stringify(kept.plan.answers);
      const plan = moved || other ? await planAgain(deps, id, kept, answers, 'en') : kept.plan;
      const open = plan.preview.questions.filter((q) => q.default === undefined);
      if (open.length > 0) {
        const errors = open.map((q) => ({ path: `answers.${q.id}`, message: q.text }));
        throw problem('import_questions_open', `Answer ${open.map((q) => q.id).join(', ')} first.`, { errors, current: shown(id, plan) });
      }
      // what would be stored must be what was shown
      if (moved && JSON.stringify(plan.preview.rows) !== JSON.stringify(kept.plan.preview.rows)) {
        throw problem('import_register_changed', 'The register was changed since the preview: look at the new one and commit again.', {
          current: shown(id, plan),
        });
      }
      return together(async () => {
        const done = await applyPlan(deps.db, plan, { author, recorded_at: deps.clock().toISOString() });
        await deleteImportPlan(deps.db, id);
        return { json: done };
      });
    },
    { apart: true },
  );
}
