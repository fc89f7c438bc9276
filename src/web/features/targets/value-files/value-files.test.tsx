import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createQueryClient } from '#web/data/query-client.ts';
import { sendWith } from '#web/data/transport.ts';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { ValueFiles } from './value-files.tsx';

const t = valueFilesLabels.ja;

test('an Enter that ends a Japanese word withdraws no file, and Escape gives the focus back', () => {
  const send = vi.fn(() => new Promise<Response>(() => undefined));
  sendWith(send);
  onTestFinished(() => sendWith());
  const evidence = {
    id: 'f1',
    indicator: 'jobs',
    period: '2021-03',
    file: 'jobs.pdf',
    size: 9,
    media_type: 'application/pdf',
    added_by: 'li',
    added_at: '2021-04-02T00:00:00Z',
  };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider value="ja">
        <ValueFiles indicator="jobs" name="雇用者数" period="2021-03" files={[evidence as never]} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: t.withdraw_file({ file: 'jobs.pdf' }) }));
  const reason = screen.getByLabelText(t.withdraw_reason({ file: 'jobs.pdf' }));
  fireEvent.change(reason, { target: { value: 'さしかえ' } });
  fireEvent.keyDown(reason, { key: 'Enter', isComposing: true });
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: t.withdraw });
  expect(button().disabled).toBe(false);
  fireEvent.keyDown(reason, { key: 'Escape', isComposing: true });
  expect(screen.getByLabelText(t.withdraw_reason({ file: 'jobs.pdf' }))).toBe(reason);
  fireEvent.keyDown(reason, { key: 'Escape' });
  const opener = screen.getByRole('button', { name: t.withdraw_file({ file: 'jobs.pdf' }) });
  expect(document.activeElement).toBe(opener);
  fireEvent.click(opener);
  const again = screen.getByLabelText(t.withdraw_reason({ file: 'jobs.pdf' }));
  fireEvent.change(again, { target: { value: '差し替え' } });
  fireEvent.keyDown(again, { key: 'Enter' });
  return waitFor(() => expect(send).toHaveBeenCalledOnce());
});
