import type { ImportHost, Importer } from '#server/imports/import-plan.ts';
import { createImporter } from './create-importer.ts';

/**
 * Creates the importer of the server and the command line. The code that runs imports loads with
 * the first file.
 */
export function nodeImporter(): Importer {
  let host: Promise<ImportHost> | undefined;
  const load = (): Promise<ImportHost> =>
    (host ??= import('./node-host.ts').then(({ nodeHost }) => nodeHost()));
  return createImporter({
    run: async (...input) => (await load()).run(...input),
    readTargets: async (...input) => (await load()).readTargets(...input),
  });
}
