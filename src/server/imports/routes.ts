import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { ImportRuns } from '#server/imports/process/import-runs.ts';
import { createPreview, type ImportDeps } from './import-plan.ts';

/** Loads the code of imports with the first one. */
const loadService = () => import('./service.ts');
const readLanguage = (query: { readonly lang?: string }): Language =>
  (query.lang ?? 'en') as Language;
const readOwner = (principal: { readonly id: string } | undefined): string => principal?.id ?? '';

/** Adds the endpoints that preview an import, answer its questions, and commit or stop it. */
export function addImports(host: Host<ImportDeps>): void {
  const runs = new ImportRuns((work) => host.metrics.countImport(work));
  addPreviews(host, runs);
  addCommit(host, runs);
  addRuns(host, runs);
}

function addPreviews(host: Host<ImportDeps>, runs: ImportRuns): void {
  const { deps } = host;
  route(
    host,
    'previewImport',
    ({ file, query, request, principal }) =>
      runs.watch(query.run, readOwner(principal), request.signal, async (options) => {
        const { previewImport } = await loadService();
        const sender = compact({
          assumes_own: query.own === undefined ? undefined : true,
          modified: query.modified,
        });
        const input = { language: readLanguage(query), options, sender };
        return { json: await previewImport(deps, file, input) };
      }),
    { commitsItself: true },
  );
  route(host, 'getImport', async ({ params, query }) => {
    const id = params['id'] ?? '';
    const { readStoredPlan } = await loadService();
    return { json: createPreview(await readStoredPlan(deps, id), readLanguage(query), id) };
  });
  route(
    host,
    'answerImport',
    async ({ params, body: { answers }, query, request, principal }) => {
      const id = params['id'] ?? '';
      const { answerImport, checkChoices, readStoredPlan } = await loadService();
      const plan = await readStoredPlan(deps, id);
      checkChoices(plan.texts.en, answers);
      const language = readLanguage(query);
      return runs.watch(query.run, readOwner(principal), request.signal, async (options) => ({
        json: await answerImport(deps, id, plan, { answers, language, options }),
      }));
    },
    { commitsItself: true },
  );
  route(
    host,
    'importEffects',
    async ({ params, body: { answers, question }, query, request, principal }) => {
      const id = params['id'] ?? '';
      const { importEffects, readStoredPlan } = await loadService();
      const plan = await readStoredPlan(deps, id);
      const language = readLanguage(query);
      return runs.watch(query.run, readOwner(principal), request.signal, async (options) => {
        const input = { answers, language, options };
        return { json: { effects: await importEffects(deps, id, plan, question, input) } };
      });
    },
    { commitsItself: true },
  );
}

function addCommit(host: Host<ImportDeps>, runs: ImportRuns): void {
  const { deps } = host;
  route(
    host,
    'commitImport',
    async (call) => {
      const { params, body, query, request, principal } = call;
      const id = params['id'] ?? '';
      const { checkChoices, commitImport, readStoredPlan } = await loadService();
      const plan = await readStoredPlan(deps, id);
      const answers = { ...plan.answers, ...body.answers };
      checkChoices(plan.texts.en, answers);
      const language = readLanguage(query);
      return runs.watch(query.run, readOwner(principal), request.signal, (options) =>
        commitImport(deps, id, plan, { answers, language, options }, call),
      );
    },
    { commitsItself: true },
  );
}

function addRuns(host: Host<ImportDeps>, runs: ImportRuns): void {
  route(host, 'importRun', async ({ params, principal }) => ({
    json: runs.find(params['id'] ?? '', readOwner(principal)),
  }));
  route(
    host,
    'stopImport',
    async ({ params, principal }) => {
      runs.stop(params['id'] ?? '', readOwner(principal));
      return { json: {} };
    },
    { commitsItself: true },
  );
}
