import type { Language } from '#domain/values/language.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import type { ImportDeps } from './import-plan.ts';

/** Adds the endpoint that reads targets from a file without storing them. */
export function addTargetImports(host: Host<ImportDeps>): void {
  route(
    host,
    'previewTargets',
    async ({ file, query, request }) => {
      const { previewTargets } = await import('./target-preview-service.ts');
      const language = (query.lang ?? 'en') as Language;
      return { json: await previewTargets(host.deps, file, language, request.signal) };
    },
    { commitsItself: true },
  );
}
