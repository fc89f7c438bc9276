import { useEffect, useRef, useState } from 'react';
import type { ImportAnswers, ImportCommit, ImportPreview, ImportQuestion } from '#contract/imports.ts';
import { useAnswerImport, useCommitImport, useKeptImport, usePreviewImport } from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';

export type Phase = 'idle' | 'restoring' | 'sending' | 'preview' | 'rereading' | 'committing' | 'done';
export type Answer = ImportAnswers[string];

/** Questions that a commit still waits for. */
export const openQuestions = ({ questions }: ImportPreview): readonly ImportQuestion[] =>
  questions.filter((question) => question.default === undefined);

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
  const stop = useRef<AbortController>(undefined);
  const key = useRef(idempotencyKey());
  const latest = useRef(0);
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
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailure(toProblem(error));
    }
  };
  const clear = () => {
    setPhase('idle');
    setPreview(undefined);
    setAnswers({});
    setFile(undefined);
    setFailure(undefined);
    setResult(undefined);
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
      const next = await send({ file: chosen, language, onProgress: setShare, signal });
      show(next);
      change({ import: next.id }, { replace: true });
    });
  };
  const answer = (id: string, value: Answer) => {
    if (preview === undefined) return Promise.resolve();
    // What was mapped on one sheet says nothing of another.
    const { mapping: _m, stage_words: _w, ...others } = answers;
    const next = { ...(id === 'sheet' ? others : answers), [id]: value };
    const before = answers;
    setAnswers(next);
    key.current = idempotencyKey();
    latest.current += 1;
    const mine = latest.current;
    return step('rereading', 'preview', 'preview', async () => {
      try {
        const shown = await again({ id: preview.id, language, answers: next });
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
      setResult(await store({ id: preview.id, answers, key: key.current }));
      change({ import: undefined }, { replace: true });
    });
  };
  const restored = useRef(false);
  useEffect(() => {
    if (kept === undefined || restored.current || preview !== undefined) return;
    restored.current = true;
    void step('restoring', 'preview', 'idle', async () => {
      try {
        show(await restore(kept));
      } catch (error) {
        change({ import: undefined }, { replace: true });
        throw error;
      }
    });
  });
  return { phase, share, file, preview, answers, failure, result, open, answer, commit, clear, stop: () => stop.current?.abort() };
}
export type Importing = ReturnType<typeof useImport>;
