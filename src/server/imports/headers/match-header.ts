import { compact } from '#domain/values/compact.ts';
import { isField, type Field } from '#server/imports/vocabulary/synonyms.ts';
import { isMeasure, isDateField } from '#server/imports/vocabulary/field-kinds.ts';
import { writeInLatin } from '#server/imports/vocabulary/latin-letters.ts';
import { namesMemorandum } from '#server/imports/vocabulary/memoranda.ts';
import { simplify } from '#server/imports/vocabulary/traditional-characters.ts';
import { orderDateWords } from './date-words.ts';
import { findHeaderInvestment } from './investment-words.ts';
import { findHeaderJobs } from './job-words.ts';
import { namesLand } from './land-words.ts';
import { spellOut } from './identifier.ts';
import { findHeaderMilestone, foldHeader, plannedWords } from './milestone-words.ts';
import { namesSigning } from './signing-words.ts';
import { joinUnits, splitLanguages } from './header-languages.ts';
import { measureSimilarity } from './similarity.ts';
import { ambiguous, byLength, exact, numbers } from './synonym-index.ts';
import {
  normaliseHeader,
  splitHeader,
  splitUnknownCurrency,
  type HeaderUnit,
  type SplitHeader,
} from './header-text.ts';

export type HeaderMatch =
  | { readonly kind: 'synonym' | 'similar'; readonly field: Field }
  | {
      readonly kind: 'ambiguous';
      readonly field?: Field;
      /** Whether the words of the header name its event, but not whether it is planned. */
      readonly isMilestone?: true;
    }
  | { readonly kind: 'row_number' }
  | { readonly kind: 'none' };

const isLatin = (s: string): boolean => /^[\u0020-\u024f]*$/.test(s);

/** Latin words must match as whole words: `Ref` is not part of `Preference`. */
function contains(header: string, compact: string, synonym: string): boolean {
  if (!isLatin(synonym)) return synonym.length >= 2 && compact.includes(synonym);
  if (synonym.length < 4) return false;
  const words = header
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  for (let i = 0; i < words.length; i += 1) {
    let text = '';
    for (let j = i; j < words.length && text.length < synonym.length; j += 1) {
      text += words[j];
      if (text === synonym) return true;
    }
  }
  return false;
}

/** Matches the words of a header; those of Serbian and Macedonian in Latin letters too. */
function matchOne(words: string): HeaderMatch {
  const match = matchWords(words);
  const latin = match.kind === 'none' ? writeInLatin(words) : undefined;
  return latin === undefined ? match : matchWords(latin);
}

function matchWords(words: string): HeaderMatch {
  const key = normaliseHeader(words);
  if (key === '') return { kind: 'none' };
  if (numbers.has(key)) return { kind: 'row_number' };
  const open = ambiguous.get(key);
  if (open !== undefined)
    return isField(open) ? { kind: 'ambiguous', field: open } : { kind: 'ambiguous' };
  const match = findExact(key) ?? findDate(words) ?? findSharedName(words);
  if (match) return { kind: 'synonym', field: match };
  const investment = findHeaderInvestment(words);
  if (investment !== undefined)
    return {
      kind: investment === 'planned' ? 'synonym' : 'ambiguous',
      field: 'total_investment',
    };
  if (namesSigning(words)) return { kind: 'synonym', field: 'signed_date' };
  const jobs = findHeaderJobs(words);
  if (jobs !== undefined) return { kind: jobs.isSure ? 'synonym' : 'similar', field: jobs.field };
  const milestone = findHeaderMilestone(words);
  if (milestone === undefined || milestone.isBare) return { kind: 'none' };
  return milestone.isSure
    ? { kind: 'synonym', field: milestone.field }
    : { kind: 'ambiguous', field: milestone.field, isMilestone: true };
}

const findExact = (key: string): Field | undefined =>
  exact.get(key) ?? exact.get(simplify(key)) ?? exact.get(simplify(key).replace(/日期$/, '时间'));
/** Finds the field of dates that a header names in another word order. */
function findDate(words: string): Field | undefined {
  const all = orderDateWords(words).map((usual) => findExact(normaliseHeader(usual)));
  return all.find(isDateField);
}

/**
 * A column of companies or projects names the project, as Firma / Proje Adı does: its investor is
 * known only where another column names it.
 */
function findSharedName(words: string): Field | undefined {
  const parts = words.split(/\s*[/／]\s*/);
  const named = parts.map((part) => findExact(normaliseHeader(part)));
  return parts.length === 2 &&
    named.includes('project_name') &&
    named.every((field) => field === undefined || namesOfProjects.has(field))
    ? 'project_name'
    : undefined;
}
const namesOfProjects: ReadonlySet<Field> = new Set([
  'project_name',
  'investor_name',
  'company_name',
]);

const saysPlanned = /计划|预计|拟|予定|計画|예정|dự kiến|\bplan|expected|pr[ée]vu|geplant|previst/i;
/**
 * Replaces a field of actual dates or amounts by the planned one if the header says so, as 计划竣工日期
 * and Rencana output do.
 */
function toPlannedField(words: string, field: Field): Field {
  const plan = field.replace(/_actual$/, '_plan');
  const isPlanned =
    saysPlanned.test(words) || foldHeader(words).some((word) => plannedWords.has(word));
  return isPlanned && isField(plan) ? plan : field;
}

/** Proposes the field of similar words. The day of a memorandum is no day of a contract. */
function propose(words: string): HeaderMatch {
  const match = proposeSimilar(words);
  return 'field' in match && match.field === 'signed_date' && namesMemorandum(words)
    ? { kind: 'none' }
    : match;
}

function proposeSimilar(words: string): HeaderMatch {
  const key = normaliseHeader(words);
  if (key.length < 2) return { kind: 'none' };
  const simple = simplify(key);
  const inside = byLength.find(([word]) => contains(words, simple, word));
  if (inside) return { kind: 'similar', field: toPlannedField(words, inside[1]) };
  let best: { field: Field; score: number } | undefined;
  for (const [word, field] of byLength) {
    const score = measureSimilarity(simple, word);
    if (score >= 0.85 && score > (best?.score ?? 0)) best = { field, score };
  }
  return best ? { kind: 'similar', field: toPlannedField(words, best.field) } : { kind: 'none' };
}

export interface MatchedHeader {
  readonly match: HeaderMatch;
  readonly unit?: HeaderUnit;
  readonly unitText?: string;
  readonly words: string;
}

/**
 * Splits the unit off a header. A multiple beside an unknown word is the unit of an amount only: a
 * capacity may be in million t.
 */
function splitUnit(header: string): SplitHeader {
  const usual = splitHeader(header);
  const unknown = usual.unit === undefined ? splitUnknownCurrency(header) : undefined;
  if (unknown === undefined) return usual;
  const match = matchOne(unknown.words);
  return 'field' in match && isMeasure(match.field) ? unknown : usual;
}

/** The amounts that a header of an event names with a unit: Completed (million). */
const amountsOfEvents: Readonly<Partial<Record<Field, Field>>> = {
  completion_actual: 'fai_done_total',
  signed_date: 'contracted_amount',
};

/** Replaces a field of dates by one of amounts below a header with a unit: no day has a unit. */
function fitUnit(match: HeaderMatch, unit: HeaderUnit | undefined): HeaderMatch {
  if (unit?.amount === undefined || !('field' in match) || !isDateField(match.field)) return match;
  const field = match.field && amountsOfEvents[match.field];
  // M alone may be a month
  if (field === undefined && unit.amount.text.length === 1) return match;
  return field === undefined ? { kind: 'none' } : { kind: 'similar', field };
}

/**
 * Matches a header of one or two rows: by the words of both rows in either order, else by those of
 * the child, else by each of its languages. A header that matches none exactly is compared with
 * similar words, the child's first.
 */
function matchText(parent: string, child: string): MatchedHeader {
  const c = splitUnit(child);
  const p = splitHeader(parent);
  const languages = splitLanguages(child).map(splitHeader);
  const unit =
    joinUnits(
      c.unit,
      languages.map((one) => one.unit),
    ) ?? p.unit;
  const unitText = c.unitText ?? p.unitText;
  const rest = {
    words: c.words === '' ? p.words : c.words,
    ...compact({ unit, unitText }),
  };
  // both come first, so that 开工时间 over 计划 | 实际 does not become 实际开工 twice
  const tries =
    parent === '' || child === ''
      ? [c.words || p.words]
      : [`${p.words} ${c.words}`, `${c.words} ${p.words}`, c.words];
  if (
    [rest.words, ...languages.map(({ words }) => words)].some((one) => namesLand(one, unit?.area))
  )
    return { match: { kind: 'synonym', field: 'land_mu' }, ...rest };
  for (const words of tries) {
    const match = fitUnit(matchOne(words), unit);
    if (match.kind !== 'none') return { match, ...rest };
  }
  for (const { words } of languages) {
    const match = fitUnit(matchOne(words), unit);
    if (match.kind !== 'none') return { match, ...rest };
  }
  for (const words of parent === '' ? tries : [c.words, tries[0] ?? '']) {
    const match = fitUnit(propose(words), unit);
    if (match.kind !== 'none') return { match, ...rest };
  }
  return { match: { kind: 'none' }, ...rest };
}

const certainty: Readonly<Record<HeaderMatch['kind'], number>> = {
  synonym: 3,
  row_number: 3,
  ambiguous: 2,
  similar: 1,
  none: 0,
};

/**
 * Matches a header of one or two rows. A name of a program, as startDate, is also matched by its
 * words; the surer match counts, of two the one with a unit.
 */
export function matchHeader(parent: string, child: string): MatchedHeader {
  const usual = matchText(parent, child);
  const words = spellOut(child);
  if (words === undefined) return usual;
  const other = matchText(parent, words);
  const gain = certainty[other.match.kind] - certainty[usual.match.kind];
  const hasUnit = other.unit !== undefined && usual.unit === undefined;
  return gain > 0 || (gain === 0 && hasUnit) ? other : usual;
}

/** Counts the cells of a row that are certainly header words, to find the header row. */
export const countHeaderWords = (cells: readonly (string | number)[]): number =>
  cells.filter(
    (c) =>
      typeof c === 'string' &&
      c.length <= 60 &&
      ['synonym', 'row_number', 'ambiguous'].includes(
        matchOne(splitHeader(spellOut(c) ?? c).words).kind,
      ),
  ).length;
