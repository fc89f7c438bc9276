import { isSame } from './is-same.ts';

/**
 * Keeps what a pure function makes of a subject, as long as the subject lives: a page asks for one
 * series or layout up to ten times for one drawing.
 *
 * @param make - gets the subject and further inputs, which are plain JSON
 * @returns the same function; the same inputs give the same object
 */
export function keepResults<Subject extends object, Inputs extends readonly unknown[], Result>(
  make: (subject: Subject, ...inputs: Inputs) => Result,
): (subject: Subject, ...inputs: Inputs) => Result {
  const results = new WeakMap<Subject, Map<string, Result>>();
  return (subject, ...inputs) => {
    const own = results.get(subject) ?? new Map<string, Result>();
    results.set(subject, own);
    const key = JSON.stringify(inputs);
    const cachedResult = own.get(key);
    if (cachedResult !== undefined) return cachedResult;
    const result = make(subject, ...inputs);
    own.set(key, result);
    return result;
  };
}

/**
 * Keeps the last result of a pure function while the content of its inputs stays the same, as the
 * rows of two responses that a filter does not change.
 *
 * @param make - gets plain JSON
 * @returns the same function; the same content gives the same object
 */
export function keepLast<Inputs extends readonly unknown[], Result>(
  make: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | undefined;
  return (...inputs) => {
    if (last === undefined || !isSame(last.inputs, inputs))
      last = { inputs, result: make(...inputs) };
    return last.result;
  };
}
