import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { MadeLink, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { draft, type LinkApi, maker, openLinks } from '../../../setup/api/links.ts';
import { engines } from '../../../setup/api/stores.ts';

const { totals, full } = redactionProfiles;
const open: RedactionProfile = { ...full, names: 'shown' };
const view = (chart: NonNullable<LinkView['chart']>): LinkView => ({ page: 'charts', chart });

describe.each(engines)('comparisons in links on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
  });
  afterEach(() => links.close());
  const read = async (link: MadeLink, rest = '') =>
    links.read(link.link.id, await links.reader(link), rest);
  const payloadOf = async (link: MadeLink): Promise<SharedPayload> => {
    const payload = await (await read(link)).json();
    expect(schemas.shared.reply.safeParse(payload).error).toBeUndefined();
    return payload as SharedPayload;
  };
  const readRejection = async (
    chart: NonNullable<LinkView['chart']>,
    profile: RedactionProfile,
  ) => {
    const body = { name: 'A', ...draft, view: view(chart), profile };
    const answer = await links.send('POST', '/api/v1/links', { body, env: maker });
    return [answer.status, ((await answer.json()) as Problem).errors?.[0]?.value];
  };
  const by = { id: 'breakdown', measure: 'count', by: 'industry' } as const;

  test.for([
    ['2020-12-31', { kind: 'day', day: '2020-12-31' }],
    ['stage:lead,signed', { kind: 'group', field: 'stage', values: ['lead', 'signed'] }],
    ['industry:eco', { kind: 'group', field: 'industry', values: ['eco'] }],
  ])(
    'counts are beside those of %s, in the page, every file and a frozen link',
    async ([versus, query]) => {
      const chart = { ...by, versus: versus as string };
      for (const frozen of [false, true]) {
        const link = await links.make({
          view: view(chart),
          profile: totals,
          exports: 'data',
          frozen,
        });
        const { analysis } = await payloadOf(link);
        expect(analysis?.compared?.versus).toEqual(query);
        const [a, b] = [analysis?.breakdown, analysis?.compared?.parts.breakdown];
        expect(a?.total.total.count).toBeGreaterThan(0);
        expect(b?.total.total.count).toBeLessThan(a?.total.total.count ?? 0);
        expect(JSON.stringify(analysis)).not.toMatch(/"(codes|owner|investor)"/);
        const csv = await (await read(link, '/charts/breakdown.csv?lang=en')).text();
        expect(csv.split('\r\n')[0]).toContain('side');
        expect(csv).toContain('difference');
        const json = await (await read(link, '/charts/breakdown.json?lang=en')).text();
        expect(json).toContain('"side_id":"second"');
        const book = await read(link, '/charts/breakdown.xlsx');
        expect(Object.keys(unzipSync(new Uint8Array(await book.arrayBuffer())))).toContain(
          'xl/worksheets/sheet1.xml',
        );
      }
    },
  );

  test('no request of a reader changes the comparison', async () => {
    const link = await links.make({
      view: view({ ...by, versus: '2020-12-31' }),
      profile: totals,
      exports: 'data',
    });
    const plain = await (await read(link, '/charts/breakdown.csv?lang=en')).text();
    for (const more of [
      'versus=2021-01-31',
      'versus=owner:Li',
      'industry=eco',
      'as_of=2020-12-31',
    ]) {
      const answer = await read(link, `/charts/breakdown.csv?lang=en&${more}`);
      expect([more, answer.status]).toEqual([more, 400]);
    }
    expect(await (await read(link, '/charts/breakdown.csv?lang=en')).text()).toBe(plain);
  });

  test('amounts whose difference would disclose a project are refused, and shown where all are shown', async () => {
    const amounts = { id: 'breakdown', by: 'industry' } as const;
    // one project was added since this day
    const chart = { ...amounts, versus: '2020-12-31' };
    const whole = await payloadOf(await links.make({ view: view(chart), profile: open }));
    expect(whole.analysis?.compared?.parts.breakdown?.total.total.sums.length).toBeGreaterThan(0);
    expect(await readRejection(chart, totals)).toEqual([400, 'few']);
    const safe = { ...amounts, versus: 'industry:eco' };
    const payload = await payloadOf(await links.make({ view: view(safe), profile: totals }));
    expect(payload.analysis?.compared?.parts.breakdown?.total.total.sums.length).toBeGreaterThan(0);
  });

  test('owners and investors are no group of a comparison, and a chart without sides has none', async () => {
    expect(await readRejection({ ...by, versus: 'owner:Li' }, open)).toEqual([400, 'owner']);
    expect(await readRejection({ ...by, versus: 'unit:A' }, open)).toEqual([400, 'owner']);
    expect(await readRejection({ ...by, versus: 'investor:Hokuto' }, open)).toEqual([
      400,
      'investor',
    ]);
    expect(await readRejection({ id: 'outlook', versus: '2020-12-31' }, open)).toEqual([
      400,
      'gone',
    ]);
    expect((await readRejection({ ...by, versus: 'nothing' }, open))[0]).toBe(400);
  });

  test('an embedded figure has both sides', async () => {
    const link = await links.make({
      view: {
        ...view({ ...by, versus: '2020-12-31' }),
        embed: { figure: 'breakdown', origins: ['https://zone.example'] },
      },
      profile: totals,
    });
    const { token } = (await (await links.post(link.secret)).json()) as { token: string };
    const answer = await links.read(link.link.id, { authorization: `Bearer ${token}` });
    expect(((await answer.json()) as SharedPayload).analysis?.compared?.versus).toEqual({
      kind: 'day',
      day: '2020-12-31',
    });
  });
});
