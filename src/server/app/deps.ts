import type { OneTimeKeyDeps } from '#server/accounts/sessions/one-time-key.ts';
import type { DoubtDeps } from '#server/doubts/doubt-threads.ts';
import type { DocumentDeps } from '#server/exports/pack/write-document.ts';
import type { ImportDeps } from '#server/imports/import-plan.ts';

/** All dependencies that a runtime gives the app. */
export type ServerDeps = ImportDeps & DocumentDeps & OneTimeKeyDeps & DoubtDeps;
