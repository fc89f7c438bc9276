import type { z } from '#contract/core/zod.ts';

type Fault = z.core.$ZodRawIssue;

/** The words for each type of a value. */
const types: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
  null: 'must be null',
  never: 'must be left out',
};
/** The words for each format of a text. Most formats have their own words in their schema. */
const formats: Readonly<Record<string, string>> = {
  email: 'must be an e-mail address',
  url: 'must be a web address',
  date: 'must be a day as YYYY-MM-DD',
  datetime: 'must be a moment as 2021-04-16T08:00:00Z',
};
const mostValues = 30;

const count = (n: number | bigint, one: string, many: string): string =>
  `${n} ${Number(n) === 1 ? one : many}`;

/** At most or at least so many characters, entries or keys, or such a number. */
function writeLimit(kind: 'most' | 'least', origin: string, limit: number | bigint): string {
  if (origin === 'string') return `must have at ${kind} ${count(limit, 'character', 'characters')}`;
  if (origin === 'array' || origin === 'set')
    return `must have at ${kind} ${count(limit, 'entry', 'entries')}`;
  if (origin === 'object' || origin === 'record' || origin === 'map')
    return `must have at ${kind} ${count(limit, 'key', 'keys')}`;
  return `must be at ${kind} ${limit}`;
}

/** Lists the permitted values of a field. */
function listValues(values: readonly unknown[]): string {
  const texts = values.slice(0, mostValues).map(String);
  const rest = values.length - texts.length;
  if (texts.length === 1) return `must be ${texts[0]}`;
  return `must be one of ${texts.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** Joins what each form of a value demands: must be a day as YYYY-MM-DD, or must be one of prev, yoy. */
function joinForms(errors: readonly (readonly { readonly message: string }[])[]): string {
  const messages = new Set(
    errors.flatMap((list) => list.slice(0, 1)).map(({ message }) => message),
  );
  return messages.size > 0 && messages.size <= 3
    ? [...messages].join(', or ')
    : 'has none of the permitted forms';
}

/**
 * Writes a fault of a request in the words of the API, for a schema that has no words of its own:
 * "must have at most 200 characters".
 * @returns words that follow the name of a field
 */
export function describeFault(fault: Fault): string {
  switch (fault.code) {
    case 'invalid_type':
      if (fault.input === undefined) return 'must be given';
      return types[fault.expected] ?? 'has another type than permitted';
    case 'too_big':
      return fault.inclusive === false
        ? `must be less than ${fault.maximum}`
        : writeLimit('most', fault.origin, fault.maximum);
    case 'too_small':
      if (fault.inclusive === false) return `must be more than ${fault.minimum}`;
      return fault.origin === 'string' && Number(fault.minimum) === 1
        ? 'must not be empty'
        : writeLimit('least', fault.origin, fault.minimum);
    case 'invalid_value':
      return listValues(fault.values);
    case 'invalid_format':
      return formats[fault.format] ?? 'does not have the form that the API description states';
    case 'invalid_union':
      return 'options' in fault && Array.isArray(fault.options)
        ? listValues(fault.options)
        : joinForms(fault.errors);
    case 'unrecognized_keys':
      return 'is not known here';
    case 'not_multiple_of':
      return `must be a multiple of ${fault.divisor}`;
    default:
      return 'is not permitted';
  }
}
