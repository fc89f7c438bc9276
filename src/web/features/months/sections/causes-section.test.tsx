import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { NoneBehind } from './causes-section.tsx';

const [first, second] = sampleOverview.targets;
if (first === undefined || second === undefined) throw new Error('the sample has two targets');

test('no target counts as on plan while the month has no figure for it', () => {
  const { container } = render(<NoneBehind others={[{ ...first, verdict: 'no_value' }]} />);
  expect(container.textContent).toBe('Without a verdict: Companies moved in.');
});

// seen to fail: no target is behind plan
test('a zone without targets reads that none is set', () => {
  const { container } = render(<NoneBehind others={[]} />);
  expect(container.textContent).toBe('No target is set.');
});

test('targets without a verdict are named before the others count as on plan', () => {
  const others = [first, { ...second, verdict: 'no_verdict' as const }];
  render(<NoneBehind others={others} />);
  expect(screen.getByText(/No other target is behind plan/).textContent).toMatch(
    /^Without a verdict: Industrial output\. No other/,
  );
});
