import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chartIds } from '#charts/registry.ts';
import { FiguresPage } from '#web/features/figures/figures-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

test('the figures page shows every chart of the registry, and measure charts once per measure', async () => {
  const { container } = await mountPage(FiguresPage, { address: '/figures' });
  await waitFor(() =>
    expect(container.querySelector('figure[data-figure="changes"]')).not.toBeNull(),
  );
  const figures = [...container.querySelectorAll<HTMLElement>('figure')].map(
    (figure) => figure.dataset['figure'],
  );
  expect(figures).toEqual(chartIds.flatMap((id) => (id === 'progress' ? [id, id, id] : [id])));
  const ids = [...container.querySelectorAll('figure h3')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
