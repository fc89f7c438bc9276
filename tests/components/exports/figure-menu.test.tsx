import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { figureLabels } from '#web/figures/labels/index.ts';
import { charts } from '#charts/registry.ts';
import { FigureMenu } from '#web/figures/figure-menu.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = figureLabels.en;
const Menu = () => (
  <FigureMenu chart={charts.targets} title="Targets" options={{}} example={false} />
);
const waits = { where: (request: Request) => request.url.includes('/charts/'), delay: 60_000 };

test('cancelling a file ends its request and reports that nothing was saved', async () => {
  const { faults } = await mountPage(Menu, { address: '/' });
  const requests: Request[] = [];
  faults.set({
    kind: 'slow',
    delay: waits.delay,
    where: (request) => waits.where(request) && requests.push(request) > 0,
  });
  await userEvent.click(await screen.findByRole('link', { name: /PNG image/ }));
  expect(screen.getByText(t.working)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: t.cancel }));
  expect(await screen.findByText(t.cancelled)).toBeTruthy();
  expect(screen.queryByRole('button', { name: t.cancel })).toBeNull();
  expect(requests[0]?.signal.aborted).toBe(true);
});

test('a secondary currency applies to the page and to every file', async () => {
  const rates = [
    { base: 'JPY', quote: 'CNY', day: '2021-04-15', per_units: 100, rate: '6', source: 'A bank' },
  ];
  await mountPage(Menu, {
    address: '/',
    before: async (_faults, api) => {
      await api.send('POST', '/api/v1/exchange-rates', { body: { rates } });
    },
  });
  await userEvent.click(await screen.findByText('CNY + JPY'));
  await waitFor(() =>
    expect(screen.getByRole('link', { name: /JSON/ }).getAttribute('href')).toContain('cur=JPY'),
  );
  await userEvent.click(screen.getByText('CNY'));
  await waitFor(() =>
    expect(screen.getByRole('link', { name: /JSON/ }).getAttribute('href')).not.toContain('cur='),
  );
});

test('requesting another file ends the pending one', async () => {
  const { faults } = await mountPage(Menu, { address: '/' });
  const requests: Request[] = [];
  faults.set({
    kind: 'slow',
    delay: waits.delay,
    where: (request) => waits.where(request) && requests.push(request) > 0,
  });
  await userEvent.click(await screen.findByRole('link', { name: /PNG image/ }));
  await userEvent.click(screen.getByRole('link', { name: /JSON/ }));
  await waitFor(() => expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, false]));
  expect(screen.getByText(t.working)).toBeTruthy();
});

test('an own title is used in every file until it is removed', async () => {
  await mountPage(Menu, { address: '/' });
  await screen.findByRole('link', { name: /PowerPoint/ });
  const field = screen.getByRole('textbox', { name: t.own_title });
  const addresses = () =>
    [/PNG image/, /SVG/, /PDF/, /PowerPoint/, /XLSX/].map((name) =>
      new URL(
        screen.getByRole('link', { name }).getAttribute('href') ?? '',
        'http://localhost',
      ).searchParams.get('title'),
    );
  expect(field.getAttribute('placeholder')).toBe('Targets');
  expect(addresses()).toEqual([null, null, null, null, null]);
  await userEvent.type(field, 'Half way & on time');
  expect(new Set(addresses())).toEqual(new Set(['Half way & on time']));
  await userEvent.clear(field);
  expect(addresses()).toEqual([null, null, null, null, null]);
});

test('the title of a saved chart is in its files until it is removed; then they have its claim', async () => {
  const Saved = () => (
    <FigureMenu
      chart={charts.targets}
      title="For the council"
      claim="Two targets are on plan"
      options={{ title: 'For the council' }}
      example={false}
    />
  );
  await mountPage(Saved, { address: '/' });
  await screen.findByRole('link', { name: /PowerPoint/ });
  const field = screen.getByRole('textbox', { name: t.own_title });
  const titleOf = (name: RegExp) =>
    new URL(
      screen.getByRole('link', { name }).getAttribute('href') ?? '',
      'http://localhost',
    ).searchParams.get('title');
  expect([/PNG image/, /PowerPoint/].map(titleOf)).toEqual(['For the council', 'For the council']);
  await userEvent.clear(field);
  expect([/PNG image/, /PowerPoint/].map(titleOf)).toEqual([null, null]);
  expect(field.getAttribute('placeholder')).toBe('Two targets are on plan');
});
