import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { panelsLabels } from '#web/layout/labels/index.ts';
import { ShortcutsPanel } from './shortcuts-panel.tsx';

// seen to fail: the list had keys for four rows only, as if a zone had four indicators
test('the list of shortcuts has the keys of all nine rows of targets', () => {
  render(<ShortcutsPanel onClose={() => undefined} />);
  const what = screen.getByText(panelsLabels.en.key_measure_what);
  expect(what.previousElementSibling?.textContent).toBe('1–9');
});
