import { compact } from '#domain/values/compact.ts';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Language } from '#domain/values/language.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { ProblemError } from './problem-error.ts';
import { upload } from './files/file-transport.ts';
import { call, callTagged, idempotencyKey } from './transport.ts';

/** Invalidates the data of older revisions after a committed change. */
const allAgain = (client: QueryClient): Promise<void> => client.invalidateQueries();

/** Previews the changes of a file without storing them. */
export const usePreviewImport = () =>
  useMutation({
    mutationFn: ({
      file,
      language,
      run,
      sender,
      onProgress,
      signal,
    }: {
      file: File;
      language: Language;
      run: string;
      /** Facts about the file: its last change, and whether it is of the own zone. */
      sender: { readonly modified: string; readonly own?: 'true' };
      onProgress: (share: number) => void;
      signal: AbortSignal;
    }) =>
      upload(endpoints.previewImport, file, {
        query: { lang: language, run, ...sender },
        onProgress,
        signal,
      }),
  });
/** Loads a stored preview, so that a reload loses nothing. */
export const useStoredImport = () =>
  useMutation({
    mutationFn: ({ id, language }: { id: string; language: Language }) =>
      call(endpoints.getImport, { params: { id }, query: { lang: language } }),
  });
/** Limit in ms. Reading a long file again takes time. */
const planWithinMs = 120_000;
const storeWithinMs = 600_000;
interface ImportStep {
  readonly id: string;
  readonly language: Language;
  /** Id under which progress is shown and the import is stopped. */
  readonly run: string;
  readonly answers: ImportAnswers;
}
/** Sends the answers to the questions of an import and receives the next preview. */
export const useAnswerImport = () =>
  useMutation({
    mutationFn: ({ id, language, run, answers }: ImportStep) =>
      call(endpoints.answerImport, {
        params: { id },
        query: { lang: language, run },
        body: { answers },
        timeoutMs: planWithinMs,
      }),
  });
/** Stores a previewed import; everything is read again afterwards. */
export function useCommitImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      id,
      language,
      run,
      answers,
      key,
      reason,
    }: ImportStep & {
      readonly key: Readonly<Record<string, string>>;
      /** Why values of closed months change. */
      readonly reason?: string;
    }) =>
      call(endpoints.commitImport, {
        params: { id },
        query: { lang: language, run },
        body: { answers, ...compact({ reason }) },
        headers: key,
        timeoutMs: storeWithinMs,
      }),
    onSuccess: () => allAgain(client),
  });
}
/** Undoes a revision by a new revision. `keepLater` keeps later changes of the same values. */
export function useUndoRevision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      revision,
      keepLater = false,
      reason,
    }: {
      readonly revision: number;
      readonly keepLater?: boolean;
      /** Why a value of a closed month changes. */
      readonly reason?: string;
    }) =>
      call(endpoints.undoRevision, {
        params: { id: String(revision) },
        body: compact({ keep_later: keepLater ? true : undefined, reason }),
        headers: idempotencyKey(),
        timeoutMs: planWithinMs,
      }),
    onSuccess: () => allAgain(client),
  });
}
/** Chooses a sample, the example zone or none; everything is read again afterwards. */
export function useChooseSample() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sample: 'sample' | 'example_zone' | 'none') =>
      call(endpoints.chooseSample, { body: { sample }, headers: idempotencyKey() }),
    onSuccess: () => allAgain(client),
  });
}

/**
 * Changes the zone. `seen` is the profile that the form showed. When one of the changed fields
 * differs from it, nothing is stored and the call fails with `conflict`.
 * @throws ProblemError 412 if a changed field differs from the profile that the form showed
 */
export function useUpdateZone() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({
      base,
      changes,
      reason,
    }: {
      base: ZoneProfile;
      changes: ZoneChanges;
      reason?: string;
    }) => {
      const now = await callTagged(endpoints.zone);
      // by content: the cache keeps the order of keys of an earlier reply
      const pick = (zone: ZoneProfile): Partial<ZoneProfile> =>
        Object.fromEntries(Object.entries(zone).filter(([field]) => field in changes));
      if (compareZones(pick(base), pick(now.data)).length > 0) {
        client.setQueryData(queryKeys.zone(), now.data);
        throw new ProblemError('precondition_failed', 412);
      }
      return call(endpoints.updateZone, {
        body: { ...changes, ...compact({ reason }) },
        headers: now.etag ? { 'if-match': now.etag } : {},
      });
    },
    onSuccess: () => allAgain(client),
  });
}
