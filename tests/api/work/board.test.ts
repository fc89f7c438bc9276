import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EditedProject } from '#contract/projects/edit-schemas.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { Board } from '#contract/work/schemas.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const yuan = (bn: number) => ({
  'amounts.total_investment': { money: { minor: `${bn}00000000000`, currency: 'CNY' } },
});

describe.each(engines)('the board on $name', (engine) => {
  let api: TestApi;
  const add = async (code: string, facts: object, stage = 'negotiation', day = '2021-05-01') => {
    const response = await api.send('POST', '/api/v1/projects', {
      body: { code, stage, valid_from: day, facts: { name: `Project ${code}`, ...facts } },
    });
    expect(response.status).toBe(201);
  };
  beforeEach(async () => {
    api = await openApi(engine);
    const full = { owner: 'Chen Yu', investor: 'Hokuto', next_step: 'visit' };
    await add('A-1', { ...full, ...yuan(1), industry: 'bio' });
    await add('A-2', { ...full, ...yuan(3), owner: 'Sato Emi' });
    await add('A-3', { owner: 'Chen Yu', ...yuan(2) });
    await add('A-4', { ...full });
    await add('A-5', { ...full, ...yuan(1) }, 'lead', '2020-12-01');
  });
  afterEach(() => api.close());
  const board = (query = '') => api.get<Board>(`/api/v1/board?as_of=2021-05-10&${query}`);
  const cardsOf = ({ columns }: Board, stage: string) =>
    columns.find((column) => column.stage === stage)?.cards.map(({ code }) => code);
  const move = (code: string, body: object, headers: Record<string, string> = {}) =>
    api.send('POST', `/api/v1/projects/${code}/stage`, {
      body: { date: '2021-05-10', complete_later: true, ...body },
      headers,
    });

  test('each column has its count, its money and the largest three first', async () => {
    const json = await board();
    expect(schemas.board.reply.safeParse(json).error?.issues ?? []).toEqual([]);
    expect([json.total, json.matching, json.attention, json.to_complete]).toEqual([5, 5, 1, 1]);
    const [lead, talks] = json.columns;
    expect([lead?.count, talks?.count, talks?.undisclosed, talks?.amounts]).toEqual([
      1,
      4,
      1,
      [{ currency: 'CNY', minor: '600000000000' }],
    ]);
    expect(cardsOf(json, 'negotiation')).toEqual(['A-2', 'A-3', 'A-1']);
    expect(cardsOf(await board('stage=negotiation&limit=50'), 'negotiation')).toEqual([
      'A-2',
      'A-3',
      'A-1',
      'A-4',
    ]);
    expect(talks?.cards[0]).toMatchObject({ owner: 'Sato Emi', days: 9 });
    expect(lead?.cards[0]).toMatchObject({ code: 'A-5', stalled: 160 });
  });

  // seen to fail: the board of a register without dates said "0 stalled or late"
  test('projects without a planned date and an event are counted as not judged', async () => {
    const { undated } = await board();
    await add('C-1', {}, 'construction');
    const json = await board();
    expect([json.undated - undated, json.attention]).toEqual([1, 1]);
    await add('C-2', { 'milestones.operation.plan': '2021-12-01' }, 'construction');
    expect((await board()).undated).toBe(json.undated);
    expect((await board('stage=lead')).undated).toBe(json.undated);
  });

  test('the largest stand first in any currency with a rate, then those without one, then no amount, as in the list', async () => {
    const of = (minor: string, currency: string) => ({
      'amounts.total_investment': { money: { minor, currency } },
    });
    await add('B-1', of('50000000000', 'USD'), 'signed');
    await add('B-2', of('100000000000', 'CNY'), 'signed');
    await add('B-3', of('9000000', 'JPY'), 'signed');
    await add('B-4', of('900000000000', 'EUR'), 'signed');
    await add('B-5', {}, 'signed');
    const order = async () => {
      const json = await board('limit=50');
      // seen to fail: the list put USD before EUR and JPY before CNY, by the letters of their codes
      const list = await api.get<ProjectPage>(
        '/api/v1/projects?as_of=2021-05-10&stage=signed&sort=-total_investment',
      );
      expect(list.items.map(({ code }) => code)).toEqual(cardsOf(json, 'signed'));
      expect(list.unrated).toEqual(json.unrated);
      return [cardsOf(json, 'signed'), json.unrated];
    };
    expect(await order()).toEqual([
      ['B-2', 'B-4', 'B-3', 'B-1', 'B-5'],
      ['EUR', 'JPY', 'USD'],
    ]);
    const rate = { quote: 'CNY', day: '2021-04-01', source: 'bank' };
    const rates = [
      { ...rate, base: 'USD', per_units: 1, rate: '6.5' },
      { ...rate, base: 'JPY', per_units: 100, rate: '5.9' },
    ];
    expect((await api.send('POST', '/api/v1/exchange-rates', { body: { rates } })).status).toBe(
      201,
    );
    // 500 million dollars are 3.25 billion yuan, 9 million yen 531,000 yuan
    expect(await order()).toEqual([['B-1', 'B-2', 'B-3', 'B-4', 'B-5'], ['EUR']]);
  });

  test('filters apply to counts, money and cards; the counts of the two toggles stay', async () => {
    const mine = await board('owner=Chen%20Yu');
    expect([mine.matching, mine.attention, mine.to_complete]).toEqual([4, 1, 1]);
    expect(cardsOf(await board('amount_from=2000000000'), 'negotiation')).toEqual(['A-2', 'A-3']);
    expect(cardsOf(await board('amount_to=2000000000'), 'negotiation')).toEqual(['A-1']);
    expect(cardsOf(await board('q=A-3'), 'negotiation')).toEqual(['A-3']);
    const stalled = await board('attention=true');
    expect([stalled.matching, stalled.attention, stalled.to_complete]).toEqual([1, 1, 1]);
    const open = await board('to_complete=true');
    expect(cardsOf(open, 'negotiation')).toEqual(['A-3']);
    expect(open.columns[1]?.cards[0]?.to_complete).toEqual(['investor', 'next_step']);
    expect((await board('q=nothing')).matching).toBe(0);
  });

  test('the count to complete equals the count of cards, at every stage', async () => {
    await add('L-1', { site_mode: 'land' }, 'registered');
    await add('L-2', { agreement_type: 'framework' }, 'registered');
    await add('L-3', { jobs_actual: 0, owner: 'Li' }, 'operation');
    await add(
      'L-4',
      { owner: 'Li', 'amounts.output_actual': { missing: 'not_disclosed' } },
      'full_capacity',
    );
    const json = await board('limit=50');
    const cards = json.columns.flatMap((column) => column.cards);
    expect(json.to_complete).toBe(cards.filter((card) => card.to_complete !== undefined).length);
    expect(cards.find(({ code }) => code === 'L-1')?.to_complete).toEqual([
      'owner',
      'investor',
      'next_step',
      'uscc',
      'national_code',
    ]);
    expect(cards.find(({ code }) => code === 'L-4')?.to_complete).toBeUndefined();
  });

  // seen: a zone of Kenya was asked for the unified social credit code of China
  test('a zone abroad is not asked for codes of Chinese authorities, in cards and counts', async () => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const zone = { body: { base_currency: 'KES' }, headers: { 'if-match': etag } };
    expect((await api.send('PATCH', '/api/v1/zone', zone)).status).toBe(200);
    const full = { owner: 'Li', investor: 'Hokuto', next_step: 'visit', site_mode: 'land' };
    await add('L-1', full, 'registered');
    const { owner: _none, ...unowned } = full;
    await add('L-2', unowned, 'registered');
    const json = await board('limit=50');
    const cards = json.columns.flatMap((column) => column.cards);
    expect(cards.find(({ code }) => code === 'L-1')?.to_complete).toBeUndefined();
    expect(cards.find(({ code }) => code === 'L-2')?.to_complete).toEqual(['owner']);
    expect(json.to_complete).toBe(cards.filter((card) => card.to_complete !== undefined).length);
  });

  test('a move is stored at once, and required facts and the reason are requested afterwards', async () => {
    expect((await move('A-3', { stage: 'signed' })).status).toBe(200);
    const moved = await board('limit=50');
    expect(moved.columns[2]?.cards[0]).toMatchObject({
      code: 'A-3',
      days: 0,
      to_complete: ['investor', 'next_step', 'agreement_type'],
    });
    expect((await move('A-3', { stage: 'lead' })).status).toBe(200);
    const why = { stage: 'lead', reason_code: 'financing', reason: 'The bank withdrew' };
    const { project } = (await (await move('A-3', why)).json()) as EditedProject;
    expect(project.stage_events.at(-1)).toMatchObject({ reason_code: 'financing' });
    expect((await move('A-3', why)).status).toBe(409);
    expect((await move('A-3', { stage: 'signed', complete_later: false })).status).toBe(400);
  });

  test('land cannot skip construction', async () => {
    await add('L-1', { site_mode: 'land' });
    expect((await move('L-1', { stage: 'operation' })).status).toBe(422);
    expect((await move('A-1', { stage: 'operation' })).status).toBe(200);
  });

  test('a viewer sees cards without owners and cannot filter by them', async () => {
    const env = { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } as const };
    const response = await api.send('GET', '/api/v1/board?as_of=2021-05-10', { env });
    const json = (await response.json()) as Board;
    // seen to fail: 0, which says that nothing is missing
    expect(json).not.toHaveProperty('to_complete');
    expect(JSON.stringify(json)).not.toMatch(/Chen Yu|next_step/);
    expect((await api.send('GET', '/api/v1/board?owner=x', { env })).status).toBe(403);
  });
});
