import { compact } from '#domain/values/compact.ts';
import { stages, statuses, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import {
  findBuiltInIndustry,
  prefectureTerms,
  siteModeTerms,
  stageTerms,
  statusTerms,
} from '#domain/labels/index.ts';
import type { Text } from '#domain/values/language.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { memoise } from '#server/core/memoise.ts';
import { isCancellation, proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { readCountry } from '#server/imports/vocabulary/countries.ts';
import {
  findWordKey,
  normaliseWord,
  siteWords,
  stageWords,
  statusWords,
} from '#server/imports/vocabulary/words.ts';

export interface StageReading {
  readonly stage?: StageOrUnknown;
  readonly status?: Status;
  readonly word?: string;
  readonly isKnown: boolean;
  /** Whether only a person can say what the word means. */
  readonly needsAnswer?: true;
}

/** Removes endings without meaning: 节能环保产业 becomes 节能环保. */
const dropEnding = (word: string): string =>
  word.replace(/(?:产业|行业|領域|领域|分野|功能区|区域)$/, '');

const listTexts = (
  entries: readonly { readonly id: string; readonly name: Text; readonly short?: Text }[],
): Map<string, string> => {
  const words = entries.flatMap(({ id, name, short }) =>
    [id, ...Object.values(name), ...Object.values(short ?? {})].map(
      (word) => [normaliseWord(word), id] as const,
    ),
  );
  // a complete word takes precedence over the word of another entry without its ending
  return new Map([
    ...words.map(([word, id]) => [dropEnding(word), id] as const).toReversed(),
    ...words,
  ]);
};
const termWords = (terms: Readonly<Record<string, Text>>): Map<string, string> =>
  new Map(
    Object.entries(terms).flatMap(([id, text]) =>
      [id, ...Object.values(text)].map((w) => [normaliseWord(w), id] as const),
    ),
  );
const stageIds = termWords(stageTerms);
const statusIds = termWords(statusTerms);
const siteIds = termWords(siteModeTerms);

/** Prefectures by code, by name in three languages, and by name without 县, 県, 都, 府. */
const prefectures = new Map(
  Object.entries(prefectureTerms).flatMap(([code, text]) =>
    Object.values(text).flatMap((w) => [
      [normaliseWord(w), code] as const,
      [normaliseWord(w.replace(/[县県都府]$/, '')), code] as const,
    ]),
  ),
);

/** Whether a word is the name of a prefecture. */
export const isPrefecture = (word: string): boolean => prefectures.has(normaliseWord(word));

/** Reads `stage/status`, a stage, or a status from an answer. */
function parseTarget(target: string): {
  readonly stage?: StageOrUnknown;
  readonly status?: Status;
} {
  const out: { stage?: StageOrUnknown; status?: Status } = {};
  for (const part of target.split('/')) {
    if ((stages as readonly string[]).includes(part) || part === 'unknown')
      out.stage = part as StageOrUnknown;
    else if ((statuses as readonly string[]).includes(part)) out.status = part as Status;
  }
  return out;
}

/** Whether each part of an answer about a word is a stage, a status or `keep`. */
const isWordMeaning = (target: string): boolean =>
  target.split('/').every((part) => part === 'keep' || Object.keys(parseTarget(part)).length > 0);

/**
 * Reads the answers about single stage words.
 * @returns the meaning by normalised word: `stage`, `status`, `stage/status` or `keep`; and the
 * normalised words whose answer is none of these
 */
export function readWordMeanings({ stage_words: answer }: ImportAnswers): {
  readonly meanings: ReadonlyMap<string, string>;
  readonly unreadable: ReadonlySet<string>;
} {
  const entries = Object.entries(typeof answer === 'string' ? {} : (answer ?? {})).map(
    ([word, meaning]) => [normaliseWord(word), meaning] as const,
  );
  return {
    meanings: new Map(entries.filter(([, meaning]) => isWordMeaning(meaning))),
    unreadable: new Set(
      entries.filter(([, meaning]) => !isWordMeaning(meaning)).map(([word]) => word),
    ),
  };
}

/** Reads a target in a column of stages. If it names no stage, the word itself stays. */
function readStageTarget(
  target: ReturnType<typeof parseTarget>,
  word: string,
  column: 'stage' | 'status',
): Omit<StageReading, 'isKnown'> {
  const isStage = target.stage !== undefined && target.stage !== 'unknown';
  return column === 'stage' && !isStage ? { ...target, stage: 'unknown', word } : target;
}

/** Maps words of registers to ids of this zone. Unknown words stay. */
export class Vocabulary {
  private readonly industries: Map<string, string>;
  private readonly zones: Map<string, string>;
  private readonly answered: ReadonlyMap<string, string>;
  /** Whether an unknown word has its proposed meaning unless an answer differs. */
  readonly #takesProposals: boolean;
  /** The zone's own words for stages. */
  private readonly ownStages: Map<string, string>;
  /** The proposals for words that other words of the file make clear, by column and word. */
  readonly #unclear: ReadonlyMap<string, string>;
  constructor(
    register: KnownRegister,
    answers: ImportAnswers,
    unclear: readonly {
      readonly word: string;
      readonly column: 'stage' | 'status';
      readonly proposal: string;
    }[] = [],
  ) {
    this.#unclear = new Map(
      unclear.map(({ word, column, proposal }) => [`${column} ${normaliseWord(word)}`, proposal]),
    );
    this.industries = listTexts(register.industries);
    this.zones = listTexts(register.function_zones);
    this.ownStages = termWords(register.stage_words ?? {});
    this.#takesProposals = answers.stage_words !== 'keep';
    this.answered = readWordMeanings(answers).meanings;
  }

  /**
   * Finds an industry: one of the zone, else a built-in one by its name in Chinese, Japanese or
   * English, else the word itself.
   */
  readonly industry: (word: string) => string = memoise((word) => {
    const industry = this.find(this.industries, word);
    return industry === word && !this.industries.has(normaliseWord(word))
      ? (findBuiltInIndustry(dropEnding(word)) ?? this.#firstSpelling(word))
      : industry;
  });
  readonly #spellings = new Map<string, string>();
  /**
   * Returns the first spelling of an unknown word in the file, so that other spellings give the
   * same industry.
   */
  #firstSpelling(word: string): string {
    const key = dropEnding(normaliseWord(word));
    const first = this.#spellings.get(key) ?? word;
    this.#spellings.set(key, first);
    return first;
  }
  readonly zone = memoise((word) => this.find(this.zones, word));
  private find(table: Map<string, string>, word: string): string {
    const key = normaliseWord(word);
    const exact = table.get(key);
    if (exact !== undefined) return exact;
    return table.get(dropEnding(key)) ?? word;
  }
  readonly prefecture = memoise((word) => {
    const code = /^\d{1,2}$/.test(word) ? word.padStart(2, '0') : undefined;
    return code !== undefined && Object.hasOwn(prefectureTerms, code)
      ? code
      : (prefectures.get(normaliseWord(word)) ?? word);
  });
  readonly country = memoise((word) => readCountry(word) ?? word);
  readonly siteMode = memoise((word): { readonly mode?: 'land' | 'lease' | 'office' } => {
    const id = siteIds.get(normaliseWord(word)) ?? findWordKey(siteWords, word);
    return id === 'land' || id === 'lease' || id === 'office' ? { mode: id } : {};
  });
  private readonly stageMemo = memoise((word) => this.readStage(word, 'stage'));
  private readonly statusMemo = memoise((word) => this.readStage(word, 'status'));

  /**
   * Finds the meaning of a word in a stage or status column: by the user's answer, else by ids and
   * terms, else by the words of registers.
   */
  stage(word: string, column: 'stage' | 'status'): StageReading {
    return (column === 'stage' ? this.stageMemo : this.statusMemo)(word);
  }
  /**
   * Reads a word in two languages, of which either tells: Mis en service / مشغل.
   * @returns undefined for other words, and if the two mean different things
   */
  #readLanguages(word: string, column: 'stage' | 'status'): StageReading | undefined {
    const [first = '', second = '', ...others] = word.split(/\s\/\s/);
    if (first === '' || second === '' || others.length > 0) return undefined;
    const readings = [first, second].map((part) => this.readStage(part, column));
    if (readings.some(({ needsAnswer }) => needsAnswer === true)) return undefined;
    const meanings = readings.flatMap(
      ({ stage, status }) => status ?? (stage === 'unknown' ? [] : (stage ?? [])),
    );
    return new Set(meanings).size === 1 ? readings.find(({ isKnown }) => isKnown) : undefined;
  }
  private readStage(word: string, column: 'stage' | 'status'): StageReading {
    const answer = this.answered.get(normaliseWord(word));
    if (answer !== undefined) {
      return { ...readStageTarget(parseTarget(answer), word, column), isKnown: true };
    }
    const key = normaliseWord(word);
    const unclear = this.#unclear.get(`${column} ${key}`);
    if (unclear !== undefined) {
      const meaning = this.#takesProposals ? unclear : 'closed';
      return { ...readStageTarget(parseTarget(meaning), word, column), isKnown: false };
    }
    const stage =
      ((this.ownStages.get(key) ?? stageIds.get(key)) as StageOrUnknown | undefined) ??
      findWordKey(stageWords, word);
    const status = (statusIds.get(key) as Status | undefined) ?? findWordKey(statusWords, word);
    const joint =
      stage === undefined && status === undefined ? this.#readLanguages(word, column) : undefined;
    if (joint !== undefined) return joint;
    if (stage === undefined && status === undefined && isCancellation(word))
      return { stage: 'unknown', word, isKnown: false, needsAnswer: true };
    // in a column of stages, a word such as Active or In progress names no stage
    const isStageless = status === undefined || (status === 'active' && column === 'stage');
    const proposal =
      stage === undefined && isStageless && this.#takesProposals ? proposeStage(word) : undefined;
    if (proposal !== undefined)
      return { ...readStageTarget(parseTarget(proposal), word, column), isKnown: false };
    if (column === 'stage') {
      // no register uses the term for "stage not set"
      if (stage !== undefined) return { stage, isKnown: true };
      return status === undefined
        ? { stage: 'unknown', word, isKnown: false }
        : { stage: 'unknown', status, word, isKnown: status !== 'active' };
    }
    return status === undefined
      ? { ...compact({ stage }), isKnown: stage !== undefined }
      : { status, isKnown: true };
  }
}
