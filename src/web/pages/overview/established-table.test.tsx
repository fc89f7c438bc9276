import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/overview.fixture.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { EstablishedTable } from './established-table.tsx';

test('an amount too small for the unit of its column keeps a unit of its own: it is never a zero', () => {
  const small = { code: 'A01', name: 'Heat pumps', stage: 'construction', money: { minor: '30000000', currency: 'CNY' } } as const;
  render(
    <LanguageProvider value="en">
      <EstablishedTable overview={{ ...sampleOverview, established: [small] }} link={(code) => code} />
    </LanguageProvider>,
  );
  const cells = screen.getAllByRole('row').map((row) => row.querySelector('td.r')?.textContent);
  expect(cells).toContain('CN¥300,000');
  expect(cells).not.toContain('CN¥0.00bn');
});
