import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Project, ProjectDetail } from '#domain/projects/project.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const days = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020].map((year) => `${year}-03-31`);
const words = ['在谈', '已签约', '已注册', '在建', '已投产'];
interface Listed {
  readonly code: string;
  /** Index of its stage word. */
  readonly stage: number;
}
/**
 * Project n is first listed by edition n mod 6, advances one stage every second year, and leaves
 * after one to four editions; every ninth returns after a gap of one.
 */
const editions: readonly (readonly Listed[])[] = days.map((_, edition) =>
  Array.from({ length: 48 }, (_unused, n) => {
    const first = n % 6;
    const age = edition - first;
    const life = 1 + (Math.floor(n / 6) % 4);
    const isBack = n % 9 === 0 && age > life;
    if (age < 0 || (age >= life && !isBack)) return [];
    return [
      {
        code: `P${String(n).padStart(2, '0')}`,
        stage: Math.min(words.length - 1, (n % 4) + Math.floor(age / 2)),
      },
    ];
  }).flat(),
);
const isEstablished = ({ stage }: Listed): boolean => stage >= 2;
const fileOf = (listed: readonly Listed[]): string =>
  [
    '项目编号,项目名称,项目阶段,总投资（万元）',
    ...listed.map(({ code, stage }) => `${code},项目${code},${words[stage]},1000`),
  ].join('\n');

test('the eight editions list fewest projects at the end, and some projects return', () => {
  const all = new Set(editions.flatMap((listed) => listed.map(({ code }) => code)));
  const has = (edition: number, code: string): boolean =>
    (editions[edition] ?? []).some((one) => one.code === code);
  const back = [...all].filter((code) =>
    editions.some((_, at) => at > 1 && has(at, code) && !has(at - 1, code) && has(at - 2, code)),
  );
  expect([all.size, editions[7]?.length ?? 0, back.length]).toEqual([
    48,
    expect.any(Number),
    expect.any(Number),
  ]);
  expect([(editions[7]?.length ?? 0) < 30, back.length > 2]).toEqual([true, true]);
});

describe.each(engines)('projects that leave the register on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine);
  });
  afterEach(() => api.close());

  const upload = async (listed: readonly Listed[]): Promise<ImportPreview> => {
    const form = new FormData();
    form.set('file', new File([fileOf(listed)], 'register.csv'));
    const preview = (await (
      await api.send('POST', '/api/v1/imports', { body: form })
    ).json()) as ImportPreview;
    expect(schemas.previewImport.reply.safeParse(preview).error?.issues).toBeUndefined();
    return preview;
  };
  const send = (id: string, what: 'answers' | 'commit', answers: object) =>
    api.send('POST', `/api/v1/imports/${id}/${what}`, {
      body: { answers: { edition_change: 'accept', ...answers } },
    });
  const preview = async (edition: number, answers: object = {}): Promise<ImportPreview> => {
    const { id } = await upload(editions[edition] ?? []);
    return (await (
      await send(id, 'answers', { as_of: days[edition], ...answers })
    ).json()) as ImportPreview;
  };
  const store = async (edition: number, answers: object = {}): Promise<ImportCommit> => {
    const { id } = await upload(editions[edition] ?? []);
    const response = await send(id, 'commit', { as_of: days[edition], ...answers });
    const commit = (await response.json()) as ImportCommit;
    expect([edition, response.status, response.status === 200 ? undefined : commit]).toEqual([
      edition,
      200,
      undefined,
    ]);
    return commit;
  };
  const own = { file_kind: 'own_register' };
  const countsOn = async (day: string | undefined): Promise<readonly number[]> => {
    const { headline } = await api.get<Overview>(`/api/v1/overview?as_of=${day}`);
    return [Number(headline.established?.value ?? 0), Number(headline.pipeline?.value ?? 0)];
  };
  const truthOf = (listed: readonly Listed[]): readonly number[] => [
    listed.filter(isEstablished).length,
    listed.filter((one) => !isEstablished(one)).length,
  ];
  const codesOn = async (day: string | undefined, status: string): Promise<readonly string[]> =>
    (
      await api.get<{ items: readonly Project[] }>(
        `/api/v1/projects?as_of=${day}&status=${status}&limit=100&sort=code`,
      )
    ).items.map(({ code }) => code);
  const codesOf = (listed: readonly Listed[] = []): readonly string[] =>
    listed.map(({ code }) => code);
  const everListed = (upTo: number): readonly string[] =>
    [...new Set(editions.slice(0, upTo + 1).flatMap(codesOf))].sort();

  test('headline, lists and changes match the edition of each day after eight yearly editions', async () => {
    await store(0, own);
    const { id } = await upload(editions[1] ?? []);
    const problem = (await (await send(id, 'commit', { as_of: days[1] })).json()) as Problem;
    expect([problem.status, problem.code, problem.errors?.map(({ path }) => path)]).toEqual([
      422,
      'import_questions_open',
      ['answers.unlisted'],
    ]);
    await store(1, { unlisted: 'whole' });
    for (let edition = 2; edition < days.length; edition += 1) {
      const newPreview = await preview(edition);
      const before = codesOf(editions[edition - 1]);
      const left = before.filter((code) => !codesOf(editions[edition]).includes(code));
      expect([newPreview.questions.map((q) => q.id), newPreview.remembered]).toEqual([
        [],
        left.length === 0 ? [] : ['unlisted'],
      ]);
      expect([
        newPreview.unlisted?.count,
        newPreview.unlisted?.left,
        newPreview.unlisted?.projects.map(({ code, day }) => [code, day]),
      ]).toEqual(
        left.length === 0
          ? [undefined, undefined, undefined]
          : [left.length, left.length, left.map((code) => [code, days[edition]])],
      );
      await store(edition);
    }
    for (const [edition, day] of days.entries()) {
      const listed = editions[edition] ?? [];
      expect([day, await countsOn(day)]).toEqual([day, truthOf(listed)]);
      expect([day, await codesOn(day, 'active')]).toEqual([day, codesOf(listed)]);
      expect([day, await codesOn(day, 'unlisted')]).toEqual([
        day,
        everListed(edition).filter((code) => !codesOf(listed).includes(code)),
      ]);
      if (edition === 0) continue;
      const before = codesOf(editions[edition - 1]);
      const changes = await api.get<RegisterChanges>(
        `/api/v1/changes?from=${days[edition - 1]}&to=${day}`,
      );
      const removals = before.filter((code) => !codesOf(listed).includes(code));
      const additions = codesOf(listed).filter((code) => !everListed(edition - 1).includes(code));
      const back = codesOf(listed).filter(
        (code) => everListed(edition - 1).includes(code) && !before.includes(code),
      );
      expect([day, changes.counts?.gone, changes.counts?.new, changes.counts?.status]).toEqual([
        day,
        removals.length,
        additions.length,
        back.length,
      ]);
      expect(
        changes.moves
          .filter(({ kinds }) => kinds.includes('gone'))
          .map(({ code, date }) => [code, date])
          .sort(),
      ).toEqual(removals.map((code) => [code, day]));
      expect(Object.values(changes.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
        changes.total,
      );
    }
  });

  test('a part ends no project, and a register without completed projects keeps its established ones', async () => {
    await store(0, own);
    const [before, now] = [editions[0] ?? [], editions[3] ?? []];
    const removals = before.filter(({ code }) => !codesOf(now).includes(code));
    const rest = removals.filter(isEstablished);
    expect([removals.length > rest.length, rest.length > 0]).toEqual([true, true]);
    const newPreview = await preview(3, { unlisted: 'without_completed' });
    expect([newPreview.unlisted?.count, newPreview.unlisted?.left]).toEqual([
      removals.length,
      removals.length - rest.length,
    ]);
    expect(
      newPreview.register_totals.groups.map(({ group, after }) => [group, after.count]),
    ).toEqual([
      ['established', truthOf(now)[0]! + rest.length],
      ['pipeline', truthOf(now)[1]],
      ['neither', removals.length - rest.length],
    ]);
    const { revision } = await store(3, { unlisted: 'without_completed' });
    expect(await countsOn(days[3])).toEqual([
      (truthOf(now)[0] ?? 0) + rest.length,
      truthOf(now)[1],
    ]);
    await api.send('POST', `/api/v1/revisions/${revision}/undo`, { body: {} });
    await store(3, { unlisted: 'part' });
    expect(await codesOn(days[3], 'unlisted')).toEqual([]);
  });

  test('an older edition imported later ends and revives nothing, and its own projects leave by the next edition', async () => {
    await store(0, own);
    await store(4, { unlisted: 'whole' });
    const stateOn = async (day: string | undefined) => [
      await countsOn(day),
      await codesOn(day, 'active'),
      await codesOn(day, 'unlisted'),
    ];
    const [first, last] = [await stateOn(days[0]), await stateOn(days[4])];
    await store(2);
    expect(await stateOn(days[0])).toEqual(first);
    expect((await stateOn(days[4])).slice(0, 2)).toEqual(last.slice(0, 2));
    const between = codesOf(editions[2]).filter(
      (code) => !codesOf(editions[4]).includes(code) && !codesOf(editions[0]).includes(code),
    );
    expect(between.length).toBeGreaterThan(0);
    for (const code of between) {
      expect(await api.get<Project>(`/api/v1/projects/${code}?as_of=${days[2]}`)).toMatchObject({
        status: 'active',
      });
      expect(await api.get<Project>(`/api/v1/projects/${code}?as_of=${days[4]}`)).toMatchObject({
        status: 'unlisted',
        status_date: days[4],
      });
    }
  });

  test('an older edition imported after the newest asks about projects that only it lists', async () => {
    await store(4, own);
    const newPreview = await preview(0);
    expect(newPreview.questions.map(({ id }) => id)).toEqual(['unlisted']);
    await store(0, { unlisted: 'whole' });
    expect([await countsOn(days[0]), await countsOn(days[4])]).toEqual([
      truthOf(editions[0] ?? []),
      truthOf(editions[4] ?? []),
    ]);
  });

  test('undo restores projects that left; such a project keeps its stage and accepts a reason', async () => {
    await store(0, own);
    const { revision } = await store(5, { unlisted: 'whole' });
    const code = codesOf(editions[0]).find((one) => !codesOf(editions[5]).includes(one)) ?? '';
    const detail = () => api.get<ProjectDetail>(`/api/v1/projects/${code}`);
    expect(await detail()).toMatchObject({ status: 'unlisted', status_date: days[5] });
    expect((await detail()).stage).toBe(
      (await api.get<Project>(`/api/v1/projects/${code}?as_of=${days[0]}`)).stage,
    );
    const reason = { status: 'unlisted', reason_code: 'competing_location', reason: '迁往邻市' };
    expect(
      (await api.send('POST', `/api/v1/projects/${code}/status`, { body: reason })).status,
    ).toBe(200);
    expect(await detail()).toMatchObject({
      status: 'unlisted',
      status_date: days[5],
      status_reason: '迁往邻市',
    });
    const { items } = await api.get<{ items: readonly { readonly id: number }[] }>(
      '/api/v1/revisions',
    );
    for (const id of [items[0]?.id, revision])
      expect((await api.send('POST', `/api/v1/revisions/${id}/undo`, { body: {} })).status).toBe(
        200,
      );
    expect(await detail()).toMatchObject({ status: 'active' });
    expect(await codesOn(days[5], 'unlisted')).toEqual([]);
  });

  test("a project that has ended, or was entered after the edition's day, does not leave", async () => {
    await store(0, own);
    const [first = '', second = ''] = codesOf(editions[0]).filter(
      (code) => !codesOf(editions[5]).includes(code),
    );
    const end = { status: 'lost', date: '2013-06-30', reason_code: 'market', reason: 'x' };
    expect((await api.send('POST', `/api/v1/projects/${first}/status`, { body: end })).status).toBe(
      200,
    );
    const hold = { status: 'on_hold', date: '2019-06-30', reason_code: 'market', reason: 'x' };
    expect(
      (await api.send('POST', `/api/v1/projects/${second}/status`, { body: hold })).status,
    ).toBe(200);
    const newPreview = await preview(5, { unlisted: 'whole' });
    const codes = newPreview.unlisted?.projects.map(({ code }) => code);
    expect([codes?.includes(first), codes?.includes(second)]).toEqual([false, false]);
  });
});
