// values of another type, and keys that reach prototypes, at every field of every body, query
// and address. Seen to fail: with `checked` in http/validation.ts returning its input, every
// endpoint answers 200 to `?__proto__`.
import { places, walk, withAt } from '../http/contract-walk.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { openHostile } from './hostile-api.ts';
import { engines } from '../../setup/api/stores.ts';

/** As JSON texts, since some have no JavaScript value. */
const values = [
  'null',
  'true',
  '0',
  '-1',
  '1e309',
  '[1]',
  '["a","b"]',
  '{}',
  '[]',
  '{"$ne":null}',
  '{"raw":"1=1"}',
  '{"length":1000000000}',
  '{"toString":"x"}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '[[[[[[[[[[["x"]]]]]]]]]]]',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"hasOwnProperty"',
  '{"then":"x"}',
];
const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'a[$ne]',
  'a[]',
  'a.b',
  '__defineGetter__',
  'then',
];
const mark = '\u0001here\u0001';

export const typeConfusion: ReliabilityTest = {
  id: 'R-23',
  title: 'type confusion and prototype pollution on each field and endpoint',
  async run() {
    const routes = walk();
    const faults: string[] = [];
    let requests = 0;
    let slowest = '';
    for (const engine of engines) {
      const hostile = await openHostile(engine);
      for (const route of routes) {
        await hostile.batch(route.id, async () => {
          const { leaves, objects } = places(route.body);
          for (const place of route.body === undefined ? [] : [...leaves, ...objects])
            for (const value of values) {
              const text = JSON.stringify(withAt(route.body, place, () => mark)).replace(
                JSON.stringify(mark),
                value,
              );
              const status = await hostile.fire(
                route,
                { body: text },
                `${value} at ${place.join('.')}`,
              );
              if (!route.takes(JSON.parse(text)) && (status < 400 || status > 429))
                hostile.faults.push(`${route.id}: ${value} at ${place.join('.')} gave ${status}`);
            }
          for (const key of keys) {
            const status = await hostile.fire(route, { query: { [key]: 'x' } }, `?${key}`);
            if (status < 400) hostile.faults.push(`${route.id}: ?${key} gave ${status}`);
            if (route.body === undefined) continue;
            for (const place of objects) {
              const text = JSON.stringify(
                withAt(route.body, place, (old) => ({
                  [mark]: { isAdmin: true },
                  ...(old as object),
                })),
              );
              await hostile.fire(
                route,
                { body: text.replaceAll(JSON.stringify(mark), JSON.stringify(key)) },
                `key ${key} at ${place.join('.')}`,
              );
            }
          }
          for (const name of route.query)
            for (const query of [
              `${name}[$ne]=x`,
              `${name}[]=x`,
              `${name}=a&${name}=b`,
              `${name}=__proto__`,
              `${name}=%00`,
            ]) {
              const status = await hostile.fire(
                route,
                { address: `${route.path.replace(/:[a-z]+/g, 'x')}?${query}` },
                query,
              );
              if (query.includes('&') && status < 400)
                hostile.faults.push(`${route.id}: ${query} gave ${status}`);
            }
          for (const name of Object.keys(route.params))
            for (const part of [
              '__proto__',
              'constructor',
              'toString',
              '%00',
              '%ED%A0%80',
              '..%2f..',
              '%7B%22a%22%3A1%7D',
              ' ',
            ])
              await hostile.fire(
                route,
                { address: route.path.replace(`:${name}`, part).replace(/:[a-z]+/g, 'x') },
                `:${name} ${part}`,
              );
        });
      }
      await hostile.end();
      requests += hostile.countRequests();
      slowest = hostile.slowest();
      faults.push(...hostile.faults);
    }
    return outcome(
      `${requests} requests to ${routes.length} endpoints on ${engines.map((e) => e.name).join(' and ')}; ${slowest}`,
      faults,
    );
  },
};
