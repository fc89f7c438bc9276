import { useCallback, useEffect, useRef, useState } from 'react';
import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import { endpoints } from '#contract/endpoints.ts';
import {
  useAnswerImport,
  useCommitImport,
  useStoredImport,
  usePreviewImport,
} from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { useAnswerQueue } from '#web/features/imports/questions/use-answer-queue.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { zoneClock } from '#web/ui/time/clock-time.ts';
import { useViewState } from '#web/url/use-view-state.ts';

export type Phase =
  | 'idle'
  | 'restoring'
  | 'sending'
  | 'preview'
  | 'rereading'
  | 'committing'
  | 'done';
export type Answer = ImportAnswers[string];

interface ImportState {
  readonly phase: Phase;
  /** Share of the file that has been sent, from 0 to 1. */
  readonly share: number;
  readonly file: File | undefined;
  readonly preview: ImportPreview | undefined;
  readonly answers: ImportAnswers;
  readonly failure: ProblemError | undefined;
  readonly result: ImportCommit | undefined;
  /** The register changed after the preview, so the preview was made again. */
  readonly stale: boolean;
  /** Id of the running work, for its progress and for stopping it. */
  readonly run: string | undefined;
}
const idle: ImportState = {
  phase: 'idle',
  share: 0,
  file: undefined,
  preview: undefined,
  answers: {},
  failure: undefined,
  result: undefined,
  stale: false,
  run: undefined,
};

/** The current preview in a rejected commit, when the register has changed. */
function currentPreview(error: unknown): ImportPreview | undefined {
  const { code, problem } = toProblem(error);
  return code === 'import_register_changed'
    ? (problem?.current as ImportPreview | undefined)
    : undefined;
}

/** The part of the state that a preview decides. */
const previewState = (preview: ImportPreview): Partial<ImportState> => ({
  preview,
  answers: preview.answers,
});

/**
 * The state of an import, and `step`, which runs one piece of work and moves to the next phase. The
 * latest step decides the phase. What its work returns appears with the phase: a button between
 * them would ignore a press.
 */
function useImportState(first: Phase) {
  const [state, setState] = useState<ImportState>({ ...idle, phase: first });
  const set = useCallback(
    (changes: Partial<ImportState>) => setState((now) => ({ ...now, ...changes })),
    [],
  );
  const latest = useRef(0);
  const show = (preview: ImportPreview) => set(previewState(preview));
  const step = async (
    during: Phase,
    after: Phase,
    failedPhase: Phase,
    work: () => Promise<Partial<ImportState> | undefined>,
  ) => {
    set({ phase: during, failure: undefined });
    latest.current += 1;
    const number = latest.current;
    try {
      const changes = await work();
      if (number === latest.current) set({ ...changes, phase: after });
    } catch (error) {
      // a later step does what this one did not
      if (number !== latest.current) return;
      const isAborted = error instanceof DOMException && error.name === 'AbortError';
      set({
        phase: failedPhase,
        ...compact({ failure: isAborted ? undefined : toProblem(error) }),
      });
    }
  };
  const begin = (): string => {
    const run = crypto.randomUUID();
    set({ run });
    return run;
  };
  return { state, set, show, step, begin };
}
type StateAccess = ReturnType<typeof useImportState>;

/**
 * Restores the preview of the address after a reload, and translates it when the language changes.
 */
function useRestoredPreview({ state, set, step }: StateAccess) {
  const language = useLanguage();
  const { view, change } = useViewState();
  const { mutateAsync: restore } = useStoredImport();
  const isRestored = useRef(false);
  const { phase, preview } = state;
  useEffect(() => {
    const id = view.import;
    if (id === undefined || isRestored.current || preview !== undefined) return;
    isRestored.current = true;
    void step('restoring', 'preview', 'idle', async () => {
      try {
        return previewState(await restore({ id, language }));
      } catch (error) {
        change({ import: undefined }, { replace: true });
        throw error;
      }
    });
  });
  const previewLanguage = useRef(language);
  useEffect(() => {
    if (previewLanguage.current === language || preview === undefined || phase !== 'preview')
      return;
    previewLanguage.current = language;
    restore({ id: preview.id, language }).then(
      (preview) => set({ preview }),
      (error: unknown) => set({ failure: toProblem(error) }),
    );
  });
  /** A preview that the reader left is not restored while its id is still in the address. */
  return { forget: () => (isRestored.current = true) };
}

/** Sends changed answers. A later answer replaces the preview of an earlier one. */
function useAnswers({ state, set, step, begin }: StateAccess, key: Key) {
  const language = useLanguage();
  const { mutateAsync: read } = useAnswerImport();
  const latest = useRef(0);
  const { preview, answers } = state;
  return (newAnswers: ImportAnswers) => {
    if (preview === undefined) return Promise.resolve();
    // The mapping of one table does not apply to another.
    const { mapping: _m, stage_words: _w, table: _t, read_as: _r, ...others } = answers;
    const validAnswers = 'sheet' in newAnswers || 'table' in newAnswers ? others : answers;
    const next = { ...validAnswers, ...newAnswers };
    key.renew();
    latest.current += 1;
    const number = latest.current;
    set({ answers: next, stale: false });
    return step('rereading', 'preview', 'preview', async () => {
      try {
        const reread = await read({ id: preview.id, language, run: begin(), answers: next });
        return number === latest.current ? previewState(reread) : undefined;
      } catch (error) {
        if (number === latest.current) set({ answers });
        throw error;
      }
    });
  };
}

/**
 * Stores the file as the preview shows it, and nothing while there is none to see. When the
 * register has changed, shows the new preview instead.
 */
function useCommit({ state, set, show, step, begin }: StateAccess, key: Key) {
  const language = useLanguage();
  const { change } = useViewState();
  const { mutateAsync: store } = useCommitImport();
  const { preview, answers } = state;
  return (reason?: string) => {
    if (preview === undefined || state.phase !== 'preview') return Promise.resolve();
    // another body is another request
    if (reason !== undefined) key.renew();
    return step('committing', 'done', 'preview', async () => {
      const input = { id: preview.id, language, run: begin(), answers, key: key.get() };
      const result = await store({ ...input, ...compact({ reason }) }).catch((error: unknown) => {
        const current = currentPreview(error);
        if (current === undefined) throw error;
        show(current);
        key.renew();
        set({ stale: true });
        throw new DOMException('', 'AbortError');
      });
      // With a second table the file stays, so that its other tables can be imported.
      if (preview.tables.length < 2) change({ import: undefined }, { replace: true });
      return { result };
    });
  };
}

/** The idempotency key of the next commit. It changes with the file and the answers. */
function useKey() {
  const key = useRef(idempotencyKey());
  return {
    get: () => key.current,
    renew: () => {
      key.current = idempotencyKey();
    },
  };
}
type Key = ReturnType<typeof useKey>;

interface ImportOptions {
  /** Whether a first register is that of the own zone, which is not asked. */
  readonly isOwn?: boolean;
}

/**
 * One import from the file to its result. A failed step keeps file, preview and answers; a reload
 * restores the preview.
 */
export function useImport({ isOwn = false }: ImportOptions = {}) {
  const language = useLanguage();
  const { view, change } = useViewState();
  const access = useImportState(view.import === undefined ? 'idle' : 'restoring');
  const { state, set, show, step, begin } = access;
  const { run } = state;
  const abort = useRef<AbortController>(undefined);
  const key = useKey();
  const { mutateAsync: send } = usePreviewImport();
  const { forget } = useRestoredPreview(access);
  const answerAll = useAnswers(access, key);
  const queue = useAnswerQueue(state, (answers) => void answerAll(answers));
  const commit = useCommit(access, key);
  const clear = () => {
    forget();
    set(idle);
    change({ import: undefined }, { replace: true });
  };
  const open = (file: File) => {
    clear();
    set({ file });
    key.renew();
    abort.current = new AbortController();
    const { signal } = abort.current;
    const onProgress = (share: number) => set({ share });
    return step('sending', 'preview', 'idle', async () => {
      const { day: modified } = zoneClock(new Date(file.lastModified));
      const sender = { modified, ...compact({ own: isOwn ? 'true' : undefined }) };
      const next = await send({ file, language, run: begin(), sender, onProgress, signal });
      show(next);
      change({ import: next.id }, { replace: true });
      return undefined;
    });
  };
  return {
    ...state,
    open,
    answer: (id: string, value: Answer) => answerAll({ [id]: value }),
    answerAll,
    ...queue,
    commit,
    clear,
    /** Reads another table of a stored file. */
    next: (table: string) => {
      set({ result: undefined });
      return answerAll({ table });
    },
    stop: () => {
      if (run !== undefined)
        void call(endpoints.stopImport, { params: { id: run }, body: {} }).catch(() => undefined);
      abort.current?.abort();
    },
  };
}
export type Importing = ReturnType<typeof useImport>;
