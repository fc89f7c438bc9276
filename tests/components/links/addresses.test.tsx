import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { InvitationDetails } from '#contract/accounts/schemas.ts';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import type { Session } from '#contract/service/schemas.ts';
import { sendWith } from '#web/data/transport.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { OneTimeLinkBox } from '#web/features/accounts/people/one-time-link.tsx';
import { JoinForm } from '#web/features/accounts/sign-in/join-form.tsx';
import { ShareDialog } from '#web/features/links/share/share-dialog.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = shareLabels.en;
const warning = t.only_here({ host: 'localhost' });
const Invitation = () => (
  <OneTimeLinkBox
    address="/join#secret"
    expires_at="2021-06-01T00:00:00.000Z"
    login="bo@example.org"
  />
);
const Dialog = () => (
  <ShareDialog route="overview" overview={sampleOverview} onClose={() => undefined} />
);
const makeLink = async () => {
  await userEvent.type(await screen.findByRole('textbox', { name: t.name }), 'Ministry{Enter}');
  await screen.findByRole('textbox', { name: t.address });
};
/** The server knows the address that readers open. */
const withAddress = () =>
  sendWith(async (request) => {
    const response = await fetch(request);
    if (new URL(request.url).pathname !== firstViewEndpoints.session.path) return response;
    return Response.json({
      ...((await response.json()) as Session),
      address: 'https://progress.example.org',
    });
  });
// the server's day in these tests
beforeEach(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2021-05-10T08:00:00Z') }),
);
afterEach(() => {
  vi.useRealTimers();
  sendWith();
});

// Seen to fail: links had the address 127.0.0.1, without a warning that nobody else can open them.
test('warns that a link with a loopback address opens on this computer only', async () => {
  await mountPage(Dialog, { address: '/overview' });
  await makeLink();
  await screen.findByText(warning);
});
test('warns about an invitation with a loopback address', async () => {
  await mountPage(Invitation, { address: '/people' });
  await screen.findByText(warning);
});
test('uses the public address of the server without a warning', async () => {
  await mountPage(Dialog, { address: '/overview', before: withAddress });
  await makeLink();
  await waitFor(() => {
    const { value } = screen.getByRole<HTMLInputElement>('textbox', { name: t.address });
    expect(value).toMatch(/^https:\/\/progress\.example\.org\/s\/[a-z2-7]{16}#hws_/);
  });
  expect(screen.queryByText(warning)).toBeNull();
});
test('an invitation names the zone', async () => {
  const details: InvitationDetails = {
    kind: 'account',
    login: 'bo@example.org',
    role: 'viewer',
    zone: sampleOverview.zone.name,
    least: 15,
  };
  const Join = () => <JoinForm secret="secret" />;
  await mountPage(Join, {
    address: '/join',
    before: () =>
      sendWith(async (request) =>
        new URL(request.url).pathname === accountEndpoints.readInvitation.path
          ? Response.json(details)
          : fetch(request),
      ),
  });
  await screen.findByText(accountLabels.en.join_zone({ zone: sampleOverview.zone.name.en }));
});
