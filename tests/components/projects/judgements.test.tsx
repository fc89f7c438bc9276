import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { noteServerDay } from '#web/data/server-clock.ts';
import { sendWith } from '#web/data/transport.ts';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import { gateActorTerms, gateName } from '#domain/labels/projects/gate.ts';
import { judgementLabels } from '#web/features/work/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = judgementLabels.en;
beforeEach(() => {
  sendWith();
  noteServerDay('2021-05-05', 'UTC');
});
const open = () =>
  mountPage(ProjectPage, {
    address: '/projects/A-1',
    before: async (_, api) => {
      const body = { code: 'A-1', stage: 'signed', facts: { name: 'Heat pumps' } };
      await api.send('POST', '/api/v1/projects', { body: { ...body, valid_from: '2021-05-01' } });
    },
  });

test('a declared status is beside the computed one, signed and with its reason', async () => {
  await open();
  const section = await screen.findByRole('region', { name: t.status });
  await userEvent.click(within(section).getByRole('button', { name: t.declare }));
  expect(document.activeElement).toBe(within(section).getByLabelText(t.word));
  await userEvent.selectOptions(within(section).getByLabelText(t.word), 'at_risk');
  await userEvent.click(within(section).getByRole('button', { name: t.save }));
  expect(within(section).getByText(t.missing_reason)).toBeTruthy();
  expect(document.activeElement).toBe(within(section).getByLabelText(t.reason));
  await userEvent.type(within(section).getByLabelText(t.reason), 'The bank waits');
  await userEvent.click(within(section).getByRole('button', { name: t.save }));
  await within(section).findByText('The bank waits');
  await waitFor(() =>
    expect(document.activeElement).toBe(within(section).getByRole('button', { name: t.declare })),
  );
  expect(section.textContent).toContain(t.computed);
  expect(section.textContent).toMatch(/Not known.*At risk/);
});

// seen to fail: the expired status was as bold as one that holds
test('an expired status has a mark before its word', async () => {
  await mountPage(ProjectPage, {
    address: '/projects/A-1?as_of=2021-06-05',
    before: async (_, api) => {
      const body = { code: 'A-1', stage: 'signed', facts: { name: 'Heat pumps' } };
      await api.send('POST', '/api/v1/projects', { body: { ...body, valid_from: '2021-05-01' } });
      await api.send('POST', '/api/v1/projects/A-1/declared-status', {
        body: { status: 'at_risk', reason: 'The bank waits', until: '2021-05-31' },
      });
    },
  });
  const section = await screen.findByRole('region', { name: t.status });
  const expired = await within(section).findByText(t.expired);
  expect(expired.closest('dd')?.textContent).toMatch(
    /^Expired: At risk The bank waits.*valid until 31 May 2021$/,
  );
});

test('a gate names its deadline and the next actor, and is blocked with a cause', async () => {
  await open();
  const section = await screen.findByRole('region', { name: t.gates });
  await within(section).findByText(t.next({ who: gateActorTerms.authority.en }));
  // seen to fail: no page named the event from which a gate runs
  expect(section.textContent).toContain('runs from the day of “Signed”, 1 May 2021');
  await userEvent.click(
    within(section).getByRole('button', {
      name: t.block_of({ gate: gateName({ id: 'approval' }, 'en') }),
    }),
  );
  expect(document.activeElement).toBe(within(section).getByLabelText(t.cause));
  await userEvent.selectOptions(within(section).getByLabelText(t.cause), 'utilities');
  await userEvent.type(within(section).getByLabelText(t.cause_text), 'No second line');
  await userEvent.click(within(section).getByRole('button', { name: t.save }));
  await within(section).findByText(/Blocked: Utilities\. No second line/);
  const unblock = within(section).getByRole('button', {
    name: t.unblock_of({ gate: gateName({ id: 'approval' }, 'en') }),
  });
  // the form closes once the page has read the change
  await waitFor(() => expect(document.activeElement).toBe(unblock));
  await userEvent.click(unblock);
  const block = await within(section).findByRole('button', {
    name: t.block_of({ gate: gateName({ id: 'approval' }, 'en') }),
  });
  await waitFor(() => expect(document.activeElement).toBe(block));
  expect(section.textContent).not.toContain('No second line');
});
