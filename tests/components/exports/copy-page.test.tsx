import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import * as files from '#web/data/files/save-file.ts';
import { copyLabels } from '#web/features/exports/labels/index.ts';
import { CopyPage } from '#web/features/exports/copy/copy-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = copyLabels.en;
const button = (): Promise<HTMLElement> => screen.findByRole('button', { name: t.save });

// seen to fail: the button said "Making the copy" forever
test('a copy whose totals cannot be read says why, and a further press saves it', async () => {
  const save = vi.spyOn(files, 'saveAs').mockImplementation(() => undefined);
  onTestFinished(() => save.mockRestore());
  const { faults } = await mountPage(CopyPage, { address: '/copy' });
  await button();
  faults.set({ kind: 'internal', where: ({ url }) => url.includes('/overview/totals') });
  await userEvent.click(await button());
  expect((await screen.findByRole('alert')).textContent).toContain('planted-by-a-test');
  expect(save).not.toHaveBeenCalled();
  faults.clear();
  await userEvent.click(await button());
  expect((await screen.findByText(/^Saved as headway_/)).textContent).toContain('.html');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(save).toHaveBeenCalledOnce();
});
