import { beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../../setup/pages/axe.ts';
import { controlFaults } from '../../setup/pages/control-faults.ts';
import { importDanishZone, json } from '../../setup/pages/foreign-register.ts';
import { checkWidths, journeys, languages, viewports } from '../../setup/pages/journey.ts';
import { layoutFaults } from '../../setup/pages/overlap.ts';
import { textFaults } from '../../setup/pages/text-faults.ts';

const register = [
  'Project ID,Project name,Industry,Stage,Total investment (million),Currency,Last updated',
  'RNI-2024-001,Battery cell plant,Batteries,Under construction,3200,PLN,2026-10-02',
  'RNI-2024-002,Hydrogen hub,Energy,Signed,150,EUR,2026-09-20',
  'RNI-2024-003,Data centre,Digital,Registered,900,AED,2026-08-11',
].join('\n');
const twoLines = 48;

journeys('a register in three currencies', (at) => {
  // seen to fail: stages stood one character below the other, and days were cut at the edge
  test.each(languages)('fits a tablet, in %s', async (language) => {
    const { url } = at().server;
    await fetch(`${url}/api/v1/samples`, json(url, { sample: 'none' }));
    const form = new FormData();
    form.append('file', new Blob([register]), 'register.csv');
    const headers = { origin: new URL(url).origin };
    const upload = await fetch(`${url}/api/v1/imports?lang=en`, {
      method: 'POST',
      headers,
      body: form,
    });
    const { id } = (await upload.json()) as { id: string };
    const answers = { file_kind: 'other_zone', zone_name: 'Rana', mapping: 'proposals' };
    await fetch(`${url}/api/v1/imports/${id}/commit?lang=en`, json(url, { answers }));
    const { page } = await at().walk(`/projects?lang=${language}`, viewports.tablet);
    const rows = page.locator('main tbody tr');
    await expect.poll(() => rows.count()).toBe(3);
    const heights = await rows.evaluateAll((all) => all.map((row) => row.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(twoLines);
    const cut = await page.locator('main table').evaluate((table) => {
      const last = [...table.querySelectorAll('tbody td:last-child *, tbody td:last-child')];
      return last.filter((cell) => cell.getBoundingClientRect().right > innerWidth).length;
    });
    expect(cut).toBe(0);
  });
});

const paths = ['/', '/outlook', '/projects', '/pipeline', '/pipeline?layout=board', '/changes'];
journeys('a Danish zone with three currencies and ten industries', (at) => {
  beforeAll(() => importDanishZone(at().server.url));
  // seen to fail: amounts with a long currency name lay on their bars and over the next column
  test.each(languages)(
    'keeps every text and control complete and apart, in %s',
    async (language) => {
      const { page, problems } = await at().walk(`/copy?lang=${language}`);
      for (const path of paths) {
        const address = new URL(path, at().server.url);
        address.searchParams.set('lang', language);
        await page.goto(address.href);
        await checkWidths(page, [1440, 1024, 768, 390], async (width) => {
          await page.evaluate(() => {
            for (const part of document.querySelectorAll('main details'))
              part.setAttribute('open', '');
          });
          const faults = [
            ...(await layoutFaults(page)),
            ...(await textFaults(page)),
            ...(await controlFaults(page)),
          ];
          expect.soft([path, width, faults]).toEqual([path, width, []]);
        });
        expect.soft([path, await axeFindings(page)]).toEqual([path, []]);
      }
      expect(problems).toEqual([]);
    },
  );
  // seen to fail: 6.04億デンマーク・クローネ broke within クローネ
  test('no line of an amount ends within a word of its currency', async () => {
    const { page } = await at().walk('/?lang=ja', viewports.phone);
    for (const path of ['/', '/outlook', '/projects', '/pipeline?layout=board', '/?view=wall']) {
      const address = new URL(path, at().server.url);
      address.searchParams.set('lang', 'ja');
      // a wall on a phone has no targets
      await page.setViewportSize(path.includes('wall') ? viewports.desktop : viewports.phone);
      await page.goto(address.href);
      await page.getByText('クローネ').first().waitFor();
      const brokenLines = await page
        .locator('.text_number, .text_amounts, .wall-targets_target')
        .evaluateAll((all) => {
          const lines: string[] = [];
          for (const e of all) {
            const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode())
              for (const word of (node.textContent ?? '').matchAll(
                /デンマーク|クローネ|クローナ/g,
              )) {
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                if (range.getClientRects().length > 1) lines.push(node.textContent ?? '');
              }
          }
          return lines;
        });
      expect.soft([path, brokenLines]).toEqual([path, []]);
    }
  });
});
