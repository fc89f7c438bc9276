import { expect, test } from 'vitest';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { journeys, viewports } from '../../setup/pages/journey.ts';

const t = shareLabels.en;

journeys('the form of a link', (at) => {
  // seen to fail: the password lay behind the bar of the button, which hid what was missing
  test('pressed too early, the missing password is in view above the button', async () => {
    const { url } = at().server;
    const send = (method: string, path: string, body: object, headers = {}) =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        body: JSON.stringify(body),
      });
    // the rules of a zone are those of a register of one's own
    const facts = { name: 'Heat pumps' };
    expect((await send('POST', '/projects', { code: 'K-1', stage: 'lead', facts })).ok).toBe(true);
    const etag = (await fetch(`${url}/api/v1/zone`)).headers.get('etag') ?? '';
    const link_policy = { password_required: true };
    const rule = { link_policy, reason: 'rule of the county' };
    expect((await send('PATCH', '/zone', rule, { 'if-match': etag })).ok).toBe(true);
    for (const viewport of [viewports.desktop, viewports.phone]) {
      const { page, problems } = await at().walk('/?lang=en', viewport);
      await page.keyboard.press('s');
      const form = page.getByRole('dialog');
      await form.getByLabel(t.name, { exact: true }).fill('Press');
      const submit = form.getByRole('button', { name: t.make, exact: true });
      await submit.click();
      const field = form.locator('input:invalid');
      await field.and(page.locator(':focus')).waitFor();
      const [bottom, top] = await Promise.all([
        field.evaluate((e) => e.getBoundingClientRect().bottom),
        submit.evaluate((e) => e.getBoundingClientRect().top),
      ]);
      expect(bottom, `${viewport.width}`).toBeLessThanOrEqual(top);
      expect(problems).toEqual([]);
    }
  });
});
