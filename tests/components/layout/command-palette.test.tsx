import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { beforeEach, expect, test } from 'vitest';
import { paletteLabels } from '#web/features/palette/labels/index.ts';
import { Keys } from '#web/layout/keys/keys.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = paletteLabels.en;
beforeEach(() => localStorage.clear());
function Page() {
  const { pathname, search } = useLocation();
  return (
    <>
      <label>
        Field <input />
      </label>
      <output>{pathname + search}</output>
      <Keys overview={undefined} dated onHelp={() => undefined} onShare={undefined} />
    </>
  );
}
const at = () => document.querySelector('output')?.textContent;
const open = async () => {
  const mounted = await mountPage(Page, {
    address: '/month?lang=en',
    before: async (_, api) => {
      const make = (code: string, name: string) =>
        api.send('POST', '/api/v1/projects', {
          body: { code, stage: 'lead', facts: { name }, valid_from: '2021-05-01' },
        });
      await make('QD-1', '热泵制造基地');
      await make('QD-2', 'ヒートポンプ工場');
    },
  });
  await userEvent.keyboard('{Control>}k{/Control}');
  return { ...mounted, field: await screen.findByRole('combobox', { name: t.go_to }) };
};
const options = () => screen.queryAllByRole('option').map((option) => option.textContent ?? '');

test('Ctrl K opens the palette, also from within a field, with the focus in its field', async () => {
  const { field } = await open();
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(options().some((text) => text.includes('Pipeline'))).toBe(true);
  await userEvent.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  await userEvent.click(screen.getByLabelText('Field'));
  await userEvent.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox', { name: t.go_to });
});

test('finds a project by name, code, pinyin or kana, opens it with Enter and lists it as recent', async () => {
  const { field } = await open();
  for (const query of ['热泵', 'qd-1', 'rbzz', 'ひーとぽんぷ']) {
    await userEvent.clear(field);
    await userEvent.type(field, query);
    await waitFor(() =>
      expect([query, options().filter((text) => text.includes(t.group_project)).length]).toEqual([
        query,
        1,
      ]),
    );
  }
  await userEvent.clear(field);
  await userEvent.type(field, '热泵');
  await screen.findByRole('option', { name: /热泵制造基地/ });
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(at()).toBe('/projects/QD-1?lang=en'));
  await userEvent.keyboard('{Control>}k{/Control}');
  await waitFor(() => expect(options()[0]).toContain(`热泵制造基地${''}`));
  expect(options()[0]).toContain(t.group_recent);
});

test('sets a day, a stage and a language by words of any language', async () => {
  const { field } = await open();
  await userEvent.type(field, '2021q1{Enter}');
  await waitFor(() => expect(at()).toContain('as_of=2021-03-31'));
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), '在谈');
  await screen.findByRole('option', { name: /In negotiation/ });
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(at()).toContain('/projects?as_of=2021-03-31&lang=en&stage=negotiation'),
  );
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(await screen.findByRole('combobox'), '日本語{Enter}');
  await waitFor(() => expect(at()).toContain('lang=ja'));
});

test('a search without results is reported', async () => {
  const { field } = await open();
  await userEvent.type(field, 'zzzz');
  await screen.findByText(t.nothing);
});
