import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { languageNames } from '#web/i18n/languages.ts';
import { registerLabels } from '#web/i18n/load.ts';
import { LanguageSwitch } from './language-switch.tsx';

it('the pointer on a language loads its labels before the choice', async () => {
  const load = vi.fn().mockResolvedValue({});
  registerLabels('ja', load);
  const onChange = vi.fn();
  render(<LanguageSwitch label="Language" language="en" onChange={onChange} />);
  await userEvent.hover(screen.getByRole('button', { name: languageNames.ja }));
  expect(load).toHaveBeenCalledTimes(1);
  expect(onChange).not.toHaveBeenCalled();
});
