import { endpoint, type None } from '#contract/core/endpoint.ts';
import type {
  ImportAnswers,
  ImportCommit,
  ImportEffect,
  ImportPreview,
  ImportRun,
} from './types.ts';

/** The body of an upload is multipart with one part named `file`. */
export interface Upload {
  readonly file: unknown;
}
/** `run`: a name of the caller's own, under which the work can be watched and ended. */
export interface Watched {
  readonly lang?: string;
  readonly run?: string;
}
export interface Answered {
  readonly answers: ImportAnswers;
}

export const importEndpoints = {
  previewImport: endpoint<Watched, Upload, ImportPreview>({
    id: 'previewImport',
    method: 'POST',
    path: '/api/v1/imports',
    makes: true,
  }),
  getImport: endpoint<{ lang?: string }, never, ImportPreview>({
    id: 'getImport',
    method: 'GET',
    path: '/api/v1/imports/:id',
  }),
  answerImport: endpoint<Watched, Answered, ImportPreview>({
    id: 'answerImport',
    method: 'POST',
    path: '/api/v1/imports/:id/answers',
  }),
  importEffects: endpoint<
    Watched,
    Answered & { readonly question: string },
    { readonly effects: readonly ImportEffect[] }
  >({
    id: 'importEffects',
    method: 'POST',
    path: '/api/v1/imports/:id/effects',
  }),
  commitImport: endpoint<Watched, Answered, ImportCommit>({
    id: 'commitImport',
    method: 'POST',
    path: '/api/v1/imports/:id/commit',
  }),
  importRun: endpoint<None, never, ImportRun>({
    id: 'importRun',
    method: 'GET',
    path: '/api/v1/import-runs/:id',
  }),
  stopImport: endpoint<None, None, None>({
    id: 'stopImport',
    method: 'POST',
    path: '/api/v1/import-runs/:id/stop',
  }),
} as const;
