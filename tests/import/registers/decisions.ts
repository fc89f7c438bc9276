import { isDeepStrictEqual } from 'node:util';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { freshStore, planOf, type WholePlan } from '../import-context.ts';
import { resultOf, type Register, type Truth } from './register.ts';

const emptyRegister: KnownRegister = { ...freshStore, today: '2026-11-27' };
/** The questions of every first import. */
const first: ImportAnswers = { file_kind: 'own_register' };

/** The decisions of a person for a register, and their result. */
export interface Decisions {
  readonly rows: number;
  /**
   * Answers that a person gives: what the file is, and each question for which the proposal is not
   * right or missing.
   */
  readonly count: number;
  /** The result of the import with these answers. */
  readonly result: Truth;
  readonly isRight: boolean;
  /**
   * True where accepting every proposal gives a wrong register without an open question.
   */
  readonly isSilentlyWrong: boolean;
  /** Questions that still stop the import. */
  readonly open: readonly string[];
}

export const planRegister = (
  { file, fileName = 'register.csv' }: Register,
  answers: ImportAnswers,
  store = emptyRegister,
): Promise<WholePlan> => planOf(file, fileName, { ...first, ...answers }, store);

const openIds = ({ preview }: WholePlan): string[] =>
  preview.questions.filter((question) => question.default === undefined).map(({ id }) => id);

/**
 * Imports a register twice: once with every proposal accepted, and once by a person who knows it.
 */
export async function decide(register: Register): Promise<Decisions> {
  const { truth, answers = {} } = register;
  const names = truth.names.length;
  const accepted = await planRegister(register, {});
  const answered =
    Object.keys(answers).length === 0 ? accepted : await planRegister(register, answers);
  const result = resultOf(answered, names);
  const open = openIds(answered);
  const isAcceptedRight =
    openIds(accepted).length > 0 || isDeepStrictEqual(resultOf(accepted, names), truth);
  return {
    rows: answered.preview.rows.total,
    count: 1 + Object.keys(answers).length,
    result,
    isRight: open.length === 0 && isDeepStrictEqual(result, truth),
    isSilentlyWrong: !isAcceptedRight,
    open,
  };
}

/** The largest number of decisions that a first import should need. */
export const fewDecisions = 3;
