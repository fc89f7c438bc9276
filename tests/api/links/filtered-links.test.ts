import { afterEach, describe, expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import { draft, openLinks, type LinkApi } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';

const pages = ['overview', 'pipeline', 'changes', 'projects'] as const;

describe.each(engines)('links to a filtered page on $name', (engine) => {
  let links: LinkApi;
  afterEach(() => links.close());
  const preview = async (more: object): Promise<SharedPayload> => {
    const body = { ...draft, profile: redactionProfiles.full, ...more };
    const answer = await links.send('POST', '/api/v1/links/preview', { body });
    expect([answer.status, answer.status === 200 ? '' : await answer.clone().text()]).toEqual([
      200,
      '',
    ]);
    return (await answer.json()) as SharedPayload;
  };
  const others = async (industry: string): Promise<string[]> => {
    const { items } = await links.get<ProjectPage>('/api/v1/projects?limit=500');
    return items.filter((one) => one.industry !== industry).map(({ code }) => code);
  };

  test.each(pages)('the %s withholds the same as where the others are excluded', async (page) => {
    links = await openLinks(engine);
    for (const profile of Object.values(redactionProfiles)) {
      const without = await others('eco');
      const filtered = await preview({ profile, view: { page, within: { industry: ['eco'] } } });
      const excluded = await preview({ profile: { ...profile, without }, view: { page } });
      const { headline: _a, filter, ...shown } = filtered.overview;
      const { headline: _b, ...same } = excluded.overview;
      expect(shown).toEqual(same);
      expect(filtered.pipeline).toEqual(excluded.pipeline);
      expect(filtered.changes).toEqual(excluded.changes);
      expect(filtered.projects).toEqual(excluded.projects);
      expect(filter).toMatchObject({ of: 30, by: [{ field: 'industry' }] });
      const text = JSON.stringify(filtered);
      for (const code of without) expect(text).not.toContain(`"${code}"`);
    }
  });

  test('a published figure is never that of the filter; no owner and no channel is named', async () => {
    links = await openLinks(engine);
    const eco = await preview({ view: { page: 'overview', within: { industry: ['eco'] } } });
    expect(eco.overview.headline?.established).not.toHaveProperty('source');
    const owned = await preview({
      view: { page: 'overview', within: { owner: ['Zhang Secret'] } },
    });
    expect(JSON.stringify(owned)).not.toContain('Secret');
    expect(owned.overview.filter).toMatchObject({ shown: 0, by: [{ field: 'owner', names: [] }] });
    const brought = await preview({
      view: { page: 'projects', within: { channel: ['Secret fair'], agreement: ['framework'] } },
    });
    expect(JSON.stringify(brought)).not.toContain('Secret');
    expect(brought.overview.filter).toMatchObject({
      shown: 0,
      by: [
        { field: 'channel', names: [] },
        { field: 'agreement', names: [{ en: 'Framework agreement' }] },
      ],
    });
  });

  test('the outlook takes no filter, and an empty filter is refused', async () => {
    links = await openLinks(engine);
    for (const view of [
      { page: 'outlook', within: { industry: ['eco'] } },
      { page: 'overview', within: { industry: [] } },
      { page: 'overview', within: { stage: ['lead'] } },
    ]) {
      const body = { ...draft, view };
      expect((await links.send('POST', '/api/v1/links/preview', { body })).status).toBe(400);
    }
  });
});
