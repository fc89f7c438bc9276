import { compact } from '#domain/values/compact.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { isNamed, redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { ensureOwnZone } from '#server/zone/own-zone-service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { draft, type LinkApi, openLinks, registerPages } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

/** Codes of the sample's projects, which are part of their names too. */
const project = /\b(A0[1-7]|B(0[1-9]|1\d|20)|C01|D0[12])\b/;
const days = { as_of: '2021-04-16', compare: '2020-04-30' } as const;

describe.each(engines)('shared views on', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
  });
  afterEach(() => links.close());
  const readStatus = async (more: object): Promise<number> =>
    (await links.send('POST', '/api/v1/links', { body: { name: 'A', ...draft, ...more } })).status;
  const readView = async (
    view: LinkView,
    profile: RedactionProfile = redactionProfiles.totals,
  ): Promise<SharedPayload> => {
    const link = await links.make({ view, profile });
    const payload = (await (
      await links.read(link.link.id, await links.reader(link))
    ).json()) as SharedPayload;
    expect(schemas.shared.reply.safeParse(payload).error).toBeUndefined();
    return payload;
  };

  test('a shared pipeline has the amounts of the overview, without names and stalled projects', async () => {
    const { overview, pipeline, view } = await readView({ page: 'pipeline', ...days });
    const whole = await readView({ page: 'overview', ...days });
    expect(view).toEqual({ page: 'pipeline', ...days });
    expect(overview.strip).toEqual(whole.overview.strip);
    expect(Object.keys(overview)).not.toContain('targets');
    const rows = overview.strip?.groups.flatMap((group) => group.rows) ?? [];
    for (const { stage, count, undisclosed, amounts, held_back } of rows)
      expect(pipeline?.stages.find((row) => row.stage === stage)).toMatchObject({
        count,
        undisclosed,
        amounts,
        ...compact({ held_back: held_back ? held_back : undefined }),
      });
    expect(JSON.stringify({ overview, pipeline })).not.toMatch(project);
    expect(Object.keys(pipeline ?? {})).not.toContain('stalled');
    expect(pipeline?.moves?.items.reduce((sum, { count }) => sum + count, 0)).toBe(
      pipeline?.moves?.total,
    );
  });

  // Seen to fail with the stage of the move instead of the present one in
  // redaction/shared-pipeline.ts, and on hold without presentStages in
  // links/payload/redact-overview.ts.
  test.each([[[]], [[{ status: 'on_hold', date: '2021-03-10' }] as const]])(
    'no page names a project that returned from registered: %j',
    async (status) => {
      const record = (
        code: string,
        ...stage_events: { stage: 'signed' | 'registered'; date: string }[]
      ) => ({
        code,
        origin: 'own' as const,
        facts: { name: code, amounts: {}, milestones: [], data_status: 'reported' as const },
        stage_events,
        status_events: [],
      });
      const [signing, registered, back] = [
        { stage: 'signed', date: '2020-06-10' },
        { stage: 'registered', date: '2021-02-10' },
        { stage: 'signed', date: '2021-03-05' },
      ] as const;
      for (const [as_of, there] of [
        ['2021-01-31', [record('Stays', signing), record('Went', signing)]],
        ['2021-02-28', [record('Stays', signing, registered), record('Went', signing, registered)]],
        [
          '2021-03-31',
          [{ ...record('Went', signing, registered, back), status_events: [...status] }],
        ],
      ] as const)
        await writeRevision(
          links.db,
          { author: 'a', kind: 'import', reason: 'x', origin: 'own', as_of },
          async (trx, revision) => {
            await ensureOwnZone(trx, revision);
            await putProjects(trx, revision, there, { as_of });
          },
        );
      for (const page of registerPages) {
        const view: LinkView =
          page === 'projects' ? { page } : { page, as_of: '2021-03-31', compare: '2021-01-31' };
        const text = JSON.stringify(await readView(view, redactionProfiles.names));
        expect([page, text.includes('Stays'), text.includes('Went')]).toEqual([page, true, false]);
      }
    },
  );

  test('shared changes compare two fixed days and name projects once they are registered', async () => {
    const { overview, changes } = await readView({ page: 'changes', ...days });
    expect(changes?.days).toEqual({ from: days.compare, to: days.as_of });
    expect([overview.strip, changes?.moves]).toEqual([undefined, undefined]);
    expect(
      changes?.bridge?.groups.map(({ steps }) => [steps[0]?.count, steps.at(-1)?.count]),
    ).toEqual([
      [5, 7],
      [8, 20],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(project);
    const named = (await readView({ page: 'changes', ...days }, redactionProfiles.names)).changes;
    const all = await links.get<RegisterChanges>(
      `/api/v1/changes?from=${days.compare}&to=${days.as_of}`,
    );
    const registered = all.moves.filter(
      ({ to, kinds }) =>
        isNamed(redactionProfiles.names, to?.stage) && kinds.some((kind) => kind !== 'revised'),
    );
    expect(registered.length).toBeGreaterThan(1);
    expect(named?.moves?.map(({ code }) => code)).toEqual(registered.map(({ code }) => code));
    expect(named?.moves?.some(({ from, to }) => (from?.money ?? to?.money) !== undefined)).toBe(
      false,
    );
  });

  test('a shared list keeps its filters, and its totals by stage and industry cover three projects or more', async () => {
    const filters = {
      stage: ['negotiation', 'registered'],
      industry: ['eco', 'ict', 'bio'],
    } as const;
    const { overview, projects, view } = await readView({
      page: 'projects',
      as_of: days.as_of,
      filters,
    });
    expect([view.filters, overview.strip, projects?.items]).toEqual([
      filters,
      undefined,
      undefined,
    ]);
    const list = `/api/v1/projects?as_of=${days.as_of}&stage=negotiation,registered&industry=eco,ict,bio&limit=100`;
    const whole = await links.get<{ total: number; items: readonly { stage: string }[] }>(list);
    expect([
      projects?.total.count,
      projects?.stages.map(({ stage, count }) => [stage, count]),
    ]).toEqual([
      whole.total,
      ['registered', 'negotiation'].map((stage) => [
        stage,
        whole.items.filter((one) => one.stage === stage).length,
      ]),
    ]);
    expect(projects?.stages.find(({ stage }) => stage === 'registered')?.held_back).toEqual([
      'CNY',
    ]);
    expect(JSON.stringify(projects)).not.toMatch(project);
    const full = (
      await readView({ page: 'projects', as_of: days.as_of, filters }, redactionProfiles.full)
    ).projects;
    expect(full?.items?.map(({ code, money }) => [code, money?.minor])).toEqual([
      ['A05', '25000000000'],
      ['A06', '15000000000'],
    ]);
    expect(full?.named).toBe(2);
  });

  test('each page offers the files of its own figures', async () => {
    const files = async (view: LinkView) => {
      const link = await links.make({ view, exports: 'data' });
      const headers = await links.reader(link);
      const of = ['targets', 'progress', 'pipeline', 'changes'].map((id) =>
        links.read(link.link.id, headers, `/charts/${id}.csv`),
      );
      return (await Promise.all(of)).map(({ status }) => status);
    };
    expect(await files({ page: 'overview' })).toEqual([200, 200, 200, 404]);
    expect(await files({ page: 'pipeline', ...days })).toEqual([404, 404, 200, 404]);
    expect(await files({ page: 'projects' })).toEqual([404, 404, 404, 404]);
    expect(await files({ page: 'changes', ...days })).toEqual([404, 404, 404, 200]);
  });

  test('frozen changes keep their bytes after a correction, live changes do not', async () => {
    const view = { page: 'changes', ...days } as const;
    const [frozen, live] = [await links.make({ view, frozen: true }), await links.make({ view })];
    const text = async (link: typeof live): Promise<string> =>
      (await links.read(link.link.id, await links.reader(link))).text();
    const [before, moving] = [await text(frozen), await text(live)];
    await links.send('POST', '/api/v1/indicators/companies/observations', {
      body: { period: '2021-03', value: '43' },
    });
    expect(await text(frozen)).toBe(before);
    expect((JSON.parse(before) as SharedPayload).link.frozen?.intact).toBe(true);
    expect(await text(live)).not.toBe(moving);
  });

  test('rejects an empty page and a measure without a target', async () => {
    const only = (sections: RedactionProfile['sections']) => ({
      profile: { ...redactionProfiles.totals, sections },
    });
    for (const more of [
      { view: { page: 'pipeline' }, ...only(['headline', 'changes']) },
      { view: { page: 'changes' }, ...only(['strip']) },
      { view: { page: 'changes', measure: 'companies' } },
      { view: { page: 'pipeline', embed: { figure: 'pipeline', origins: ['https://a.example'] } } },
      { view: { page: 'changes', as_of: '2021-03-31', compare: '2021-04-16' } },
      { view: { page: 'month' } },
      { view: { page: 'pipeline', filters: { stage: ['lead'] } } },
      { view: { page: 'projects', filters: { q: ['Acme'] } } },
      { view: { page: 'projects', filters: { stage: ['nothing'] } } },
    ])
      expect(await readStatus(more)).toBe(400);
    expect(await readStatus({ view: { page: 'changes' }, ...only(['targets']) })).toBe(201);
  });
});
