import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { InvitationResult, People } from '#contract/accounts/schemas.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { JoinForm } from '#web/features/accounts/sign-in/join-form.tsx';
import { SignInForm } from '#web/features/accounts/sign-in/sign-in-form.tsx';
import { firstAdmin, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { describeField } from '../../setup/pages/field-description.ts';
import { mountPageOn } from '../../setup/pages/mounted-page.tsx';

const t = accountLabels.en;
const openAccounts = () => openApi(undefined, { passwords: plainPasswords });
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

test('a wrong password is named at its field, and not which of both was wrong', async () => {
  await mountPageOn(openAccounts, SignInForm, {
    address: '/',
    signIn: async (api) => {
      await firstAdmin(api);
      return new TestBrowser(api);
    },
  });
  for (const login of ['ada@example.org', 'nobody@example.org']) {
    await userEvent.clear(field(t.login));
    await userEvent.type(field(t.login), login);
    await userEvent.clear(field(t.password));
    await userEvent.type(field(t.password), 'not this one');
    await userEvent.click(screen.getByRole('button', { name: t.sign_in }));
    await waitFor(() => expect(describeField(field(t.password))).toBe(t.wrong));
    expect(field(t.login).value).toBe(login);
  }
});

test('a failure that is no wrong password is not called one', async () => {
  await mountPageOn(openAccounts, SignInForm, {
    address: '/',
    before: (faults) => faults.set({ kind: 'internal', where: ({ method }) => method === 'POST' }),
  });
  await userEvent.type(field(t.login), 'ada@example.org');
  await userEvent.type(field(t.password), 'not this one');
  await userEvent.click(screen.getByRole('button', { name: t.sign_in }));
  await screen.findByText('planted-by-a-test', { exact: false });
  expect(screen.queryByText(t.wrong)).toBeNull();
  expect(describeField(field(t.password))).toBe('');
});

/** Mounts the form of an invitation of Ben, as the admin Ada made it. */
async function mountInvitation(change?: (admin: TestBrowser) => Promise<unknown>) {
  let secret = '';
  const page = await mountPageOn(openAccounts, () => <JoinForm secret={secret} />, {
    address: '/join',
    signIn: async (api) => {
      const admin = await firstAdmin(api);
      const { address = '' } = await admin.json<InvitationResult>('POST', '/api/v1/invitations', {
        login: 'ben@example.org',
        role: 'viewer',
      });
      secret = address.slice(address.indexOf('#') + 1);
      await change?.(admin);
      return new TestBrowser(api);
    },
  });
  return page;
}

test('an invitation names the role, and the faults of name and password at their fields', async () => {
  const { api } = await mountInvitation();
  await screen.findByText(t.viewer_may, { exact: false });
  await userEvent.type(field(t.name), 'Ada');
  await userEvent.type(field(t.new_password), 'rain on twelve copper kettles');
  await userEvent.click(screen.getByRole('button', { name: t.create }));
  await waitFor(() => expect(describeField(field(t.name))).toContain(t.name_taken));
  await userEvent.clear(field(t.name));
  await userEvent.type(field(t.name), 'Ben');
  await userEvent.clear(field(t.new_password));
  await userEvent.type(field(t.new_password), 'passwordpassword');
  await userEvent.click(screen.getByRole('button', { name: t.create }));
  await waitFor(() => expect(field(t.new_password).getAttribute('aria-invalid')).toBe('true'));
  expect(describeField(field(t.name))).toBe(t.name_hint);
  expect((await new TestBrowser(api).signIn('ben@example.org')).status).toBe(401);
});

test('an invitation that an admin ended asks for no password', async () => {
  await mountInvitation(async (admin) => {
    const { invitations } = await admin.json<People>('GET', '/api/v1/people');
    await admin.json('POST', `/api/v1/invitations/${invitations[0]?.id}/end`);
  });
  await screen.findByRole('heading', { name: t.join_over });
  expect(screen.queryByLabelText(t.new_password)).toBeNull();
});
