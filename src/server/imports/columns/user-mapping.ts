import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { isField, type Field } from '#server/imports/vocabulary/synonyms.ts';

/**
 * The target of a column: a field, `extra` for a value kept with the record, or the empty text for
 * none.
 */
export type Target = Field | 'extra' | '';
const aliases: Readonly<Record<string, Target>> = {
  code: 'project_id',
  id: 'project_id',
  name: 'project_name',
  investor: 'investor_name',
  company: 'company_name',
  national_code: 'project_code',
  amount: 'total_investment',
  place: 'zone',
  ignore: '',
  none: '',
  '': '',
  extra: 'extra',
};
const parseField = (word: string): Target | undefined => (isField(word) ? word : aliases[word]);

/** Reads the mapping in the answers: header → field, or field → header or list of headers. */
export function parseUserMapping(
  answers: ImportAnswers,
  keys: readonly string[],
  onUnknown: (entry: string) => void,
): Map<string, Target> {
  const out = new Map<string, Target>();
  const mapping = answers.mapping;
  if (mapping === undefined || typeof mapping === 'string') return out;
  const byHeader = new Map(keys.map((k) => [normaliseHeader(k), k]));
  for (const [key, value] of Object.entries(mapping)) {
    const header = byHeader.get(normaliseHeader(key));
    const field = parseField(value);
    if (header !== undefined && field !== undefined) {
      out.set(header, field);
      continue;
    }
    const fieldOfKey = parseField(key);
    let hasColumn = false;
    for (const part of [value, ...value.split(/\s*[+,;，；]\s*/)]) {
      const column = byHeader.get(normaliseHeader(part));
      if (column === undefined || fieldOfKey === undefined || fieldOfKey === '') continue;
      out.set(column, fieldOfKey);
      hasColumn = true;
    }
    if (!hasColumn) onUnknown(`${key}: ${value}`);
  }
  return out;
}

/** Fields whose column an answer of its own names. */
const fieldByAnswer = { amount_column: 'total_investment', stage_column: 'stage' } as const;

/** Reads the user's mapping, with the columns of amounts and stages that other answers name. */
export function readUserMapping(
  answers: ImportAnswers,
  keys: readonly string[],
  onUnknown: (entry: string) => void,
): Map<string, Target> {
  const user = parseUserMapping(answers, keys, onUnknown);
  for (const [id, field] of Object.entries(fieldByAnswer)) {
    const key = readTextAnswer(answers, id);
    if (key !== undefined && keys.includes(key) && !user.has(key)) user.set(key, field);
  }
  return user;
}
