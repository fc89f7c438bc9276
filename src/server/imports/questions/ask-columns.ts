import { compact } from '#domain/values/compact.ts';
import { stageTerms, statusTerms } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import { namesProjects, namingFields } from '#contract/imports/constants.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { showStages } from '#server/imports/vocabulary/fact-fields.ts';
import { isCancellation, proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import type { UnclearStage } from '#server/imports/rows/unclear-stages.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import type { DatedStage, RowSamples } from '#server/imports/rows/row-samples.ts';
import { readWordMeanings } from '#server/imports/context/zone-vocabulary.ts';
import { normaliseWord } from '#server/imports/vocabulary/words.ts';
import type { Choice } from '#server/imports/context/questions.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** Reports substitutes: a company name used as the project name, a mark used as a stage. */
export function noteReading(
  { problems }: ImportContext,
  columns: readonly Column[],
  isMarked: boolean,
): void {
  const naming = namingFields
    .map((field) => columns.find((c) => c.field === field))
    .find((c) => c !== undefined);
  if (naming !== undefined && naming.field !== 'project_name')
    problems.add('named_by_company', { index: naming.index, header: naming.key });
  if (isMarked) problems.add('stage_marks');
}

/**
 * Lists the columns that the question about amounts names: those like amounts, where the file has
 * no recognised amount, and the column of its answer.
 */
function listAmountCandidates(
  { request }: ImportContext,
  columns: readonly Column[],
): readonly Column[] {
  const answer = request.answers['amount_column'];
  if (answer === undefined && columns.some(({ field }) => isMeasure(field))) return [];
  return columns.filter(
    ({ key, mayBeMoney }) => key !== '' && (mayBeMoney === true || key === answer),
  );
}

/**
 * Finds the column that the question about stages names: the only one that may hold stages, where
 * no other column shows them, or the column of its answer.
 */
function findStageCandidate(
  { request }: ImportContext,
  columns: readonly Column[],
): Column | undefined {
  const answer = request.answers['stage_column'];
  const answerColumn = columns.find(({ key }) => key === answer);
  if (answerColumn !== undefined) return answerColumn;
  if (showStages(columns.map(({ field }) => field))) return undefined;
  const [first, ...others] = columns.filter(
    ({ key, mayBeStages }) => key !== '' && mayBeStages === true,
  );
  return others.length === 0 ? first : undefined;
}

/**
 * Asks about columns without a certain match. The default is the proposal, except for an ambiguous
 * header or a file without a name column. A column has one question: one that may hold amounts or
 * stages is in a question of its own.
 */
export function askAboutColumns(
  context: ImportContext,
  columns: readonly Column[],
  count: number,
): void {
  const { questions, request } = context;
  const nameless = count === 0 || !namesProjects(columns.map(({ field }) => field));
  const candidates = [
    ...listAmountCandidates(context, columns),
    findStageCandidate(context, columns),
  ];
  const unsure = columns.filter(
    (c) =>
      c.key !== '' &&
      !c.empty &&
      !candidates.includes(c) &&
      (c.how === 'similar' || c.how === 'content' || c.how === 'unmatched'),
  );
  if (unsure.length === 0 && !nameless) return;
  const isUnanswered = request.answers.mapping === undefined;
  // a file without project names would store nothing, so users cannot skip this question
  const blocking =
    unsure.some((c) => c.open) || nameless || (context.header.isMissing === true && isUnanswered);
  questions.ask('mapping', 'q_mapping', questions.fieldChoices(columns), {
    items: unsure.map((c) => ({
      key: c.key,
      count: c.examples.length,
      proposal: c.field ?? 'extra',
      examples: c.examples,
    })),
    ...compact({
      open: blocking ? nameless : undefined,
      default: blocking ? undefined : 'proposals',
    }),
  });
}

/**
 * Asks which column holds amounts, if neither a header nor a cell tells and the numbers of a column
 * are like amounts. If there is one such column, the question names it.
 */
export function askAboutAmount(context: ImportContext, columns: readonly Column[]): void {
  const { questions, request } = context;
  const candidates = listAmountCandidates(context, columns);
  if (candidates.length === 0 && request.answers['amount_column'] === undefined) return;
  const [first, ...others] = candidates;
  if (first !== undefined && others.length === 0) {
    const values = { header: first.key, examples: first.examples.join('; ') };
    const label: Choice['label'] = (language) => formatMessage('c_amount_is', language, values);
    questions.ask(
      'amount_column',
      'q_amount_is',
      [{ value: first.key, label }, questions.choice('none', 'c_amount_is_not')],
      { values },
    );
    return;
  }
  questions.ask('amount_column', 'q_amount_column', [
    ...candidates.map(({ key, examples }) =>
      questions.plainChoice(key, examples.length === 0 ? key : `${key}: ${examples.join(', ')}`),
    ),
    questions.choice('none', 'c_no_amount'),
  ]);
}

/**
 * Asks whether the only column of few words that repeat holds the stages, where nothing else shows
 * them.
 */
export function askAboutStage(context: ImportContext, columns: readonly Column[]): void {
  const { questions } = context;
  const candidate = findStageCandidate(context, columns);
  if (candidate === undefined) return;
  const values = { header: candidate.key, examples: candidate.examples.join('; ') };
  const label: Choice['label'] = (language) => formatMessage('c_stage_is', language, values);
  questions.ask(
    'stage_column',
    'q_stage_is',
    [{ value: candidate.key, label }, questions.choice('none', 'c_stage_is_not')],
    { values },
  );
}

/** Rows of the file with the unknown words, and the words with two meanings. */
interface StageWordEvidence {
  readonly samples: RowSamples;
  readonly unclear: readonly UnclearStage[];
}

interface ExplainedWords {
  readonly unclear: readonly UnclearStage[];
  readonly cancellations: ReadonlySet<string>;
  /** By word, where only the dates of its rows suggest a meaning. */
  readonly datedStages: ReadonlyMap<string, DatedStage>;
}

/** Says in a reader's language why a person must check words. */
const explainWords = (
  { unclear, cancellations, datedStages }: ExplainedWords,
  language: Language,
): readonly string[] => [
  ...[...cancellations].map((word) =>
    formatMessage('r_cancelled', language, { word, unlisted: statusTerms.unlisted[language] }),
  ),
  ...unclear.map(({ word, other }) =>
    other === undefined
      ? formatMessage('r_closed', language, { word })
      : formatMessage('r_closed_completed', language, { word, other }),
  ),
  ...[...datedStages].map(([word, { stage, rows, of }]) =>
    formatMessage('r_dated_stage', language, {
      word,
      stage: stageTerms[stage][language],
      rows: String(rows),
      of: String(of),
    }),
  ),
];

/**
 * Proposes what words mean: by the words, else by the dates of their rows. `datedStages` has the
 * words that only dates explain.
 */
function proposeMeanings(
  words: readonly string[],
  unclear: readonly UnclearStage[],
  samples: RowSamples,
) {
  const proposeByWord = (key: string): string | undefined =>
    unclear.find(({ word }) => normaliseWord(word) === normaliseWord(key))?.proposal ??
    proposeStage(key);
  const datedStages = new Map(
    words.flatMap((word) => {
      const isOpen = !isCancellation(word) && proposeByWord(word) === undefined;
      const stage = isOpen ? samples.datedStage(word) : undefined;
      return stage === undefined ? [] : [[word, stage] as const];
    }),
  );
  const propose = (key: string) => proposeByWord(key) ?? datedStages.get(key)?.stage;
  return { propose, datedStages };
}

/**
 * Asks what words of stage columns mean. The default is the proposal, unless only dates suggest the
 * meaning of a word. A word without a proposal becomes a group of its own. The question has no default while a word says only that a project was
 * called off.
 */
export function askAboutWords(
  context: ImportContext,
  words: ReadonlyMap<string, number>,
  { samples, unclear }: StageWordEvidence,
): void {
  if (words.size === 0) return;
  const { meanings, unreadable } = readWordMeanings(context.request.answers);
  const unknownWords = [...words.keys()];
  const cancellations: ReadonlySet<string> = new Set(
    unknownWords.filter((word) => isCancellation(word) && !meanings.has(normaliseWord(word))),
  );
  const unclearWords = unclear.filter(({ word }) => words.has(word));
  const { propose, datedStages } = proposeMeanings(unknownWords, unclearWords, samples);
  // without a default the question blocks: an answer that is no choice is not replaced silently
  const isUnreadable = unknownWords.some((word) => unreadable.has(normaliseWord(word)));
  const fallback =
    isUnreadable || cancellations.size > 0
      ? undefined
      : datedStages.size === 0 && unknownWords.some((word) => propose(word) !== undefined)
        ? 'proposals'
        : 'keep';
  context.questions.ask('stage_words', 'q_stage_words', context.questions.stageChoices(), {
    items: [...words]
      .sort(
        ([a, count], [b, other]) =>
          Number(cancellations.has(b)) - Number(cancellations.has(a)) || other - count,
      )
      .slice(0, 200)
      .map(([key, count]) => {
        const proposal = propose(key);
        return {
          key,
          count,
          examples: samples.find(key),
          ...compact({
            proposal,
            needs_answer: cancellations.has(key) ? (true as const) : undefined,
          }),
        };
      }),
    ...compact({
      default: fallback,
      reasons:
        unclearWords.length + cancellations.size + datedStages.size === 0
          ? undefined
          : (language: Language) =>
              explainWords({ unclear: unclearWords, cancellations, datedStages }, language),
    }),
    // open as long as a word has no answer
    open:
      cancellations.size > 0 ||
      (typeof context.request.answers.stage_words !== 'string' &&
        unknownWords.some((word) => !meanings.has(normaliseWord(word)))),
  });
}
