import { afterEach, describe, expect, test } from 'vitest';
import { measureIds } from '#domain/measures/measure-id.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openLinks, type LinkApi } from '../../setup/api/links.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('readers of explanations on $name', (engine) => {
  let api: TestApi | LinkApi;
  afterEach(() => api.close());

  test('a reader of a link, whatever it shows, gets no explanation of any measure', async () => {
    const links = await openLinks(engine, { passwords: plainPasswords });
    api = links;
    await firstAdmin(links);
    for (const profile of Object.values(redactionProfiles)) {
      const headers = await links.reader(await links.make({ profile }));
      for (const measure of measureIds) {
        const address = `/api/v1/explanations/${measure}?target=jobs`;
        const answer = await links.send('GET', address, { headers });
        expect([measure, answer.status]).toEqual([measure, 401]);
      }
    }
  });

  test('an explanation for a viewer names no file, cell or typed text of a project', async () => {
    api = await openApi(engine);
    const viewer = { env: { principal: { id: 'v', name: 'v', mode: 'account', role: 'viewer' } } };
    const whole = await api.get<ProjectDetail>('/api/v1/projects/A01');
    const secrets = [
      whole.owner,
      whole.progress_text,
      whole.next_step,
      whole.remark,
      whole.imported_from?.file,
    ].filter((text) => text !== undefined && text !== '');
    for (const address of [
      'project_amount?code=A01&amount=paid_in',
      'project_light?code=A01',
      'needs_action',
      'stage_investment?stage=construction',
      'outlook_fewest?target=jobs',
    ]) {
      const answer = await api.send('GET', `/api/v1/explanations/${address}`, viewer as never);
      expect([address, answer.status]).toEqual([address, 200]);
      const text = await answer.text();
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });
});
