import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { People } from '#contract/accounts/schemas.ts';
import { accountLabels, peopleLabels } from '#web/features/accounts/labels/index.ts';
import { PeoplePage } from '#web/features/accounts/people/people-page.tsx';
import {
  changePerson,
  firstAdmin,
  invitePerson,
  plainPasswords,
  type TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { describeField } from '../../setup/pages/field-description.ts';
import { mountPageOn } from '../../setup/pages/mounted-page.tsx';

const t = peopleLabels.en;
const roles = accountLabels.en;

/** Mounts the page for the admin Ada. `before` prepares further people. */
async function mountPeople(before?: (admin: TestBrowser, api: TestApi) => Promise<unknown>) {
  let admin: TestBrowser | undefined;
  const page = await mountPageOn(
    () => openApi(undefined, { passwords: plainPasswords }),
    PeoplePage,
    {
      address: '/people',
      signIn: async (api) => {
        admin = await firstAdmin(api);
        await before?.(admin, api);
        return admin;
      },
    },
  );
  await screen.findByRole('table', { name: t.people });
  if (admin === undefined) throw new Error('nobody is signed in');
  return { ...page, admin };
}
const roleOf = (name: string) =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: t.role_of({ name }) });
const listPeople = (admin: TestBrowser) => admin.json<People>('GET', '/api/v1/people');

// seen to fail: the browser refused a pasted name with a space before or after it
test('an invitation gives its link once, stands in the list, and can be ended', async () => {
  const { admin } = await mountPeople();
  screen.getByText(t.no_invitations);
  await userEvent.type(screen.getByRole('textbox', { name: t.invite_login }), ' li@example.org ');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: t.role }), roles.analyst);
  await userEvent.click(screen.getByRole('button', { name: t.invite_do }));
  const link = await screen.findByRole<HTMLInputElement>('textbox', { name: t.link });
  expect(link.value).toMatch(/#/);
  const table = await screen.findByRole('table', { name: t.invitations });
  within(table).getByText('li@example.org');
  within(table).getByText(roles.analyst);
  expect(
    screen.getByRole<HTMLInputElement>('textbox', { name: t.invite_login }).value,
    'the field is empty for the next person',
  ).toBe('');
  await userEvent.click(within(table).getByRole('button', { name: t.end }));
  await screen.findByText(t.no_invitations);
  expect((await listPeople(admin)).invitations).toEqual([]);
});

test('a sign-in name with an account is refused beside its field, which keeps its text', async () => {
  const { admin } = await mountPeople();
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: t.invite_login });
  await userEvent.type(field, 'ada@example.org');
  await userEvent.click(screen.getByRole('button', { name: t.invite_do }));
  await waitFor(() => expect(describeField(field)).toBe(t.invite_taken));
  expect(field.value).toBe('ada@example.org');
  expect(screen.queryByRole('textbox', { name: t.link })).toBeNull();
  expect((await listPeople(admin)).invitations).toEqual([]);
});

// seen to fail: the button became active again, and nothing said that the link still works
test('an invitation that could not be ended says so and stays in the list', async () => {
  const { faults } = await mountPeople((admin) =>
    admin.json('POST', '/api/v1/invitations', { login: 'li@example.org', role: 'viewer' }),
  );
  faults.set({ kind: 'internal', where: ({ url }) => url.includes('/invitations/') });
  const table = screen.getByRole('table', { name: t.invitations });
  await userEvent.click(within(table).getByRole('button', { name: t.end }));
  await screen.findByRole('alert');
  within(screen.getByRole('table', { name: t.invitations })).getByText('li@example.org');
});

test('the last admin cannot give up the role', async () => {
  const { admin } = await mountPeople((ada, api) =>
    invitePerson(api, ada, 'ben@example.org', 'analyst'),
  );
  await userEvent.selectOptions(roleOf('Ada'), roles.viewer);
  await screen.findByText(t.last_admin);
  await waitFor(() => expect(roleOf('Ada').value).toBe('admin'));
  const { people } = await listPeople(admin);
  expect(people.map(({ name, role }) => [name, role])).toEqual([
    ['Ada', 'admin'],
    ['ben@example.org', 'analyst'],
  ]);
});

test('a role that another admin changed meanwhile is shown, not overwritten', async () => {
  const name = 'ben@example.org';
  const { admin } = await mountPeople((ada, api) => invitePerson(api, ada, name, 'viewer'));
  const ben = (await listPeople(admin)).people.find((person) => person.name === name);
  await changePerson(admin, ben?.id, { role: 'analyst' });
  expect(roleOf(name).value).toBe('viewer');
  await userEvent.selectOptions(roleOf(name), roles.admin);
  await screen.findByRole('alert');
  await waitFor(() => expect(roleOf(name).value).toBe('analyst'));
  expect(screen.queryByText(t.last_admin)).toBeNull();
  const after = (await listPeople(admin)).people.find((person) => person.name === name);
  expect(after?.role).toBe('analyst');
});

test('a disabled person loses the sessions, and only the action that enables is left', async () => {
  const name = 'ben@example.org';
  let ben: TestBrowser | undefined;
  await mountPeople(async (ada, api) => {
    ben = await invitePerson(api, ada, name, 'viewer');
  });
  const row = screen.getByRole('row', { name: new RegExp(name) });
  await userEvent.click(within(row).getByRole('button', { name: t.actions }));
  await userEvent.click(screen.getByRole('button', { name: t.disable }));
  await within(row).findByText(t.disabled);
  expect(roleOf(name).disabled).toBe(true);
  expect((await ben?.send('GET', '/api/v1/account'))?.status).toBe(401);
  await userEvent.click(within(row).getByRole('button', { name: t.actions }));
  screen.getByRole('button', { name: t.enable });
  for (const action of [t.new_password, t.end_sessions, t.disable])
    expect(screen.queryByRole('button', { name: action })).toBeNull();
});
