import { afterEach, describe, expect, test } from 'vitest';
import { ageHeader } from '#contract/core/endpoint.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { createApp } from '#server/app/app.ts';
import { type OpenedApi, openApi, origin } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { random } from '../../reliability/setup/random.ts';

const codes = ['A-1', 'B-2', 'C-3'];
/** The time in ms for which a server trusts the revision that it read. */
const trusted = 250;
const day = 'as_of=2021-05-10';
const filters = ['', '&industry=eco', '&zone=north'];
/** Every stored answer that is JSON, of several projects, filters and days. */
const paths = [
  ...[
    'overview',
    'pipeline',
    'outlook',
    'changes',
    'zone',
    'zone/versions',
    'periods',
    'indicators',
  ],
  ...['indicators/companies/observations', 'decisions', 'board', 'revisions', 'summary?by=stage'],
  ...[
    'forecasts',
    'doubts',
    'documents',
    'charts',
    'exchange-rates',
    'exchange-rates/removed',
    'value-evidence',
    'periods/2021-04',
  ],
  ...['overview?known_at=2021-01-01', 'overview?as_of=2021-03-31', 'overview/totals'],
  ...[
    'explanations/established_investment',
    'explanations/established_projects',
    'projects?limit=2',
    'projects?limit=2&sort=-total_investment',
  ],
  ...filters.flatMap((filter) => [
    `overview?${day}${filter}`,
    `pipeline?${day}${filter}`,
    ...['breakdown', 'series', 'funnel', 'stage-time', 'timeline', 'completeness'].map(
      (part) => `analysis/${part}?${day}${filter}`,
    ),
    `analysis/money-ladder?${day}${filter}`,
    `analysis/distribution?${day}${filter}`,
    `summary?by=industry&${day}${filter}`,
  ]),
  ...codes.flatMap((code) => [
    `projects/${code}`,
    ...['history', 'issues', 'evidence', 'judgements'].map((part) => `projects/${code}/${part}`),
  ]),
].map((path) => `/api/v1/${path}`);

/** The first difference of two answers, with a few letters around it. */
function findDifference(copy: string, fresh: string): readonly string[] {
  if (copy === fresh) return [];
  const at = [...copy].findIndex((letter, i) => letter !== fresh[i] && i > 80);
  const cut = (text: string): string => text.slice(Math.max(0, at - 60), at + 40);
  return [`${copy.split(' ')[0]}: ${cut(copy)} instead of ${cut(fresh)}`];
}

describe.each(engines)('stored answers on $name', (engine) => {
  let api: OpenedApi;
  afterEach(() => api.close());

  /** Answers of an app without stored answers. */
  const readFresh = async (): Promise<readonly string[]> => {
    const app = createApp(api.deps);
    const answers: string[] = [];
    for (const path of paths) {
      const response = await app.fetch(new Request(`${origin}${path}`));
      answers.push(
        `${path} ${response.status} ${response.headers.get('etag')} ${await response.text()}`,
      );
    }
    app.close();
    return answers.map(removeReference);
  };
  const readCached = async (): Promise<readonly string[]> => {
    const answers: string[] = [];
    for (const path of paths) {
      const response = await api.send('GET', path);
      expect(response.headers.has(ageHeader)).toBe(false);
      answers.push(
        `${path} ${response.status} ${response.headers.get('etag')} ${await response.text()}`,
      );
    }
    return answers.map(removeReference);
  };
  /** A problem has a reference of its own. */
  const removeReference = (text: string): string => text.replace(/"reference":"[^"]*"/, '');

  const change = async (pick: <T>(list: readonly T[]) => T): Promise<number> => {
    const code = pick(codes);
    const url = `/api/v1/projects/${code}`;
    const etag = (await api.send('GET', url)).headers.get('etag') ?? '';
    const own = { 'if-match': etag };
    const zone = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const last = (await api.get<{ items: readonly { id: number }[] }>('/api/v1/revisions'))
      .items[0];
    const patch = (facts: object) =>
      ['PATCH', url, { valid_from: '2021-05-01', facts }, own] as const;
    const [method, path, body, headers] = pick([
      [
        'POST',
        '/api/v1/projects',
        { code, stage: 'lead', valid_from: '2021-02-01', facts: { name: code } },
        {},
      ],
      patch({ industry: pick(['eco', 'bio']), zone: pick(['north', 'south']) }),
      patch({ jobs_plan: pick([10, 20, 30]), owner: pick(['Li', 'Sato']) }),
      patch({
        'amounts.total_investment': { money: { minor: pick(['100', '250']), currency: 'CNY' } },
      }),
      ['POST', `${url}/stage`, { stage: pick(['signed', 'registered']), date: '2021-05-05' }, own],
      ['POST', `${url}/issues`, { text: 'No power', severity: 'high' }, {}],
      [
        'POST',
        `${url}/declared-status`,
        { status: 'at_risk', reason: 'The bank waits', until: '2199-01-01' },
        {},
      ],
      [
        'POST',
        '/api/v1/targets/companies/declared-status',
        { status: pick(['at_risk', 'behind']), reason: 'The bank waits' },
        {},
      ],
      [
        'POST',
        '/api/v1/decisions',
        { subject: 'project', subject_id: code, text: 'Ask', decided_on: '2021-04-20' },
        {},
      ],
      [
        'POST',
        '/api/v1/indicators/companies/observations',
        { period: pick(['2021-03', '2021-04']), value: pick(['44', '45']), confirm: true },
        {},
      ],
      [
        'PATCH',
        '/api/v1/zone',
        {
          complete_from: {
            date: pick(['2021-01-31', '2021-02-28']),
            reason: 'The list was complete.',
          },
        },
        { 'if-match': zone },
      ],
      ['POST', `/api/v1/revisions/${last?.id ?? 0}/undo`, {}, {}],
      ['POST', '/api/v1/periods/2021-04/close', {}, {}],
      ['POST', '/api/v1/periods/2021-04/reopen', { reason: 'A value was wrong.' }, {}],
    ] as const);
    const response = await api.send(method, path, { body, headers });
    return response.status;
  };

  // a change invalidates the same answers on both stores, so one seed is enough for the second
  test.each(engine.name === 'sqlite' ? [1, 2] : [2])(
    'equal new ones after any changes, %i',
    async (seed) => {
      api = await openApi(engine);
      const next = random(seed);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
      for (const code of codes)
        await api.send('POST', '/api/v1/projects', {
          body: { code, stage: 'lead', valid_from: '2021-02-01', facts: { name: code } },
        });
      let rounds = 0;
      await readCached();
      for (let round = 0; round < 10; round += 1) {
        if ((await change(pick)) < 300) rounds += 1;
        const [copy, fresh] = [await readCached(), await readFresh()];
        expect(copy.flatMap((answer, i) => findDifference(answer, fresh[i] ?? ''))).toEqual([]);
      }
      expect(rounds).toBeGreaterThan(3);
    },
    240_000,
  );

  test('equal new ones after imports and other changes by another server', async () => {
    api = await openApi(engine);
    const other = createApp(api.deps);
    const post = async (path: string, body: object): Promise<unknown> => {
      const isForm = body instanceof FormData;
      const response = await other.fetch(
        new Request(`${origin}/api/v1/${path}`, {
          method: 'POST',
          headers: { origin, ...(isForm ? {} : { 'content-type': 'application/json' }) },
          body: isForm ? body : JSON.stringify(body),
        }),
      );
      const reply: unknown = await response.json();
      expect([path, response.status < 300, reply]).toEqual([path, true, reply]);
      return reply;
    };
    const imports = async (answers: object, ...rows: readonly string[]): Promise<void> => {
      const form = new FormData();
      const lines = ['Code,Name,Stage,Industry,Owner,Total investment (CNY),Last updated', ...rows];
      form.set('file', new File([lines.join('\n')], 'register.csv'));
      const { id } = (await post('imports', form)) as ImportPreview;
      await post(`imports/${id}/commit`, { answers });
    };
    const file = new FormData();
    file.set(
      'file',
      new File(['%PDF-1.7\na contract\n%%EOF\n'], 'contract.pdf', { type: 'application/pdf' }),
    );
    const rate = {
      base: 'JPY',
      quote: 'CNY',
      day: '2021-04-30',
      rate: '0.0595',
      per_units: 1,
      source: 'A bank',
    };
    const changes: readonly (() => Promise<unknown>)[] = [
      () =>
        imports(
          { file_kind: 'own_register' },
          'A-1,First,Signed,Eco,Li,100,2021-03-31',
          'B-2,Second,Lead,Bio,Sato,200,2021-03-31',
        ),
      () =>
        imports(
          { unlisted: 'whole', edition_change: 'accept' },
          'A-1,First,Construction,Eco,Li,150,2021-04-30',
          'C-3,Third,Lead,Bio,Sato,300,2021-04-30',
        ),
      () => post('exchange-rates', { rates: [rate] }),
      () => post('exchange-rates', { rates: [{ ...rate, rate: '0.0600' }] }),
      () =>
        post('periods/2021-04/notes', {
          notes: [
            {
              indicator: 'jobs',
              cause: 'Two plots came late',
              next_step: 'Hand them over',
              owner: 'Li',
              due: '2021-05-20',
              seen: '',
            },
          ],
          achievement: { text: 'The first plant opened', seen: '' },
        }),
      () => post('projects/A-1/evidence?of=stage&which=construction', file),
      () => post('revisions/3/undo', {}),
      () => post('revisions/2/undo', {}),
    ];
    await readCached();
    for (const make of changes) {
      await make();
      await new Promise((resolve) => setTimeout(resolve, trusted));
      const [copy, fresh] = [await readCached(), await readFresh()];
      expect(copy.flatMap((answer, i) => findDifference(answer, fresh[i] ?? ''))).toEqual([]);
    }
    other.close();
  }, 240_000);
});
