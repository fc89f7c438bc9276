import { describe, expect, test } from 'vitest';
import { cells, openRequests } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('proposals accepted as a batch on $name', (engine) => {
  // seen to fail: the history of each project named every company of the batch
  test('a project names only the company that answered for it', async () => {
    const api = await openRequests(engine);
    try {
      const own = await api.ask();
      const other = await api.ask({
        unit: 'Nordwerk Ltd.',
        cells: [{ code: 'B-2', field: 'jobs_actual' }],
      });
      await api.answer(own.request.id, await api.company(own), [
        { key: cells.jobs, value: '92' },
        { key: cells.operation, outcome: 'planned', value: '2021-06-30' },
      ]);
      await api.answer(other.request.id, await api.company(other), [
        { key: 'project B-2 jobs_actual', value: '990000' },
      ]);
      const ids = (await api.proposals()).map(({ id }) => id);
      expect(ids).toHaveLength(3);
      const batch = { ids, reason: 'Reports of April' };
      expect((await api.manage('POST', '/api/v1/proposals/accept', batch)).status).toBe(200);
      for (const path of ['/api/v1/projects/A-1', '/api/v1/projects/A-1/history'])
        expect(JSON.stringify(await api.get<object>(path)), path).not.toContain('Nordwerk');
      for (const path of ['/api/v1/projects/B-2', '/api/v1/projects/B-2/history'])
        expect(JSON.stringify(await api.get<object>(path)), path).not.toContain('Hokuto');
      // seen to fail: the reason was 2021-04 alone
      const reasons = await Promise.all(
        ['A-1', 'B-2'].map(async (code) => {
          const path = `/api/v1/projects/${code}/history`;
          return (await api.get<{ items: { reason: string }[] }>(path)).items[0]?.reason;
        }),
      );
      expect(reasons).toEqual([
        '2021-04: Reports of April · Hokuto (Binjiang)',
        '2021-04: Reports of April · Nordwerk Ltd.',
      ]);
      const { items } = await api.get<{ items: { reason: string }[] }>('/api/v1/revisions');
      expect(items[0]?.reason).toBe('2021-04: Reports of April');
      // who answered is still on record
      const audit = await api.manage('GET', '/api/v1/audit');
      expect(await audit.text()).toMatch(
        /"proposals_accepted","object":"[^"]*Nordwerk Ltd\.[^"]*"/,
      );
    } finally {
      await api.close();
    }
  });
});
