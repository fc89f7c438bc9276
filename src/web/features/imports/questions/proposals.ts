import { stages, statuses } from '#domain/projects/stage.ts';
import { namesProjects } from '#contract/imports/constants.ts';
import type {
  ImportAnswers,
  ImportPreview,
  ImportQuestion,
} from '#contract/imports/preview-schemas.ts';
import type { Answer } from '#web/features/imports/use-import.ts';

/** Questions that need an answer even with a default, since they decide what is counted. */
const confirmedQuestions: ReadonlySet<string> = new Set([
  'stage_words',
  'several_rows',
  'equal_names',
]);
const order = [
  'encoding',
  'file_kind',
  'zone_name',
  'zone_currency',
  'edition_change',
  'mapping',
  'amount_column',
  'stage_column',
  'currency',
  'unit',
];
const findPlace = ({ id }: ImportQuestion): number =>
  order.includes(id) ? order.indexOf(id) : order.length;
const inOrder = (list: readonly ImportQuestion[]): ImportQuestion[] =>
  list.toSorted((a, b) => findPlace(a) - findPlace(b) || a.id.localeCompare(b.id));

/** Returns the questions that wait for an answer. A question that others depend on comes first. */
export const openQuestions = ({ questions }: ImportPreview): ImportQuestion[] =>
  inOrder(
    questions.filter(
      ({ id, default: proposal, confirm }) =>
        proposal === undefined || confirm === true || confirmedQuestions.has(id),
    ),
  );

const amountQuestions: ReadonlySet<string> = new Set(['amount_column', 'currency', 'unit']);
/** Whether an open question decides which amounts the file has. Until then their currency is unknown. */
export const asksForAmounts = (preview: ImportPreview): boolean =>
  openQuestions(preview).some(({ id }) => amountQuestions.has(id));

/** Returns the questions with a given or default answer. */
export const answeredQuestions = (preview: ImportPreview): ImportQuestion[] => {
  const open = new Set(openQuestions(preview).map(({ id }) => id));
  return inOrder([...preview.settled, ...preview.questions.filter(({ id }) => !open.has(id))]);
};

type Items = NonNullable<ImportQuestion['items']>;

/**
 * Proposes a stage or status for each word. A word without a proposal keeps its stage unset. A word
 * that needs an answer has no entry.
 */
export const proposeWords = (items: Items): Readonly<Record<string, string>> =>
  Object.fromEntries(
    items
      .filter(({ needs_answer }) => needs_answer !== true)
      .map(({ key, proposal }) => [key, proposal ?? 'keep']),
  );

/**
 * Finds the first word that needs an answer and has none.
 * @returns undefined if every such word has one, and for an answer about no single words
 */
export const findOpenWord = ({ items = [] }: ImportQuestion, answer: Answer): string | undefined =>
  typeof answer === 'object'
    ? items.find(({ key, needs_answer }) => needs_answer === true && answer[key] === undefined)?.key
    : undefined;

const isStage: ReadonlySet<string> = new Set([...stages, 'keep']);
const isStatus: ReadonlySet<string> = new Set(statuses);
/** Lists the stages that a word can mean, and to keep it without a stage. */
export const stageChoices = ({ choices }: ImportQuestion): ImportQuestion['choices'] =>
  choices.filter(({ value }) => isStage.has(value));
/** Lists the statuses that a word can mean in place of a stage. */
export const statusChoices = ({ choices }: ImportQuestion): ImportQuestion['choices'] =>
  choices.filter(({ value }) => isStatus.has(value));

/** Finds the proposed answer of a question. @returns undefined if nothing speaks for one answer */
export function findProposal(question: ImportQuestion, preview: ImportPreview): Answer | undefined {
  const { id, items, proposal, default: usualAnswer } = question;
  if (items === undefined) return proposal ?? usualAnswer;
  if (id === 'mapping') {
    if (
      preview.kind !== 'observations' &&
      !namesProjects([
        ...preview.columns.map(({ field }) => field),
        ...items.map((item) => item.proposal),
      ])
    )
      return undefined;
    return Object.fromEntries(items.map((item) => [item.key, item.proposal ?? 'extra']));
  }
  if (items.every((item) => item.proposal === undefined)) return undefined;
  return proposeWords(items);
}

/** Returns the proposals of all open questions as answers. Existing entries of a map stay. */
export const allProposals = (preview: ImportPreview): ImportAnswers =>
  Object.fromEntries(
    openQuestions(preview).flatMap((question): [string, Answer][] => {
      const answer = findProposal(question, preview);
      if (answer === undefined) return [];
      const previous = preview.answers[question.id];
      const isMap = typeof answer === 'object' && typeof previous === 'object';
      return [[question.id, isMap ? { ...answer, ...previous } : answer]];
    }),
  );

/**
 * Writes an answer with the label of its choice. Words that this file does not have are left out;
 * a column with an answer is no item any more.
 */
export function answerWords(
  { id, choices, items }: ImportQuestion,
  answer: Answer | undefined,
): string {
  if (answer === undefined) return '';
  const writeLabel = (value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  if (typeof answer === 'string') return writeLabel(answer);
  const entries = Object.entries(answer).filter(
    ([key]) => id === 'mapping' || items === undefined || items.some((item) => item.key === key),
  );
  const words = entries.slice(0, 3).map(([key, value]) => `“${key}” = ${writeLabel(value)}`);
  return [...words, ...(entries.length > 3 ? [`+${entries.length - 3}`] : [])].join('; ');
}
