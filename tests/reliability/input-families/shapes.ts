// F10: invalid bodies, and bodies of another shape. Seen to fail: with nine times the limit of
// http/body.ts, both of F10-08 are read and answered 400 for their content.
import { origin, type TestApi } from '../../setup/api/api.ts';
import { body, newCode } from './values-setup.ts';
import { unlike, type Recipe } from './numbered-case.ts';

const project = (more: object, facts: object = {}) => ({
  code: newCode(),
  stage: 'lead',
  facts: { name: 'x', ...facts },
  ...more,
});
/** Keys that would change what every object is. */
const polluting = (id: Recipe<TestApi>['id'], what: string, text: string): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) => {
    const bodyFaults = await body(id, what, text, [400]).run(api);
    return Object.hasOwn(Object.prototype, 'isAdmin')
      ? [...bodyFaults, 'every object is an admin now']
      : bodyFaults;
  },
});
const large = `{"code":"${'x'.repeat(1024 * 1024)}"}`;

export const shapeRecipes: readonly Recipe<TestApi>[] = [
  polluting(
    'F10-01',
    'a prototype',
    `{"code":"P1","stage":"lead","facts":{"name":"x"},"__proto__":{"isAdmin":true}}`,
  ),
  polluting(
    'F10-02',
    'a constructor',
    `{"code":"P2","stage":"lead","facts":{"name":"x"},"constructor":{"prototype":{"isAdmin":true}}}`,
  ),
  body(
    'F10-03',
    'keys that nobody may set',
    project({ createdBy: 'me', id: 1, version: 2 }),
    [400],
  ),
  body('F10-04', 'null', 'null', [400]),
  body('F10-05', 'half an object', '{', [400]),
  body(
    'F10-06',
    '200,000 arrays in each other',
    `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    [400],
  ),
  body('F10-07', 'a text for a number', project({}, { jobs_plan: '1' }), [400]),
  body('F10-07', 'true for a number', project({}, { jobs_plan: true }), [400]),
  body('F10-07', 'a list for a number', project({}, { jobs_plan: [1] }), [400]),
  body('F10-08', '1 MB and more, with its length', large, [413], {
    'content-length': String(large.length),
  }),
  {
    id: 'F10-08',
    what: '1 MB and more, in pieces without a length',
    run: async (api) => {
      const pieces = new Blob([large]).stream();
      const headers = { origin, 'content-type': 'application/json' };
      const request = new Request(`${origin}/api/v1/projects`, {
        method: 'POST',
        body: pieces,
        duplex: 'half',
        headers,
      } as RequestInit);
      return unlike('it', (await api.app.fetch(request)).status, [413]);
    },
  },
  body('F10-09', 'JSON that calls itself plain text', JSON.stringify(project({})), [415], {
    'content-type': 'text/plain',
  }),
  body('F10-10', 'nothing', '', [400]),
  body('F10-11', 'a list for the whole', [project({})], [400]),
  body('F10-11', 'a list for a part', { ...project({}), facts: [] }, [400]),
  body('F10-12', 'a name of blanks', project({}, { name: ' \u3000 ' }), [400]),
  body(
    'F10-13',
    '100,000 keys',
    Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1])),
    [400, 413],
  ),
  body(
    'F10-14',
    'a note of 1,000,000 characters',
    project({}, { remark: 'x'.repeat(1_000_000) }),
    [400],
  ),
];
