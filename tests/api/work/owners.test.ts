import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { PeriodState } from '#contract/targets/schemas.ts';
import type { Owners } from '#contract/work/schemas.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const none = {
  projects: 0,
  targets: 0,
  indicators: 0,
  next_steps: 0,
  issues: 0,
  decisions: 0,
  requests: 0,
};

describe.each(engines)('owners on $name', (engine) => {
  let api: TestApi;
  const add = (code: string, facts: object) =>
    api.send('POST', '/api/v1/projects', {
      body: { code, stage: 'negotiation', facts: { name: code, ...facts } },
    });
  beforeEach(async () => {
    api = await openApi(engine);
    await add('A-1', { owner: 'Chen Yu', unit: 'Investment office' });
    await add('A-2', { owner: 'Chen Yu' });
    await add('A-3', { owner: 'Sato, Emi' });
    await api.send('POST', '/api/v1/projects/A-3/issues', {
      body: { text: 'No power', severity: 'high', owner: 'Chen Yu' },
    });
    await api.send('POST', '/api/v1/decisions', {
      body: { subject: 'project', subject_id: 'A-3', text: 'Ask the grid', owner: 'Chen Yu' },
    });
    for (const [period, next_step] of [
      ['2021-02', 'Hold a fair'],
      ['2021-03', 'Hold another fair'],
    ]) {
      const note = { indicator: 'jobs', cause: 'Late permits', next_step, owner: 'Chen Yu' };
      await api.send('POST', `/api/v1/periods/${period}/notes`, { body: { notes: [note] } });
    }
  });
  afterEach(() => api.close());
  const codesOf = async (owner: string) => {
    const query = new URLSearchParams({ owner });
    const page = await api.get<ProjectPage>(`/api/v1/projects?${query}`);
    return page.items.map(({ code }) => code).toSorted();
  };
  const stepOwners = async () =>
    Promise.all(
      ['2021-02', '2021-03'].map(async (period) => {
        const { notes } = await api.get<PeriodState>(`/api/v1/periods/${period}`);
        return notes[0]?.owner;
      }),
    );
  const owners = () => api.get<Owners>('/api/v1/owners');
  const handOver = (body: object) => api.send('POST', '/api/v1/owners/hand-over', { body });

  test('the list filters by owner and by responsible unit', async () => {
    expect(await codesOf('Chen Yu')).toEqual(['A-1', 'A-2']);
    expect(await codesOf('Chen Yu,Sato%2C Emi')).toEqual(['A-1', 'A-2', 'A-3']);
    expect(await codesOf('Chen')).toEqual([]);
    const page = await api.get<ProjectPage>('/api/v1/projects?unit=Investment%20office');
    expect(page.items.map(({ code }) => code)).toEqual(['A-1']);
  });

  test('an owner is listed with all open items', async () => {
    const list = await owners();
    expect(schemas.listOwners.reply.safeParse(list).success).toBe(true);
    expect(list).toEqual({
      owners: [
        {
          name: 'Chen Yu',
          owned: { ...none, projects: 2, next_steps: 1, issues: 1, decisions: 1 },
        },
        {
          name: 'Sato, Emi',
          owned: { ...none, projects: 1 },
        },
      ],
      units: ['Investment office'],
    });
  });

  test('a hand-over moves everything of a person in one change, and undo gives it back', async () => {
    const before = await owners();
    const response = await handOver({ from: 'Chen Yu', to: 'Li Min', reason: 'Retired' });
    const { revision, handed } = (await response.json()) as { revision: number; handed: object };
    expect([response.status, handed]).toEqual([
      200,
      { ...none, projects: 2, next_steps: 1, issues: 1, decisions: 1 },
    ]);
    expect(await codesOf('Chen Yu')).toEqual([]);
    expect(await codesOf('Li Min')).toEqual(['A-1', 'A-2']);
    // seen to fail: the next step kept the owner who had left
    expect(await stepOwners()).toEqual(['Chen Yu', 'Li Min']);
    expect(
      (await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} })).status,
    ).toBe(200);
    expect(await owners()).toEqual(before);
    expect(await stepOwners()).toEqual(['Chen Yu', 'Chen Yu']);
    expect(await verifyChain(api.db)).toMatchObject({ whole: true });
  });

  test('a hand-over of nothing makes no change, and one to the same person is rejected', async () => {
    expect(await (await handOver({ from: 'Nobody', to: 'Li Min' })).json()).toMatchObject({
      revision: null,
    });
    expect((await handOver({ from: 'Chen Yu', to: 'Chen Yu' })).status).toBe(400);
    expect((await handOver({ from: 'Chen Yu', to: ' ' })).status).toBe(400);
  });
});
