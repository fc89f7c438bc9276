import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { createQueryClient } from '#web/data/query-client.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { sendWith } from '#web/data/transport.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { PasteLines, TickProjects } from './batch-pick.tsx';
import { matchProjects, type BatchRow } from './batch-rows.ts';
import { findRequestProjects } from './queries.ts';

const t = manageLabels.en;

test('pasted lines keep a row that is added while their projects are found', async () => {
  const reply = Promise.withResolvers<Response>();
  sendWith(() => reply.promise);
  onTestFinished(() => sendWith());
  let rows: readonly BatchRow[] = [];
  render(
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider value="en">
        <PasteLines
          before={[]}
          onRows={(change) => {
            rows = change(rows);
          }}
        />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Hokuto' } });
  fireEvent.click(screen.getByRole('button', { name: t.several_add({ n: 1 }) }));
  rows = [{ key: 'ticked', unit: 'Aoki', person: '', email: '', projects: [] }];
  reply.resolve(Response.json({ items: [] }));
  await waitFor(() => expect(rows.map(({ unit }) => unit)).toEqual(['Aoki', 'Hokuto']));
});

test('projects are looked for on today, also those newer than the last closed month', async () => {
  const days: (string | null)[] = [];
  sendWith((request) => {
    days.push(new URL(request.url).searchParams.get('as_of'));
    return Promise.resolve(Response.json({ items: [] }));
  });
  onTestFinished(() => sendWith());
  render(
    <QueryClientProvider client={createQueryClient()}>
      <LanguageProvider value="en">
        <TickProjects rows={[]} before={[]} onRows={() => {}} />
        <PasteLines before={[]} onRows={() => {}} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Hokuto' } });
  fireEvent.click(screen.getByRole('button', { name: t.several_add({ n: 1 }) }));
  await waitFor(() => expect(days).toEqual([serverDay(), serverDay()]));
});

test('a project without a company of its own asks its investor', async () => {
  const item = { code: 'N-1', name: 'Cold store', names: {}, investor: 'Lakeview Ltd' };
  sendWith(() => Promise.resolve(Response.json({ items: [item] })));
  onTestFinished(() => sendWith());
  const projects = await findRequestProjects(['Lakeview Ltd']);
  expect(matchProjects('Lakeview Ltd', projects.get('Lakeview Ltd') ?? [])).toMatchObject([
    { code: 'N-1', company: 'Lakeview Ltd' },
  ]);
});
