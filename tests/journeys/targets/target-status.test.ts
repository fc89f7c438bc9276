import { expect, test } from 'vitest';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import {
  axeFindings,
  checkWidths,
  journeys,
  languages,
  rotate,
  waitForIdle,
} from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';

journeys('the declared status of a target', (at) => {
  for (const [index, language] of languages.entries())
    test(`${language}: a manager declares it, and the overview has it beside the verdict`, async () => {
      const t = judgementLabels[language];
      const { url } = at().server;
      // a target of the sample has no status: the first value makes a register of one's own
      const response = await fetch(`${url}/api/v1/observations`, {
        method: 'POST',
        body: JSON.stringify({
          values: [
            { indicator: 'companies', period: '2021-03', value: '40' },
            { indicator: 'companies', period: '2021-04', value: '43' },
          ],
        }),
        headers: { origin: url, 'content-type': 'application/json' },
      });
      expect(response.ok).toBe(true);
      const { page, problems } = await at().walk(
        `/settings/targets?lang=${language}&indicator=companies&period=final`,
      );
      const section = page.getByRole('region', { name: t.status });
      const open = section.getByRole('button', { name: t.declare, exact: true });
      await open.click();
      await section.getByLabel(t.word, { exact: true }).selectOption('at_risk');
      await section.getByLabel(t.reason, { exact: true }).fill('Two investors wait for the bank');
      await section.getByRole('button', { name: t.save }).click();
      await section.getByText('Two investors wait for the bank').waitFor();
      await page.goto(`${url}/?lang=${language}`);
      const mark = page.getByRole('table').getByTitle('Two investors wait for the bank');
      await mark.waitFor();
      await waitForIdle(page);
      expect.soft(await axeFindings(page)).toEqual([]);
      await checkWidths(page, rotate([390, 1440], index), async (width) =>
        expect.soft([width, await layoutFaults(page)]).toEqual([width, []]),
      );
      expect(problems).toEqual([]);
    });
});
