import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import type { QuestionKind } from '#contract/imports/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { statusTerms, term, type Terms, zoneStageTerms } from '#domain/labels/index.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { settles } from '#server/imports/answers.ts';
import { fieldLabel, isFieldOfZone } from '#server/imports/vocabulary/field-label.ts';
import {
  formatMessage,
  type MessageKey,
  type MessageValues,
} from '#server/imports/labels/messages.ts';
import { fields, type Field } from '#server/imports/vocabulary/synonyms.ts';

type TranslatedChoice = ImportQuestion['choices'][number];
/** A choice in all languages. */
export interface Choice {
  readonly value: string;
  readonly label: (language: Language) => string;
  /** Example lines of the file as this choice would read them. */
  readonly examples?: readonly string[];
}
interface QuestionDraft {
  readonly question: Omit<ImportQuestion, 'text' | 'choices'>;
  readonly text: (language: Language) => string;
  readonly choices: readonly Choice[];
  readonly reasons?: (language: Language) => readonly string[];
}
const translateAll = (choices: readonly Choice[], language: Language): TranslatedChoice[] =>
  choices.map(({ value, label, examples }) => ({
    value,
    label: label(language),
    ...compact({ examples }),
  }));

/** Questions about the meaning of amounts, except the one about their unit. */
const unitQuestions = ['jumps', 'falls', 'decimal_sign', 'magnitude', 'quarter_values'] as const;
/** Questions whose kind differs from their id. */
type QuestionOfOtherKind = 'equal_names' | 'sheets' | 'fiscal_year';
type UnitQuestion = (typeof unitQuestions)[number];
const isUnitQuestion = (id: string): id is UnitQuestion =>
  (unitQuestions as readonly string[]).includes(id);

function chooseKind(id: QuestionKind | UnitQuestion | QuestionOfOtherKind): QuestionKind {
  if (id === 'equal_names' || id === 'sheets') return 'several_rows';
  if (id === 'fiscal_year') return 'date_order';
  return isUnitQuestion(id) ? 'unit' : id;
}

/** The questions of a plan in all languages. A question with a default doesn't block a commit. */
export class Questions {
  private readonly list: QuestionDraft[] = [];
  private readonly answered: QuestionDraft[] = [];
  private readonly answers: ImportAnswers;
  private readonly stageTerms: Terms;
  /** Whether the register is known to be of a zone outside China. */
  isAbroad = false;
  constructor(answers: ImportAnswers, stageWords: StageWords | undefined) {
    this.answers = answers;
    this.stageTerms = zoneStageTerms(stageWords);
  }

  choice(value: string, key: MessageKey): Choice {
    return { value, label: (language) => formatMessage(key, language) };
  }
  /** Makes a choice with the same label in every language, by default its value. */
  plainChoice(value: string, label = value): Choice {
    return { value, label: () => label };
  }
  /**
   * Adds a question unless its answer settles it. An unsettled question without a default blocks
   * the commit.
   */
  ask(
    id: QuestionKind | UnitQuestion | QuestionOfOtherKind,
    text: MessageKey,
    choices: readonly Choice[],
    more: {
      readonly default?: string;
      readonly proposal?: string;
      /** Whether a person confirms the default, which nothing in the file states. */
      readonly confirm?: true;
      readonly items?: NonNullable<ImportQuestion['items']>;
      readonly values?: MessageValues;
      readonly kind?: QuestionKind;
      /** Whether the question stays open whatever the answer is. */
      readonly open?: boolean;
      /** Whether the file answers the question. Users can still change the answer. */
      readonly settled?: boolean;
      /** The reasons of the question, one sentence each. */
      readonly reasons?: (language: Language) => readonly string[];
    } = {},
  ): void {
    const { values, kind, open = false, settled = false, reasons, ...rest } = more;
    const isSettled = !open && (settled || settles(id, this.answers[id], choices));
    const list = isSettled ? this.answered : this.list;
    list.push({
      question: { id, kind: kind ?? chooseKind(id), ...rest },
      text: (language) => formatMessage(text, language, values ?? {}),
      choices,
      ...compact({ reasons }),
    });
  }
  /** Whether one of the questions waits for an answer, without which nothing is stored. */
  isOpen(...ids: readonly string[]): boolean {
    return this.list.some(
      ({ question }) => ids.includes(question.id) && question.default === undefined,
    );
  }
  /** Lists the fields that a column can hold, of a register whose columns have these. */
  fieldChoices(columns: readonly { readonly field?: Field }[]): Choice[] {
    const ownFields = new Set(columns.map(({ field }) => field));
    const list = fields.filter((f) => ownFields.has(f) || isFieldOfZone(f, this.isAbroad));
    return [
      ...list.map((f) => ({
        value: f as string,
        label: (language: Language) => fieldLabel(f, language),
      })),
      this.choice('extra', 'c_extra'),
      this.choice('ignore', 'c_ignore'),
    ];
  }
  stageChoices(): Choice[] {
    return [
      ...[...stages, 'unknown' as const].map((s) => ({
        value: s as string,
        label: (language: Language) => term(this.stageTerms, s, language),
      })),
      ...statuses.map((s) => ({
        value: s as string,
        label: (language: Language) => term(statusTerms, s, language),
      })),
      this.choice('keep', 'c_keep_words'),
    ];
  }
  /** Lists the questions that an answer or the file settled. */
  listSettled(language: Language): readonly ImportQuestion[] {
    return this.answered.map((one) => translateQuestion(one, language));
  }
  listOpen(language: Language): readonly ImportQuestion[] {
    return this.list.map((one) => translateQuestion(one, language));
  }
}
const translateQuestion = (
  { question, text, choices, reasons }: QuestionDraft,
  language: Language,
): ImportQuestion => ({
  ...question,
  text: text(language),
  choices: translateAll(choices, language),
  ...compact({ reasons: reasons === undefined ? undefined : reasons(language) }),
});
/** Translates choices to a language. */
export const translateChoices = (
  {
    fields: f,
    stages: s,
  }: { readonly fields: readonly Choice[]; readonly stages: readonly Choice[] },
  language: Language,
) => ({
  fields: translateAll(f, language),
  stages: translateAll(s, language),
});
