import { afterEach, describe, expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Explanation } from '#contract/measures/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { changeText } from '#domain/labels/targets/indicator-change.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { openLinks, type LinkApi } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the change of a target since the compared day, on $name', (engine) => {
  let api: LinkApi;
  afterEach(() => api.close());

  test('is that of What changed and of its explanation, on each day', async () => {
    api = await openLinks(engine);
    for (const [as_of, compare] of [
      ['2021-04-16', '2021-02-08'],
      ['2021-03-31', '2020-12-31'],
      ['2021-04-16', '2020-06-30'],
    ]) {
      const overview = await api.get<Overview>(
        `/api/v1/overview?as_of=${as_of}&compare=${compare}`,
      );
      expect(schemas.overview.reply.safeParse(overview).success).toBe(true);
      const changes = await api.get<RegisterChanges>(`/api/v1/changes?from=${compare}&to=${as_of}`);
      expect(schemas.changes.reply.safeParse(changes).success).toBe(true);
      expect(overview.indicator_changes?.length).toBeGreaterThan(0);
      for (const change of overview.indicator_changes ?? []) {
        expect(changes.indicators).toContainEqual(change);
        const explanation = await api.get<Explanation>(
          `/api/v1/explanations/indicator_change?target=${change.indicator}&from=${compare}&as_of=${as_of}`,
        );
        expect([explanation.text?.en, explanation.exact[0]?.value]).toEqual(
          change.difference === undefined
            ? [undefined, undefined]
            : [changeText(change, 'en'), change.difference],
        );
      }
    }
  });

  test('is in a link that shows the compared day, with its explanation, and in no other', async () => {
    api = await openLinks(engine);
    const { indicator_changes: own } = await api.get<Overview>('/api/v1/overview');
    const read = async (sections: readonly string[]) => {
      const link = await api.make({ profile: { ...redactionProfiles.totals, sections } });
      const headers = await api.reader(link);
      const { overview } = (await (await api.read(link.link.id, headers)).json()) as SharedPayload;
      const explanation = await api.read(
        link.link.id,
        headers,
        '/explanations/indicator_change?target=jobs',
      );
      return { changes: overview.indicator_changes, explanation };
    };
    const withDay = await read(['headline', 'targets']);
    expect(withDay.changes?.map(({ difference }) => difference)).toEqual(
      own?.map(({ difference }) => difference),
    );
    const jobs = own?.find(({ indicator }) => indicator === 'jobs');
    expect(((await withDay.explanation.json()) as Explanation).exact[0]?.value).toBe(
      jobs?.difference,
    );
    const others = await read(['targets', 'strip']);
    expect([others.changes, others.explanation.status]).toEqual([undefined, 404]);
  });
});
