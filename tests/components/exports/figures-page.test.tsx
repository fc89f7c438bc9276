import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { chartIds } from '#charts/registry.ts';
import { FiguresPage } from '#web/features/figures/figures-page.tsx';
import { followChangeReads, withEarlierDay } from '../../setup/pages/earlier-day.tsx';
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

// seen to fail: the changes were read from the compared day of the former day first
test('the changes of another day are read once, from its own day before', async () => {
  await mountPage(withEarlierDay(FiguresPage), { address: '/figures' });
  const reads = followChangeReads();
  await waitFor(() => expect(reads.list()).toHaveLength(1));
  reads.clear();
  await userEvent.click(screen.getByText('Earlier'));
  await waitFor(() => expect(reads.list()).toContainEqual(['2020-05-14', '2021-02-08']));
  expect(reads.list()).toHaveLength(1);
});
