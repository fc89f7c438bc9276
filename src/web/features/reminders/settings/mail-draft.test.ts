import { expect, test } from 'vitest';
import { fromDraft, toDraft } from './mail-draft.ts';

const draft = {
  ...toDraft({} as Parameters<typeof toDraft>[0]),
  host: ' mail.example.org ',
  sender: ' headway@example.org ',
};

test('the first draft is TLS at port 465', () => {
  expect(draft).toMatchObject({ port: '465', security: 'tls', login: '', password: '' });
});
test('domains are separated by any comma or blank, in lower case', () => {
  const { domains } = fromDraft({ ...draft, domains: 'Example.org，b.cn、 c.jp  d.it' });
  expect(domains).toEqual(['example.org', 'b.cn', 'c.jp', 'd.it']);
  expect(fromDraft(draft)).toMatchObject({ domains: [], host: 'mail.example.org' });
});
test('an empty password keeps the stored one, but no login has a password', () => {
  expect(fromDraft({ ...draft, login: 'ada' })).not.toHaveProperty('password');
  expect(fromDraft({ ...draft, login: 'ada', password: 'x' })).toMatchObject({ password: 'x' });
  const open = fromDraft({ ...draft, login: ' ', password: 'x' });
  expect(open.password).toBeNull();
  expect(open).not.toHaveProperty('login');
});
