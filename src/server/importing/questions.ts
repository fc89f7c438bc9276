import type { ImportAnswers, ImportQuestion, QuestionKind } from '#contract/imports.ts';
import type { Language } from '#domain/language.ts';
import { projectFieldTerms, stageTerms, statusTerms, term } from '#domain/terms/index.ts';
import { stages, statuses } from '#domain/stage.ts';
import { settles } from './answers.ts';
import { message, type MessageKey, type MessageValues } from './messages.ts';
import { fields, synonymData } from './synonyms.ts';

type Choice = ImportQuestion['choices'][number];

/** Questions in a reader's language. One with a default doesn't hold a commit back. */
export class Questions {
  private readonly list: ImportQuestion[] = [];
  private readonly answered: ImportQuestion[] = [];
  private readonly language: Language;
  private readonly answers: ImportAnswers;
  constructor(language: Language, answers: ImportAnswers) {
    this.language = language;
    this.answers = answers;
  }

  choice(value: string, key: MessageKey): Choice {
    return { value, label: message(key, this.language) };
  }
  /** Adds a question unless its answer settles it: what stands in a preview without a default is what holds a commit back. */
  ask(
    id: QuestionKind | 'jumps',
    text: MessageKey,
    choices: readonly Choice[],
    more: {
      readonly default?: string;
      readonly items?: NonNullable<ImportQuestion['items']>;
      readonly values?: MessageValues;
      readonly kind?: QuestionKind;
    } = {},
  ): void {
    const { values, kind, ...rest } = more;
    const list = settles(id, this.answers[id], { choices, ...more }) ? this.answered : this.list;
    list.push({
      id,
      kind: kind ?? (id === 'jumps' ? 'unit' : id),
      text: message(text, this.language, values ?? {}),
      choices,
      ...rest,
    });
  }
  fieldChoices(): Choice[] {
    return [
      ...fields.map((f) => ({ value: f as string, label: fieldLabel(f, this.language) })),
      this.choice('extra', 'c_extra'),
      this.choice('ignore', 'c_ignore'),
    ];
  }
  stageChoices(): Choice[] {
    return [
      ...[...stages, 'unknown' as const].map((s) => ({ value: s as string, label: term(stageTerms, s, this.language) })),
      ...statuses.map((s) => ({ value: s as string, label: term(statusTerms, s, this.language) })),
      this.choice('keep', 'c_keep_words'),
    ];
  }
  /** Questions that an answer settles. */
  settled(): readonly ImportQuestion[] {
    return this.answered;
  }
  all(): readonly ImportQuestion[] {
    return this.list;
  }
}

/** The name of a field: the term of the interface, else the first word of the synonyms. */
function fieldLabel(field: (typeof fields)[number], language: Language): string {
  const named = term(projectFieldTerms, field, language);
  if (named !== field) return named;
  const [zh, ja, en] = synonymData[field];
  return { 'zh-CN': zh, ja, en }[language].split('；')[0] ?? field;
}
