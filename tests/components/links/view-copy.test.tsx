import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import type { LinkDraft } from '#contract/links/schemas.ts';
import { makeViewCopy } from '#web/features/links/copy/copy-view.ts';
import { viewCopyLabels } from '#web/features/links/labels/copy/index.ts';
import { SharePreview } from '#web/features/links/share/share-dialog.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const saved: Blob[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') });
  saved.length = 0;
  vi.stubGlobal('URL', URL);
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => void vi.useRealTimers());

/** The active parts that a copy must not have: scripts, handlers, addresses, controls. */
const acting = /<script|<iframe|<button|<input|\son\w+=|\s(href|src|srcset|action)=/i;

const copyOf = async (draft: LinkDraft): Promise<string> => {
  await mountPage(() => <SharePreview draft={draft} />, { address: '/overview' });
  const t = viewCopyLabels[draft.language];
  // the page below its title loads later
  await screen.findAllByRole(draft.view.page === 'projects' ? 'table' : 'figure');
  await userEvent.click(screen.getByRole('button', { name: t.copy }));
  await screen.findByText(/_ILLUSTRATIVE\.html/);
  return (await saved[0]?.text()) ?? '';
};

test.each(languages)(
  '%s: one file without script or address, stamped, in that language',
  async (language) => {
    const html = await copyOf({
      view: { page: 'overview' },
      profile: redactionProfiles.totals,
      frozen: true,
      language,
      exports: 'none',
    });
    expect(html).not.toMatch(acting);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain(`<html lang="${language}"`);
    const date = { en: '10 May 2021', ja: '2021年5月10日', 'zh-CN': '2021年5月10日' }[language];
    expect(html).toContain(viewCopyLabels[language].made({ date }));
  },
);

// seen to fail: on a phone the copy had one drawing of at least 560 px, whose values were cut
test('draws each chart for phone, tablet and desk, so that no value is cut', async () => {
  const html = await copyOf({
    view: { page: 'charts', chart: { id: 'breakdown', measure: 'count' } },
    profile: redactionProfiles.totals,
    frozen: true,
    language: 'en',
    exports: 'none',
    title: 'Projects of the board',
  });
  const copy = new DOMParser().parseFromString(html, 'text/html');
  const charts = [...copy.querySelectorAll('.copied-chart')];
  expect(charts.length).toBeGreaterThan(0);
  for (const chart of charts)
    expect(
      [...chart.querySelectorAll(':scope > svg')].map(
        (drawing) => `${drawing.getAttribute('class')} ${drawing.getAttribute('viewBox')}`,
      ),
    ).toEqual(
      [340, 560, 880].map((width) => expect.stringContaining(`copied-${width} 0 0 ${width} `)),
    );
  expect(html).not.toMatch(/min-width:\s*560px/);
  expect(copy.title).toMatch(/^Projects of the board, /);
  expect(copy.querySelector('h1')?.textContent).toBe('Projects of the board');
});

test.each(['pipeline', 'projects'] as const)(
  'of %s shows the content of its page: no name that the link hides',
  async (page) => {
    const html = await copyOf({
      view: { page },
      profile: redactionProfiles.totals,
      frozen: true,
      language: 'en',
      exports: 'none',
    });
    expect(html).not.toMatch(/\b[A-D]\d\d\b/);
    expect(html).toContain(page === 'projects' ? '<table' : '<figure');
    // narrow screens head each value of a list by its column
    if (page === 'projects') expect(html).toMatch(/<td[^>]* data-label="[^"]+"/);
  },
);

// seen to fail: the copy of a page that the server drew had the empty room of its charts
test('of a chart that nobody has used holds the pictures of the server, without their sizes', async () => {
  const view = document.createElement('div');
  const space = '<svg class="chart-space chart-space-340" viewBox="0 0 340 9"></svg>';
  const pictures = [340, 440, 560, 700, 880, 1100].map(
    (width) =>
      `<svg class="chart-${width}" width="${width}" height="9" style="height: 100%"><text>at ${width}</text></svg>`,
  );
  view.innerHTML = `<div class="chart"><div class="chart-drawing">${space}<div class="chart-picture">${pictures.join('')}</div></div></div>`;
  const html = await makeViewCopy(view, { title: 'T', language: 'en', stamp: 'S' });
  const copy = new DOMParser().parseFromString(html, 'text/html');
  const drawings = [...copy.querySelectorAll('.copied-chart > svg')];
  expect(drawings.map((drawing) => drawing.textContent)).toEqual(['at 340', 'at 560', 'at 880']);
  expect(drawings.map((drawing) => drawing.getAttribute('class'))).toEqual([
    'copied-340',
    'copied-560',
    'copied-880',
  ]);
  for (const drawing of drawings)
    expect(drawing.getAttributeNames().toSorted()).toEqual(['class', 'viewBox']);
});

test('drops every active element', async () => {
  const view = document.createElement('div');
  const add = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    text = 'Visible text',
  ) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    view.append(element);
  };
  add('a', { href: 'javascript:alert(1)', ONCLICK: 'x()' });
  add('button', { onclick: 'x()' });
  add('script', {}, 'x()');
  add('img', { src: 'https://elsewhere.example/x.png', onerror: 'x()' });
  add('p', { onmouseover: 'x()', 'data-secret': 'hws_1' }, '<script>x()</script>');
  add('section', { 'data-not-copied': '' }, 'of this reader alone');
  const html = await makeViewCopy(view, {
    title: '</title><script>x()',
    language: 'en',
    stamp: 'S',
  });
  expect(html).not.toMatch(acting);
  expect(html).not.toMatch(/hws_|elsewhere|of this reader alone/);
  expect(html.match(/Visible text/g)).toHaveLength(2);
});

// seen to fail: the lines of an outlook had no colour, as a list of attributes did not name theirs
test('keeps the attributes by which the styles of its page draw, and no other data', async () => {
  const style = document.createElement('style');
  style.textContent = '[data-line="needed"]{stroke:red} dl [data-step]{color:red}';
  document.head.append(style);
  document.body.innerHTML = `<div><svg><path data-line="needed" data-measure="m"/></svg><dl><div data-step="today" data-step-of="x"></div></dl></div>`;
  const [view] = document.body.children;
  if (view === undefined) throw new Error('no view');
  const html = await makeViewCopy(view, { title: 'T', language: 'en', stamp: 'S' });
  style.remove();
  expect(html).toContain('<path data-line="needed">');
  expect(html).toContain('<div data-step="today">');
});
