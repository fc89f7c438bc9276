import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chartIds } from '#charts/registry.ts';
import { FiguresPage } from '#web/features/figures/figures-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

test('every chart of the registry stands on the page of all figures, the one of a measure for each measure', async () => {
  const { container } = await mountPage(FiguresPage, { address: '/figures' });
  await waitFor(() =>
    expect(container.querySelector('figure[data-figure="changes"]')).not.toBeNull(),
  );
  const shown = [...container.querySelectorAll<HTMLElement>('figure')].map(
    (figure) => figure.dataset['figure'],
  );
  expect(shown).toEqual(chartIds.flatMap((id) => (id === 'progress' ? [id, id, id] : [id])));
  const ids = [...container.querySelectorAll('figure h3')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
