import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { QueryClientProvider } from '@tanstack/react-query';
import { setupServer } from 'msw/node';
import { MemoryRouter } from 'react-router-dom';
import { expect, onTestFinished, test } from 'vitest';
import type { Language } from '#domain/values/language.ts';
import { createFaults } from '#mocks/faults.ts';
import { apiHandlers } from '#mocks/handlers.ts';
import type { Principal } from '#server/core/policy.ts';
import { createQueryClient } from '#web/data/query-client.ts';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { ReminderSettings } from '#web/features/reminders/settings/reminder-settings.tsx';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { openReminderApi } from '../../setup/api/reminders.ts';
import { openHookSink } from '../../setup/api/sinks.ts';
import { engines } from '../../setup/api/stores.ts';

const admin: Principal = { id: 'u1', name: 'Ada', mode: 'account', role: 'admin' };

/** Shows the settings to a caller, over the real API. */
async function show(principal: Principal, language: Language = 'en') {
  const [engine] = engines;
  if (engine === undefined) throw new Error('no engine');
  const api = await openReminderApi(engine);
  const hook = await openHookSink();
  const server = setupServer(
    ...apiHandlers((request) => api.app.fetch(request, { principal }), createFaults()),
  );
  server.listen({
    onUnhandledFrame: 'bypass',
  });
  const client = createQueryClient();
  onTestFinished(async () => {
    client.clear();
    server.close();
    await hook.close();
    await api.close();
  });
  const page = render(
    <MemoryRouter initialEntries={['/settings/reminders']}>
      <QueryClientProvider client={client}>
        <LanguageProvider value={language}>
          <ReminderSettings />
        </LanguageProvider>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { ...page, hook };
}
const t = reminderLabels.en;
const webhookForm = async () => within(await screen.findByRole('form', { name: t.add_webhook }));

test('only an admin sees how digests are sent', async () => {
  await show({ ...admin, role: 'manager' });
  expect(await screen.findByText(t.only_admin)).toBeTruthy();
  expect(screen.queryByText(t.mail_server)).toBeNull();
});

// Seen to fail: the only user of a computer saw that only an admin may, without a next step.
test('before there are accounts, it links to the page that adds them', async () => {
  await show({ id: 'local', name: 'local', mode: 'local', role: 'manager' });
  const way = await screen.findByRole('link', { name: frameLabels.en.let_in });
  expect(way.getAttribute('href')).toBe('/account');
});

test('a mail server with a fault keeps the typed values and shows the fault next to the field', async () => {
  await show(admin);
  await userEvent.type(await screen.findByLabelText(t.host), 'mail server');
  await userEvent.type(screen.getByLabelText(t.sender), 'headway@example.org');
  await userEvent.type(screen.getByLabelText(t.domains), 'example.org');
  const save = screen.getByRole('button', { name: digestLabels.en.save });
  await userEvent.click(save);
  expect(await screen.findByText(t.wrong_host)).toBeTruthy();
  const host = screen.getByLabelText<HTMLInputElement>(t.host);
  expect([host.value, host.getAttribute('aria-invalid')]).toEqual(['mail server', 'true']);
  await userEvent.clear(host);
  await userEvent.type(host, 'mail.example.org');
  await userEvent.click(save);
  expect(await screen.findByText(digestLabels.en.saved)).toBeTruthy();
});

test('a webhook in a private network is refused with its reason; an allowed one is tested', async () => {
  const { hook, container } = await show(admin);
  const form = await webhookForm();
  await userEvent.type(form.getByLabelText(t.name), 'Group');
  await userEvent.type(form.getByLabelText(t.webhook_address), 'http://10.0.0.1/hook');
  await userEvent.click(form.getByRole('button', { name: t.add }));
  expect(await form.findByText(t.private_address)).toBeTruthy();
  await userEvent.clear(form.getByLabelText(t.webhook_address));
  await userEvent.type(form.getByLabelText(t.webhook_address), hook.address);
  await userEvent.click(form.getByRole('button', { name: t.add }));
  const table = within(await screen.findByRole('table', { name: t.webhooks }));
  expect(container.textContent).not.toContain('canary');
  await userEvent.click(table.getByRole('button', { name: t.test }));
  expect(await screen.findByText(t.test_sent)).toBeTruthy();
  expect(hook.posts).toHaveLength(1);
  hook.answer = { status: 500 };
  await userEvent.click(table.getByRole('button', { name: t.test }));
  expect(
    await screen.findByText(t.test_failed({ why: digestLabels.en.fault_refused })),
  ).toBeTruthy();
});

test('a webhook is changed; its address stays where none is typed, and still works', async () => {
  const { hook } = await show(admin);
  const form = await webhookForm();
  await userEvent.type(form.getByLabelText(t.name), 'Group');
  await userEvent.type(form.getByLabelText(t.webhook_address), hook.address);
  await userEvent.click(form.getByRole('button', { name: t.add }));
  const table = within(await screen.findByRole('table', { name: t.webhooks }));
  await userEvent.click(table.getByRole('button', { name: t.edit }));
  const edit = within(await screen.findByRole('form', { name: t.edit_named({ name: 'Group' }) }));
  expect(edit.getByLabelText(t.webhook_address)).toHaveProperty('value', '');
  await userEvent.clear(edit.getByLabelText(t.name));
  await userEvent.type(edit.getByLabelText(t.name), 'Office');
  await userEvent.click(edit.getByRole('button', { name: digestLabels.en.save }));
  expect(await table.findByText('Office')).toBeTruthy();
  expect(screen.queryByRole('form', { name: t.edit_named({ name: 'Group' }) })).toBeNull();
  await userEvent.click(table.getByRole('button', { name: t.test }));
  expect(await screen.findByText(t.test_sent)).toBeTruthy();
  expect(hook.posts).toHaveLength(1);
  await userEvent.click(table.getByRole('button', { name: t.edit }));
  const again = within(await screen.findByRole('form', { name: t.edit_named({ name: 'Office' }) }));
  await userEvent.type(again.getByLabelText(t.webhook_address), 'http://10.0.0.1/hook');
  await userEvent.click(again.getByRole('button', { name: digestLabels.en.save }));
  expect(await again.findByText(t.private_address)).toBeTruthy();
});

test.each(['zh-CN', 'ja'] as const)('the settings show no key in %s', async (language) => {
  const { container } = await show(admin, language);
  await screen.findByText(reminderLabels[language].mail_server);
  expect(container.textContent).not.toMatch(/\b(undefined|wrong_|fault_|section_|state_)/);
});
