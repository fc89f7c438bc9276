import { expect, test } from 'vitest';
import type { MadeLink, NewLink } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { journeys, languages } from '../../setup/pages/journey.ts';
import { importRegister } from '../../setup/pages/foreign-register.ts';
import { print } from '../../setup/pages/printed.ts';

const views = [
  { page: 'overview' },
  { page: 'pipeline', compare: '2021-02-08' },
  { page: 'projects' },
  { page: 'changes', compare: '2021-02-08' },
  { page: 'charts', chart: { id: 'breakdown', by: 'industry' } },
  { page: 'outlook' },
] as const satisfies readonly NewLink['view'][];

journeys('a link on paper', (at) => {
  const make = async (more: Partial<NewLink>): Promise<string> => {
    const { url } = at().server;
    const response = await fetch(new URL('/api/v1/links', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(url).origin },
      body: JSON.stringify({
        name: 'Paper',
        profile: redactionProfiles.full,
        frozen: true,
        language: 'en',
        exports: 'none',
        ...more,
      }),
    });
    expect(response.status, await response.clone().text()).toBe(201);
    return ((await response.json()) as MadeLink).address;
  };

  for (const view of views)
    test(`${view.page}: two pages at most, complete and numbered, in three languages`, async () => {
      for (const [place, language] of languages.entries()) {
        const profile = Object.values(redactionProfiles)[place] ?? redactionProfiles.totals;
        const address = await make({
          view,
          profile,
          language,
          note: 'For the meeting on Monday',
        });
        const { page, problems } = await at().walk(address);
        const { pages, faults, texts, controls } = await print(page);
        expect.soft(faults).toEqual([]);
        expect.soft(controls).toBe(0);
        expect.soft(pages).toBeLessThanOrEqual(2);
        expect.soft(texts).toHaveLength(pages);
        for (const [index, text] of texts.entries())
          expect.soft(text).toContain(`${index + 1} / ${pages}`);
        expect.soft(texts[0]).toContain('For the meeting on Monday');
        expect.soft(problems).toEqual([]);
      }
    });

  test('400 named projects take two pages, and the second states how many it leaves out', async () => {
    await importRegister(at().server.url);
    const profile = { ...redactionProfiles.full, names: 'shown' as const };
    for (const view of [{ page: 'projects' }, { page: 'pipeline' }] as const) {
      const { page, problems } = await at().walk(await make({ view, profile }));
      const { pages, faults, texts } = await print(page);
      expect.soft(faults).toEqual([]);
      expect.soft(pages).toBeLessThanOrEqual(2);
      if (view.page === 'projects') expect.soft(texts[1]).toMatch(/and 2\d\d more/);
      expect.soft(problems).toEqual([]);
    }
  });
});
