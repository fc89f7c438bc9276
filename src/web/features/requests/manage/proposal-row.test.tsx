import { render } from '@testing-library/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Proposal } from '#contract/requests/schemas.ts';
import { createQueryClient } from '#web/data/query-client.ts';
import { ProposalRow } from './proposal-row.tsx';

const proposal: Proposal = {
  id: '0190a0a0-0000-7000-8000-000000000000',
  request: 'aaaaaaaaaaaaaaaa',
  month: '2026-10',
  unit_name: 'Alpha works',
  key: 'A milestones.operation',
  field: 'milestones.operation',
  planned: '2026-12-01',
  outcome: 'planned',
  value: '2027-03-31',
  at: '2026-11-02T08:00:00.000Z',
  state: 'open',
  files: [],
};

// seen to fail: "postponed to 31 Mar" without the year
test('the day of a milestone has its year', () => {
  const { container } = render(
    <QueryClientProvider client={createQueryClient()}>
      <table>
        <ProposalRow
          proposal={proposal}
          isTicked={false}
          isBusy={false}
          onTick={() => undefined}
          onAccept={() => undefined}
        />
      </table>
    </QueryClientProvider>,
  );
  expect(container.textContent).toContain('31 Mar 2027');
  expect(container.textContent).toContain('1 Dec 2026');
});
