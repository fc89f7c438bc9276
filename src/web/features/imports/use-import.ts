import { useEffect, useRef, useState } from 'react';
import type { ImportAnswers, ImportCommit, ImportPreview } from '#contract/imports/types.ts';
import {
  useAnswerImport,
  useCommitImport,
  useKeptImport,
  usePreviewImport,
} from '#web/data/mutations.ts';
import { call } from '#web/data/transport.ts';
import { endpoints } from '#contract/endpoints.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { useLanguage } from '#web/i18n/text.ts';
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

/** The preview that a refused commit says is the present one. */
function registerChanged(error: unknown): ImportPreview | undefined {
  const { code, problem } = toProblem(error);
  return code === 'import_register_changed'
    ? (problem?.current as ImportPreview | undefined)
    : undefined;
}

/** One import from the file to the result. A failed step leaves file, preview and answers as they were; a reload finds the preview again. */
export function useImport() {
  const language = useLanguage();
  const { view, change } = useViewState();
  const kept = view.import;
  const [phase, setPhase] = useState<Phase>(kept === undefined ? 'idle' : 'restoring');
  const [share, setShare] = useState(0);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [answers, setAnswers] = useState<ImportAnswers>({});
  const [failure, setFailure] = useState<ProblemError>();
  const [result, setResult] = useState<ImportCommit>();
  /** The register changed since the preview, which was made anew. */
  const [stale, setStale] = useState(false);
  const stop = useRef<AbortController>(undefined);
  const key = useRef(idempotencyKey());
  const latest = useRef(0);
  const restored = useRef(false);
  /** The name of the work under way, by which it is watched and stopped. */
  const [run, setRun] = useState<string>();
  const begin = (): string => {
    const name = crypto.randomUUID();
    setRun(name);
    return name;
  };
  const { mutateAsync: send } = usePreviewImport();
  const { mutateAsync: restore } = useKeptImport();
  const { mutateAsync: again } = useAnswerImport();
  const { mutateAsync: store } = useCommitImport();

  const show = (next: ImportPreview) => {
    setPreview(next);
    setAnswers(next.answers);
  };
  const step = async (during: Phase, after: Phase, failed: Phase, work: () => Promise<void>) => {
    setPhase(during);
    setFailure(undefined);
    try {
      await work();
      setPhase(after);
    } catch (error) {
      setPhase(failed);
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        setFailure(toProblem(error));
    }
  };
  const clear = () => {
    // what is left on purpose is not opened again while its address is still there
    restored.current = true;
    setPhase('idle');
    setPreview(undefined);
    setAnswers({});
    setFile(undefined);
    setFailure(undefined);
    setResult(undefined);
    setStale(false);
    change({ import: undefined }, { replace: true });
  };
  const open = (chosen: File) => {
    clear();
    setFile(chosen);
    setShare(0);
    key.current = idempotencyKey();
    stop.current = new AbortController();
    const { signal } = stop.current;
    return step('sending', 'preview', 'idle', async () => {
      const next = await send({
        file: chosen,
        language,
        run: begin(),
        onProgress: setShare,
        signal,
      });
      show(next);
      change({ import: next.id }, { replace: true });
    });
  };
  const answer = (id: string, value: Answer) => answerAll({ [id]: value });
  const answerAll = (given: ImportAnswers) => {
    if (preview === undefined) return Promise.resolve();
    // What was mapped on one table says nothing of another.
    const { mapping: _m, stage_words: _w, table: _t, read_as: _r, ...others } = answers;
    const next = { ...('sheet' in given || 'table' in given ? others : answers), ...given };
    const before = answers;
    setAnswers(next);
    key.current = idempotencyKey();
    latest.current += 1;
    const mine = latest.current;
    setStale(false);
    return step('rereading', 'preview', 'preview', async () => {
      try {
        const shown = await again({ id: preview.id, language, run: begin(), answers: next });
        // A later answer is on its way: its preview counts.
        if (mine === latest.current) show(shown);
      } catch (error) {
        if (mine === latest.current) setAnswers(before);
        throw error;
      }
    });
  };
  const commit = () => {
    if (preview === undefined) return Promise.resolve();
    return step('committing', 'done', 'preview', async () => {
      try {
        setResult(
          await store({ id: preview.id, language, run: begin(), answers, key: key.current }),
        );
      } catch (error) {
        // the answer bears the preview as it is now; a commit of it is another one
        const current = registerChanged(error);
        if (current === undefined) throw error;
        show(current);
        key.current = idempotencyKey();
        setStale(true);
        throw new DOMException('', 'AbortError');
      }
      // with a second table the file is kept, to be read further
      if (preview.tables.length < 2) change({ import: undefined }, { replace: true });
    });
  };
  useEffect(() => {
    if (kept === undefined || restored.current || preview !== undefined) return;
    restored.current = true;
    void step('restoring', 'preview', 'idle', async () => {
      try {
        show(await restore({ id: kept, language }));
      } catch (error) {
        change({ import: undefined }, { replace: true });
        throw error;
      }
    });
  });
  // The sentences of a preview follow the language of the page; what was answered stays.
  const said = useRef(language);
  useEffect(() => {
    if (said.current === language || preview === undefined || phase !== 'preview') return;
    said.current = language;
    restore({ id: preview.id, language }).then(setPreview, (error: unknown) =>
      setFailure(toProblem(error)),
    );
  });
  const halt = () => {
    if (run !== undefined)
      void call(endpoints.stopImport, { params: { id: run }, body: {} }).catch(() => undefined);
    stop.current?.abort();
  };
  /** Reads another table of a file that was stored. */
  const next = (table: string) => {
    setResult(undefined);
    return answer('table', table);
  };
  return {
    run,
    phase,
    share,
    file,
    preview,
    answers,
    failure,
    result,
    stale,
    open,
    answer,
    answerAll,
    commit,
    clear,
    next,
    stop: halt,
  };
}
export type Importing = ReturnType<typeof useImport>;
