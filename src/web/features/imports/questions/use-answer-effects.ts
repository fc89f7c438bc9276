import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type {
  ImportAnswers,
  ImportEffect,
  ImportPreview,
  ImportQuestion,
} from '#contract/imports/preview-schemas.ts';
import { call } from '#web/data/transport.ts';

/** Questions whose choices change what is read or counted. */
const countingQuestions: ReadonlySet<string> = new Set([
  ...[
    'sheet',
    'table',
    'encoding',
    'unit',
    'decimal_sign',
    'amount_column',
    'stage_column',
    'jumps',
  ],
  ...['several_rows', 'equal_names', 'same_project', 'unlisted'],
]);
const mostRows = 5000;
const mostChoices = 8;
const withinMs = 60_000;

/**
 * Reads the effect of each choice of a question on the register, by value. Empty until it is known,
 * and for questions without effects.
 */
export function useEffects(
  preview: ImportPreview,
  question: ImportQuestion,
  answers: ImportAnswers,
): ReadonlyMap<string, ImportEffect> {
  const { id } = preview;
  const hasEffects =
    countingQuestions.has(question.id) &&
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
    enabled: hasEffects,
    // Without effects the labels of the choices explain them.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return new Map(data?.effects.map((effect) => [effect.value, effect]));
}
