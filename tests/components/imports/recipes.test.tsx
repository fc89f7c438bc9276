import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ImportRecipes } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { previewLabels } from '#web/features/imports/labels/index.ts';
import { ImportPage } from '#web/features/imports/import-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const p = previewLabels.en;
const register =
  'Code,Name,Step,Cost,Last updated\nA1,Alpha,Signed,100,2021-05-08\nB2,Beta,Signed,70,2021-05-08\n';
const answers = {
  file_kind: 'own_register',
  mapping: { Step: 'stage', Cost: 'paid_in' },
  currency: 'EUR',
  unit: '1000000',
};

const preview = async (api: TestApi) => {
  const form = new FormData();
  form.set('file', new File([register], 'ours.csv'));
  return (await (
    await api.send('POST', '/api/v1/imports?lang=en', { body: form })
  ).json()) as ImportPreview;
};

test('a changed recipe applies to the next file with the same columns', async () => {
  const { api } = await mountPage(ImportPage, {
    address: '/import',
    before: async (_, store) => {
      const { id } = await preview(store);
      expect(
        (await store.send('POST', `/api/v1/imports/${id}/commit`, { body: { answers } })).status,
      ).toBe(200);
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: `${p.show}: ours.csv` }));
  const line = within(
    screen.getByRole('table', { name: p.recipe_answers }),
  ).getByRole<HTMLSelectElement>('combobox', { name: /Cost/ });
  expect(within(line).getByRole<HTMLOptionElement>('option', { selected: true }).textContent).toBe(
    'Paid-in funds',
  );
  await userEvent.selectOptions(line, 'Planned investment');
  await userEvent.click(screen.getByRole('button', { name: p.save }));
  await waitFor(() =>
    expect(document.querySelector('#import-recipes')?.textContent).toContain(p.saved),
  );
  const { items } = await api.get<ImportRecipes>('/api/v1/import-recipes');
  expect(items[0]?.answers['mapping']).toEqual({ Step: 'stage', Cost: 'total_investment' });
  const { columns } = await preview(api);
  expect(columns.find(({ header }) => header === 'Cost')).toMatchObject({
    field: 'total_investment',
    how: 'remembered',
  });
});
