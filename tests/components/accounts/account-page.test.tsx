import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import { AccountPage } from '#web/features/accounts/account/account-page.tsx';
import { accountLabels, tokensLabels } from '#web/features/accounts/labels/index.ts';
import {
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { describeField } from '../../setup/pages/field-description.ts';
import { mountPageOn } from '../../setup/pages/mounted-page.tsx';

const t = accountLabels.en;
const token = tokensLabels.en;
const newPassword = 'seven quiet lamps under snow';
beforeEach(() => sessionStorage.clear());

/** Mounts the page for Ada. `before` prepares people and further sessions. */
async function mountAccount(before?: (ada: TestBrowser, api: TestApi) => Promise<unknown>) {
  let ada: TestBrowser | undefined;
  const page = await mountPageOn(
    () => openApi(undefined, { passwords: plainPasswords }),
    AccountPage,
    {
      address: '/account',
      signIn: async (api) => {
        ada = await firstAdmin(api);
        await before?.(ada, api);
        return ada;
      },
    },
  );
  await screen.findByRole('heading', { name: 'Ada' });
  if (ada === undefined) throw new Error('nobody is signed in');
  return { ...page, ada };
}
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('a wrong present password is named at its field, and the new one stays', async () => {
  const { api } = await mountAccount();
  await userEvent.type(field(t.current_password), 'not this one');
  await userEvent.type(field(t.new_password), newPassword);
  await press(t.change_password);
  await waitFor(() => expect(describeField(field(t.current_password))).toBe(t.wrong_current));
  expect(field(t.new_password).value).toBe(newPassword);
  expect((await new TestBrowser(api).signIn('ada@example.org')).status).toBe(200);
});

test('a password below the least length is named at its field before it is sent', async () => {
  const { faults } = await mountAccount();
  let posts = 0;
  faults.set({
    kind: 'internal',
    where: ({ method }) => {
      if (method === 'GET') return false;
      posts += 1;
      return true;
    },
  });
  await userEvent.type(field(t.current_password), goodPassword);
  await userEvent.type(field(t.new_password), 'too short');
  await press(t.change_password);
  await waitFor(() =>
    expect(describeField(field(t.new_password))).toMatch(/fewer than \d+ characters/),
  );
  expect(posts).toBe(0);
});

test('a new password ends the other sessions and keeps this one', async () => {
  let other: TestBrowser | undefined;
  const { ada, api } = await mountAccount(async (_, theApi) => {
    other = new TestBrowser(theApi);
    await other.signIn('ada@example.org');
  });
  await userEvent.type(field(t.current_password), goodPassword);
  await userEvent.type(field(t.new_password), newPassword);
  await press(t.change_password);
  await screen.findByText(t.password_changed({ ended: 1 }));
  expect(field(t.current_password).value).toBe('');
  expect((await other?.send('GET', '/api/v1/account'))?.status).toBe(401);
  expect((await ada.send('GET', '/api/v1/account')).status).toBe(200);
  expect((await new TestBrowser(api).signIn('ada@example.org')).status).toBe(401);
});

test('a session can be ended from another browser, but not the one in use', async () => {
  let other: TestBrowser | undefined;
  const { ada } = await mountAccount(async (_, api) => {
    other = new TestBrowser(api);
    await other.signIn('ada@example.org');
  });
  const table = screen.getByRole('table', { name: t.sessions });
  const buttons = within(table).getAllByRole('button', { name: t.end });
  expect(buttons).toHaveLength(1);
  await userEvent.click(buttons[0] as HTMLElement);
  await waitFor(() => expect(within(table).queryByRole('button', { name: t.end })).toBeNull());
  expect((await other?.send('GET', '/api/v1/account'))?.status).toBe(401);
  expect((await ada.json<OwnAccount>('GET', '/api/v1/account')).sessions).toHaveLength(1);
});

test('the name of another person is refused beside the field', async () => {
  const { ada } = await mountAccount((admin, api) =>
    invitePerson(api, admin, 'ben@example.org', 'viewer'),
  );
  const section = screen.getByRole('heading', { name: t.name }).parentElement as HTMLElement;
  const name = within(section).getByLabelText(t.your_name);
  await userEvent.clear(name);
  await userEvent.type(name, 'ben@example.org');
  await userEvent.click(within(section).getByRole('button', { name: t.save }));
  await waitFor(() => expect(describeField(name)).toContain(t.name_taken));
  expect((await ada.json<OwnAccount>('GET', '/api/v1/account')).name).toBe('Ada');
});

test('a token is shown once, refused twice under one name, and ended after a question', async () => {
  await mountAccount();
  const form = field(token.days).closest('form') as HTMLElement;
  const name = within(form).getByRole<HTMLInputElement>('textbox', { name: token.name });
  const make = () => userEvent.click(within(form).getByRole('button', { name: token.make }));
  await screen.findByText(token.none);
  await userEvent.type(name, 'nightly import');
  await make();
  const secret = await screen.findByRole<HTMLInputElement>('textbox', { name: token.token });
  expect(secret.value).not.toBe('');
  await userEvent.type(name, 'nightly import');
  await make();
  await waitFor(() => expect(describeField(name)).toContain(token.name_taken));
  const table = screen.getByRole('table', { name: token.tokens });
  await userEvent.click(within(table).getByRole('button', { name: token.end }));
  const dialog = screen.getByRole('dialog', {
    name: token.end_title({ name: 'nightly import' }),
  });
  await userEvent.click(within(dialog).getByRole('button', { name: token.keep }));
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  await userEvent.click(within(table).getByRole('button', { name: token.end }));
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: token.end }),
  );
  await screen.findByText(token.none);
});
