// Families F1, F4, F5, F6 and F10 of bad input on every field of every endpoint, and F14 on every
// change. Seen to fail: with nine times the limit of http/body.ts, every body of 1 MB and a byte is
// read instead of refused with 413.
import { compact } from '#domain/values/compact.ts';
import { addressOf, places, walk, withAt, type Walked } from '../http/contract-walk.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { openHostile, type Hostile } from './hostile-api.ts';
import { families, mutateValues, shapes } from './hostile-values.ts';
import { engines } from '../../setup/api/stores.ts';

const mark = '\u0001here\u0001';
/** A value for an address; values without a text form are left out. */
const asText = (json: string): string | undefined => {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? (value.isWellFormed() ? value : undefined) : json;
};

/** Each value of a family at each field, parameter and part of the address of an endpoint. */
export async function fields(
  hostile: Hostile,
  route: Walked,
  values: readonly string[],
  named: string,
): Promise<void> {
  for (const place of route.body === undefined ? [] : places(route.body).leaves)
    for (const value of values) {
      const body = JSON.stringify(withAt(route.body, place, () => mark)).replace(
        JSON.stringify(mark),
        value,
      );
      await hostile.fire(route, { body }, `${named} ${value.slice(0, 60)} at ${place.join('.')}`);
    }
  for (const value of values) {
    const text = asText(value);
    if (text === undefined) continue;
    for (const name of route.query)
      await hostile.fire(
        route,
        { query: { [name]: text } },
        `${named} ?${name}=${text.slice(0, 60)}`,
      );
    for (const name of Object.keys(route.params))
      await hostile.fire(
        route,
        { address: addressOf({ ...route, params: { ...route.params, [name]: text } }) },
        `${named} :${name} ${text.slice(0, 60)}`,
      );
  }
}
async function bodies(hostile: Hostile, route: Walked): Promise<void> {
  for (const { name, body, type, status } of shapes) {
    const headers = type === undefined ? {} : { headers: { 'content-type': type } };
    const answerStatus = await hostile.fire(route, { body, ...headers }, `F10 ${name}`);
    if (!status.includes(answerStatus) && ![401, 403, 404, 429].includes(answerStatus))
      hostile.faults.push(`${route.id}: F10 ${name} gave ${answerStatus}`);
  }
}
/** Changes of values that another person changed in the meantime. */
async function versions(hostile: Hostile, route: Walked): Promise<void> {
  const body = JSON.stringify(route.body);
  for (const [match, statuses] of [
    [undefined, [428]],
    ['*', [428, 412]],
    ['W/"v1"', [412, 428]],
    ['"v0.0"', [412]],
    ['"no tag"', [412]],
    ['', [428, 412]],
  ] as const) {
    const status = await hostile.fire(
      route,
      { body, ...compact({ headers: match === undefined ? undefined : { 'if-match': match } }) },
      `F14 If-Match ${match ?? 'absent'}`,
    );
    if (!([400, 401, 403, 404, ...statuses] as readonly number[]).includes(status))
      hostile.faults.push(`${route.id}: If-Match ${match ?? 'absent'} gave ${status}`);
  }
}

async function run(runOptions: RunOptions) {
  const routes = walk();
  const faults: string[] = [];
  const lines: string[] = [];
  for (const engine of engines) {
    const hostile = await openHostile(engine);
    for (const route of routes) {
      await hostile.batch(route.id, async () => {
        for (const [family, listed] of Object.entries(families)) {
          const values = [
            ...listed,
            ...mutateValues(listed, countOf(20, runOptions), runOptions.seed),
          ].slice(0, countOf(listed.length + 20, runOptions));
          // on the second store every third value: the same code refuses most of them
          const tried =
            engine === engines[0] ? values : values.filter((_, i) => i % 3 === runOptions.seed % 3);
          await fields(hostile, route, tried, family);
        }
        if (route.body !== undefined) await bodies(hostile, route);
        if (['PATCH', 'PUT', 'DELETE'].includes(route.method)) await versions(hostile, route);
      });
    }
    await hostile.end();
    lines.push(`${hostile.countRequests()} requests on ${engine.name}, ${hostile.slowest()}`);
    faults.push(...hostile.faults);
  }
  return outcome(`${routes.length} endpoints: ${lines.join('; ')}`, faults);
}

export const badInput: ReliabilityTest = {
  id: 'R-72 F1 F4 F5 F6 F10 F14',
  title: 'families of bad input on every field and endpoint',
  run,
};
