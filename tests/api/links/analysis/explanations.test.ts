import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeLink, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { SharedExplanation } from '#contract/measures/schemas.ts';
import { measureIds } from '#domain/measures/measure-id.ts';
import { withheldTerm } from '#domain/measures/explain/texts.ts';
import { redactionProfiles, type RedactionProfile } from '#domain/redaction/profile.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { type LinkApi, openLinks, registerPages, viewOfPage } from '../../../setup/api/links.ts';
import { engines } from '../../../setup/api/stores.ts';

const project = /\b(A0[1-7]|B(0[1-9]|1\d|20)|C01|D0[12])\b/;
const { totals, full } = redactionProfiles;
const open: RedactionProfile = { ...full, names: 'shown' };

describe.each(engines)('explanations in links on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine);
  });
  afterEach(() => links.close());
  const reading = async (view: LinkView, profile: RedactionProfile, more: object = {}) => {
    const link: MadeLink = await links.make({ view, profile, ...more });
    const headers = await links.reader(link);
    const read = (rest: string) => links.read(link.link.id, headers, rest);
    const explain = async (figure: string): Promise<SharedExplanation> => {
      const answer = await read(`/explanations/${figure}`);
      const body: unknown = await answer.json();
      expect([figure, answer.status, answer.status === 200 ? '' : body]).toEqual([figure, 200, '']);
      expect(schemas.sharedExplanation.reply.safeParse(body).error).toBeUndefined();
      return body as SharedExplanation;
    };
    return { made: link, read, explain };
  };

  test('a figure has its formula, numbers, source, day and version, and the named rows', async () => {
    const { explain } = await reading({ page: 'pipeline' }, full);
    const registered = await explain('stage_investment?stage=registered');
    expect(registered.as_of).toBe('2021-04-16');
    expect(registered.formula.en).not.toBe('');
    expect(registered.sources).toHaveLength(1);
    expect(registered.version).toBeGreaterThan(0);
    expect(registered).not.toHaveProperty('revision');
    expect(registered.rows).toMatchObject({ kind: 'projects', next: null });
    const leads = await explain('stage_projects?stage=lead');
    expect(leads.rows).toEqual({ kind: 'withheld' });
    expect(leads.exact[0]?.unit).toBe('projects');
  });

  test('totals name no project, and mark withheld amounts', async () => {
    const view: LinkView = { page: 'pipeline' };
    const { explain, read } = await reading(view, totals);
    const payload = (await (await read('')).json()) as SharedPayload;
    const stages = payload.pipeline?.stages ?? [];
    const hiddenStages = stages.filter(({ held_back }) => held_back !== undefined);
    expect(hiddenStages.length).toBeGreaterThan(0);
    for (const { stage, amounts, held_back } of stages) {
      const one = await explain(`stage_investment?stage=${stage}`);
      expect(JSON.stringify(one)).not.toMatch(project);
      expect(one.exact).toHaveLength(amounts.length);
      if (held_back !== undefined)
        expect(one.parts.map(({ name }) => name)).toContainEqual(withheldTerm);
      if (held_back !== undefined && amounts.length === 0) expect(one.absent).toEqual(withheldTerm);
    }
  });

  test('the sum of a group is that of the page, whichever stages are withheld', async () => {
    const { explain, read } = await reading({ page: 'pipeline' }, totals);
    const payload = (await (await read('')).json()) as SharedPayload;
    const one = await explain('stage_investment?stage=pipeline');
    expect(one.exact).toEqual(
      payload.pipeline?.pipeline?.amounts.map((money) => ({
        value: toMajor(fromWire(money)),
        unit: money.currency,
      })),
    );
    expect(one.exact.length).toBeGreaterThan(0);
  });

  test.each(registerPages)(
    'no figure of the page %s names a project in a link of totals',
    async (page) => {
      const { read } = await reading(viewOfPage(page), totals);
      const payload = (await (await read('')).json()) as SharedPayload;
      const targets = payload.overview.targets ?? [];
      const subjects = [
        '',
        ...['lead', 'registered', 'established', 'pipeline'].map((stage) => `stage=${stage}`),
        ...targets.map(({ indicator }) => `target=${indicator}`),
        ...['A05', 'B01'].map((code) => `code=${code}`),
        'group=established&step=closing',
        'group=pipeline&step=opening',
      ];
      let answered = 0;
      for (const measure of measureIds)
        for (const subject of subjects) {
          const answer = await read(`/explanations/${measure}?${subject}`);
          const text = await answer.text();
          expect([200, 400, 404]).toContain(answer.status);
          if (answer.status === 200) answered += 1;
          expect([measure, subject, project.test(text.replaceAll(subject, ''))]).toEqual([
            measure,
            subject,
            false,
          ]);
        }
      expect(answered).toBeGreaterThan(0);
    },
    120_000,
  );

  test('no parameter widens a link', async () => {
    const { explain, read } = await reading(
      { page: 'charts', chart: { id: 'breakdown', measure: 'count', by: 'industry', zone: 'B' } },
      totals,
    );
    const own = await explain('breakdown_count?key=eco');
    expect(await explain('breakdown_count?key=eco&zone=B&as_of=2021-04-16')).toEqual(own);
    for (const more of ['zone=A', 'as_of=2021-03-31', 'industry=eco', 'versus=2020-12-31'])
      expect([more, (await read(`/explanations/breakdown_count?key=eco&${more}`)).status]).toEqual([
        more,
        404,
      ]);
    for (const more of ['owner=Li', 'investor=Hokuto', 'known_at=2021-01-01', 'plan=straight'])
      expect([more, (await read(`/explanations/breakdown_count?key=eco&${more}`)).status]).toEqual([
        more,
        400,
      ]);
    for (const figure of [
      'breakdown_paid_in',
      'project_amount?code=A05',
      'outlook_ceiling?target=x',
    ])
      expect([figure, (await read(`/explanations/${figure}`)).status]).toEqual([figure, 404]);
  });

  test('both sides of a comparison and their difference are explained', async () => {
    const versus = '2020-12-31';
    const { explain } = await reading(
      { page: 'charts', chart: { id: 'breakdown', measure: 'count', by: 'industry', versus } },
      totals,
    );
    const [now, before, difference] = [
      await explain('breakdown_count?key=eco'),
      await explain(`breakdown_count?key=eco&as_of=${versus}`),
      await explain(`breakdown_count?key=eco&versus=${versus}`),
    ];
    expect(before.as_of).toBe(versus);
    expect(Number(difference.exact[0]?.value)).toBe(
      Number(now.exact[0]?.value) - Number(before.exact[0]?.value),
    );
  });

  test('an outlook marks the figures that the link withholds', async () => {
    const { explain, read } = await reading({ page: 'outlook' }, { ...totals, amounts: 'none' });
    const { analysis } = (await (await read('')).json()) as SharedPayload;
    const key = analysis?.outlook?.targets.find(({ measure }) => measure !== undefined)?.row
      .indicator;
    const one = await explain(`outlook_ceiling?target=${key}`);
    expect(one.absent).toEqual(withheldTerm);
    expect(one.exact).toEqual([]);
    const whole = await reading({ page: 'outlook' }, open);
    expect((await whole.explain(`outlook_ceiling?target=${key}`)).exact).toHaveLength(1);
  });

  test('a reader without the link, and a paused link, get no explanation', async () => {
    const { made, read } = await reading({ page: 'overview' }, totals);
    const path = '/explanations/established_projects';
    expect((await links.read(made.link.id, {}, path)).status).toBe(401);
    expect((await read(path)).status).toBe(200);
    await links.change(made.link.id, { state: 'paused' });
    expect((await read(path)).status).not.toBe(200);
  });
});
