import { compact } from '#domain/values/compact.ts';
import type { Source } from '#server/db/db.ts';
import { listCodes, readStatedProjects } from '#server/projects/history/history-store.ts';
import { listStatedSince, readKnownNames, readKnownSums } from './known-part-store.ts';
import type { KnownProjects } from '#server/imports/import-plan.ts';

/** Makes a reader of the own projects of a store as known at a revision. */
export const storedProjects = (source: Source, revision: number): KnownProjects => ({
  ...compact({
    at: 'engine' in source && source.url !== undefined ? { url: source.url, revision } : undefined,
  }),
  codes: () => listCodes(source, 'own', revision),
  records: (codes) => readStatedProjects(source, 'own', codes, revision),
  names: (codes) => readKnownNames(source, codes, revision),
  state: {
    sums: (day) => readKnownSums(source, revision, day),
    stated: (day) => listStatedSince(source, revision, day),
  },
});
