import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type {
  ImportAnswers,
  ImportEffect,
  ImportPreview,
  ImportQuestion,
} from '#contract/imports/types.ts';
import { call } from '#web/data/transport.ts';

/** Questions whose choices change what is read or counted. */
const counting: ReadonlySet<string> = new Set([
  ...['sheet', 'table', 'encoding', 'unit', 'decimal_sign', 'amount_column', 'jumps'],
  ...['several_rows', 'equal_names', 'same_project', 'unlisted'],
]);
const mostRows = 5000;
const mostChoices = 8;
const withinMs = 60_000;

/** What the register would be with each choice of a question, by value; empty until it is known, and where it is not worked out. */
export function useEffects(
  preview: ImportPreview,
  question: ImportQuestion,
  answers: ImportAnswers,
): ReadonlyMap<string, ImportEffect> {
  const { id } = preview;
  const isWorked =
    counting.has(question.id) &&
    preview.rows.total <= mostRows &&
    question.choices.length <= mostChoices;
  const { data } = useQuery({
    queryKey: ['import-effects', id, question.id, answers],
    queryFn: ({ signal }) =>
      call(endpoints.importEffects, {
        params: { id },
        body: { answers, question: question.id },
        signal,
        timeoutMs: withinMs,
      }),
    enabled: isWorked,
    // without them the choices say in words what they do
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map(data?.effects.map((effect) => [effect.value, effect]));
}
