import { useRef, useState } from 'react';
import type { ImportAnswers, ImportCommit, ImportPreview, ImportQuestion } from '#contract/imports.ts';
import { useAnswerImport, useCommitImport, usePreviewImport } from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { useLanguage } from '#web/i18n/text.ts';

export type Phase = 'idle' | 'sending' | 'preview' | 'rereading' | 'committing' | 'done';
export type Answer = ImportAnswers[string];

/** Questions that a commit still waits for. */
export const openQuestions = (questions: readonly ImportQuestion[], answers: ImportAnswers): readonly ImportQuestion[] =>
  questions.filter((question) => question.default === undefined && (answers[question.id] ?? '') === '');

/** One import from the file to the result. A failed step leaves file, preview and answers as they were. */
export function useImport() {
  const language = useLanguage();
  const [phase, setPhase] = useState<Phase>('idle');
  const [share, setShare] = useState(0);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [asked, setAsked] = useState<readonly ImportQuestion[]>([]);
  const [answers, setAnswers] = useState<ImportAnswers>({});
  const [failure, setFailure] = useState<ProblemError>();
  const [result, setResult] = useState<ImportCommit>();
  const stop = useRef<AbortController>(undefined);
  const key = useRef(idempotencyKey());
  const { mutateAsync: send } = usePreviewImport();
  const { mutateAsync: again } = useAnswerImport();
  const { mutateAsync: store } = useCommitImport();

  const show = (next: ImportPreview) => {
    setPreview(next);
    setAsked((before) => [...before.filter((old) => !next.questions.some((question) => question.id === old.id)), ...next.questions]);
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
  const open = (chosen: File) => {
    setFile(chosen);
    setShare(0);
    setPreview(undefined);
    setAsked([]);
    setAnswers({});
    setResult(undefined);
    key.current = idempotencyKey();
    stop.current = new AbortController();
    const { signal } = stop.current;
    return step('sending', 'preview', 'idle', async () => show(await send({ file: chosen, language, onProgress: setShare, signal })));
  };
  const answer = (id: string, value: Answer) => {
    if (preview === undefined) return Promise.resolve();
    const next = { ...answers, [id]: value };
    setAnswers(next);
    key.current = idempotencyKey();
    return step('rereading', 'preview', 'preview', async () => show(await again({ id: preview.id, language, answers: next })));
  };
  const commit = () => {
    if (preview === undefined) return Promise.resolve();
    return step('committing', 'done', 'preview', async () => setResult(await store({ id: preview.id, answers, key: key.current })));
  };
  const clear = () => {
    setPhase('idle');
    setPreview(undefined);
    setAsked([]);
    setAnswers({});
    setFile(undefined);
    setFailure(undefined);
    setResult(undefined);
  };
  return { phase, share, file, preview, asked, answers, failure, result, open, answer, commit, clear, stop: () => stop.current?.abort() };
}
export type Importing = ReturnType<typeof useImport>;
