import { describe, expect, test } from 'vitest';
import type { Owners } from '#contract/work/schemas.ts';
import { openApi } from '../../setup/api/api.ts';
import { maker } from '../../setup/api/links.ts';
import { openRequests } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

interface Problem {
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly value?: string }[];
}
const problemOf = async (response: Response) => (await response.json()) as Problem;

describe.each(engines)('recipients of requests on $name', (engine) => {
  test('a zone of example data sends no requests', async () => {
    const example = await openApi(engine);
    try {
      const refusal = await example.send('POST', '/api/v1/requests', {
        env: maker,
        body: {
          month: '2021-04',
          deadline: '2021-05-12',
          requests: [{ unit: 'X', language: 'en', cells: [{ indicator: 'companies' }] }],
        },
      });
      expect([refusal.status, (await problemOf(refusal)).detail]).toEqual([
        409,
        'Values can be asked for your own data only: import a register or enter a value first.',
      ]);
      const listed = await example.send('GET', '/api/v1/requests', { env: maker });
      expect(await listed.json()).toEqual({ items: [] });
    } finally {
      await example.close();
    }
  });

  test('unknown cells are named', async () => {
    const api = await openRequests(engine);
    const refusal = await api.manage('POST', '/api/v1/requests', {
      month: '2021-04',
      deadline: '2021-05-12',
      requests: [{ unit: 'X', language: 'en', cells: [{ code: 'Z-9', field: 'jobs_actual' }] }],
    });
    expect([refusal.status, (await problemOf(refusal)).errors?.[0]]).toEqual([
      422,
      expect.objectContaining({ path: 'requests.0.cells.0', value: 'project Z-9 jobs_actual' }),
    ]);
    await api.close();
  });

  test('money is asked for in the currency of the project, not in that of the zone', async () => {
    const api = await openRequests(engine);
    try {
      await api.createProject('A-3', {
        name: 'Boat yard',
        'amounts.total_investment': { money: { minor: '200000000', currency: 'EUR' } },
      });
      const request = await api.ask({ cells: [{ code: 'A-3', field: 'amounts.paid_in' }] });
      const { cells } = await api.readPage(request.request.id, await api.company(request));
      expect(cells).toMatchObject([{ unit: 'EUR' }]);
    } finally {
      await api.close();
    }
  });

  // seen to fail: 5 million euros of an answer were shown as dollars once the project counted in them
  test('an amount stays in the currency in which it was asked for', async () => {
    const api = await openRequests(engine);
    const planned = (currency: string) => ({
      'amounts.total_investment': { money: { minor: '200000000', currency } },
    });
    try {
      await api.createProject('A-3', { name: 'Boat yard', ...planned('EUR') });
      const request = await api.ask({ cells: [{ code: 'A-3', field: 'amounts.paid_in' }] });
      expect(request.request.cells).toEqual([{ code: 'A-3', field: 'amounts.paid_in' }]);
      const company = await api.company(request);
      const key = 'project A-3 amounts.paid_in';
      const send = async (value: string) =>
        (await api.answer(request.request.id, company, [{ key, value }])).status;
      expect(await send('5000000')).toBe(200);
      const etag = (await api.send('GET', '/api/v1/projects/A-3')).headers.get('etag') ?? '';
      const changed = await api.manage(
        'PATCH',
        '/api/v1/projects/A-3',
        { valid_from: '2021-05-10', facts: planned('USD'), reason: 'Other plan' },
        { 'if-match': etag },
      );
      expect(changed.status, await changed.clone().text()).toBe(200);
      const { cells } = await api.readPage(request.request.id, company);
      expect(cells).toMatchObject([{ unit: 'EUR', answer: { value: '5000000' } }]);
      expect(await send('6000000')).toBe(200);
      expect((await api.proposals()).map(({ value, unit }) => [value, unit])).toEqual([
        ['5000000', 'EUR'],
        ['6000000', 'EUR'],
      ]);
      // the next month asks in the currency of the project by then
      const copied = await api.manage('POST', '/api/v1/requests/copy', {
        from: '2021-04',
        month: '2021-05',
        deadline: '2021-06-12',
      });
      const { items } = (await copied.json()) as { items: (typeof request)[] };
      const [next] = items;
      if (next === undefined) throw new Error('Nothing was copied.');
      expect((await api.readPage(next.request.id, await api.company(next))).cells).toMatchObject([
        { unit: 'USD' },
      ]);
    } finally {
      await api.close();
    }
  });

  test('a new request counts among the open work of its author', async () => {
    const api = await openRequests(engine);
    const count = async () =>
      (await api.get<Owners>('/api/v1/owners')).owners.find(({ name }) => name === 'local')?.owned
        .requests;
    try {
      expect(await count()).toBeUndefined();
      await api.ask();
      expect(await count()).toBe(1);
    } finally {
      await api.close();
    }
  });

  test('requests move when a person hands over, and name the new one to the company', async () => {
    const api = await openRequests(engine);
    try {
      const request = await api.ask();
      const company = await api.company(request);
      const handed = await api.manage('POST', '/api/v1/owners/hand-over', {
        from: 'local',
        to: 'Sato Emi',
      });
      expect(await handed.json()).toMatchObject({ handed: { requests: 1 } });
      expect((await api.readPage(request.request.id, company)).sender).toBe('Sato Emi');
      expect(await api.get('/api/v1/owners')).toMatchObject({
        owners: expect.arrayContaining([
          expect.objectContaining({
            name: 'Sato Emi',
            owned: expect.objectContaining({ requests: 1 }),
          }),
        ]),
      });
    } finally {
      await api.close();
    }
  });

  test('requests return when the hand-over is undone, and move again when the undo is undone', async () => {
    const api = await openRequests(engine);
    try {
      const request = await api.ask();
      const company = await api.company(request);
      const sender = async () => (await api.readPage(request.request.id, company)).sender;
      const handOver = async (from: string, to: string) => {
        const handed = await api.manage('POST', '/api/v1/owners/hand-over', { from, to });
        return ((await handed.json()) as { revision: number }).revision;
      };
      const undo = async (revision: number) => {
        const undo = await api.manage('POST', `/api/v1/revisions/${revision}/undo`, {});
        expect(undo.status).toBe(200);
        return ((await undo.json()) as { revision: number }).revision;
      };
      const first = await handOver('local', 'Sato Emi');
      const undoResponse = await undo(first);
      expect(await sender()).toBe('local');
      await undo(undoResponse);
      expect(await sender()).toBe('Sato Emi');
      const second = await handOver('Sato Emi', 'Li Min');
      await undo(second);
      expect(await sender()).toBe('Sato Emi');
    } finally {
      await api.close();
    }
  });

  test('a request that was handed over again stays when the first hand-over is undone', async () => {
    const api = await openRequests(engine);
    try {
      const request = await api.ask();
      const company = await api.company(request);
      const handed = await api.manage('POST', '/api/v1/owners/hand-over', {
        from: 'local',
        to: 'Sato Emi',
      });
      const { revision } = (await handed.json()) as { revision: number };
      await api.manage('POST', '/api/v1/owners/hand-over', { from: 'Sato Emi', to: 'Li Min' });
      await api.manage('POST', `/api/v1/revisions/${revision}/undo`, {});
      expect((await api.readPage(request.request.id, company)).sender).toBe('Li Min');
    } finally {
      await api.close();
    }
  });

  test('ten companies get a request at once, and again in a later month by one call', async () => {
    const api = await openRequests(engine);
    try {
      const units = Array.from({ length: 10 }, (_, n) => `Company ${n}`);
      const response = await api.manage('POST', '/api/v1/requests', {
        month: '2021-03',
        deadline: '2021-05-12',
        requests: units.map((unit) => ({
          unit,
          language: 'ja',
          cells: [{ code: 'A-1', field: 'jobs_actual' }],
        })),
      });
      const first = (await response.json()) as { items: { secret: string }[] };
      expect(new Set(first.items.map(({ secret }) => secret)).size).toBe(10);
      const copied = await api.manage('POST', '/api/v1/requests/copy', {
        from: '2021-03',
        month: '2021-05',
        deadline: '2021-06-10',
      });
      const again = (await copied.json()) as { items: { request: { unit: string } }[] };
      expect(again.items.map(({ request }) => request.unit)).toEqual(units);
    } finally {
      await api.close();
    }
  });
});
