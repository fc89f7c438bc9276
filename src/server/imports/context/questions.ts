import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers, ImportQuestion } from '#contract/imports/preview-schemas.ts';
import type { QuestionKind } from '#contract/imports/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { statusTerms, term, type Terms, zoneStageTerms } from '#domain/labels/index.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { settles } from '#server/imports/answers.ts';
import { fieldLabel } from '#server/imports/vocabulary/field-label.ts';
import { message, type MessageKey, type MessageValues } from '#server/imports/labels/messages.ts';
import { fields } from '#server/imports/vocabulary/synonyms.ts';

type Shown = ImportQuestion['choices'][number];
/** A choice before it is said in a language. */
export interface Choice {
  readonly value: string;
  readonly label: (language: Language) => string;
  /** Lines of the file as they read with this choice. */
  readonly examples?: readonly string[];
}
interface Asked {
  readonly question: Omit<ImportQuestion, 'text' | 'choices'>;
  readonly text: (language: Language) => string;
  readonly choices: readonly Choice[];
  readonly reasons?: (language: Language) => readonly string[];
}
const said = (choices: readonly Choice[], language: Language): Shown[] =>
  choices.map(({ value, label, examples }) => ({
    value,
    label: label(language),
    ...compact({ examples }),
  }));

/** Questions about what the numbers of amounts mean, beside the one for their unit. */
const unitQuestions = ['jumps', 'falls', 'decimal_sign', 'magnitude', 'quarter_values'] as const;
/** Questions of another kind than their own. */
type KindlessQuestion = 'equal_names' | 'sheets' | 'fiscal_year';
type UnitQuestion = (typeof unitQuestions)[number];
const isUnitQuestion = (id: string): id is UnitQuestion =>
  (unitQuestions as readonly string[]).includes(id);

function kindOf(id: QuestionKind | UnitQuestion | KindlessQuestion): QuestionKind {
  if (id === 'equal_names' || id === 'sheets') return 'several_rows';
  if (id === 'fiscal_year') return 'date_order';
  return isUnitQuestion(id) ? 'unit' : id;
}

/** Questions, said in any language. One with a default doesn't hold a commit back. */
export class Questions {
  private readonly list: Asked[] = [];
  private readonly answered: Asked[] = [];
  private readonly answers: ImportAnswers;
  private readonly stageTerms: Terms;
  constructor(answers: ImportAnswers, stageWords: StageWords | undefined) {
    this.answers = answers;
    this.stageTerms = zoneStageTerms(stageWords);
  }

  choice(value: string, key: MessageKey): Choice {
    return { value, label: (language) => message(key, language) };
  }
  /** A choice that is its own name. */
  named(value: string, label = value): Choice {
    return { value, label: () => label };
  }
  /**
   * Adds a question unless its answer settles it: what stands in a preview without a default is
   * what holds a commit back.
   */
  ask(
    id: QuestionKind | UnitQuestion | KindlessQuestion,
    text: MessageKey,
    choices: readonly Choice[],
    more: {
      readonly default?: string;
      readonly proposal?: string;
      readonly items?: NonNullable<ImportQuestion['items']>;
      readonly values?: MessageValues;
      readonly kind?: QuestionKind;
      /** Stays open whatever is answered: what it asks shows in what was read. */
      readonly open?: boolean;
      /** What the question rests on, one sentence each. */
      readonly reasons?: (language: Language) => readonly string[];
    } = {},
  ): void {
    const { values, kind, open = false, reasons, ...rest } = more;
    const list = !open && settles(id, this.answers[id], choices) ? this.answered : this.list;
    list.push({
      question: { id, kind: kind ?? kindOf(id), ...rest },
      text: (language) => message(text, language, values ?? {}),
      choices,
      ...compact({ reasons }),
    });
  }
  fieldChoices(): Choice[] {
    return [
      ...fields.map((f) => ({
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
  /** Questions that an answer settles. */
  settled(language: Language): readonly ImportQuestion[] {
    return this.answered.map((one) => inLanguage(one, language));
  }
  all(language: Language): readonly ImportQuestion[] {
    return this.list.map((one) => inLanguage(one, language));
  }
}
const inLanguage = (
  { question, text, choices, reasons }: Asked,
  language: Language,
): ImportQuestion => ({
  ...question,
  text: text(language),
  choices: said(choices, language),
  ...compact({ reasons: reasons === undefined ? undefined : reasons(language) }),
});
/** What can be chosen, in a language. */
export const choicesIn = (
  {
    fields: f,
    stages: s,
  }: { readonly fields: readonly Choice[]; readonly stages: readonly Choice[] },
  language: Language,
) => ({
  fields: said(f, language),
  stages: said(s, language),
});
