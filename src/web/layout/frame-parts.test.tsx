import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { CompareItems } from '#web/layout/day/compare-picker.tsx';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { DayStepper, neighbours } from '#web/layout/day/day-stepper.tsx';
import { figureSource, sourceWithDate } from '#web/figures/figure-source.ts';
import { StatusLine } from './status-line.tsx';

const days = ['2020-05-14', '2021-02-08', '2021-04-16'];
const Address = () => <output data-testid="address">{useLocation().search}</output>;
const stepper = (day: string) => {
  const onChange = vi.fn<(to: string) => void>();
  render(
    <MemoryRouter>
      <LanguageProvider value="en">
        <DayStepper days={days} day={day} onChange={onChange} />
        <Address />
      </LanguageProvider>
    </MemoryRouter>,
  );
  return onChange;
};
test('the stepper moves among days with data and stops at the last', async () => {
  const onChange = stepper('2021-04-16');
  expect(screen.getByRole('button', { name: 'Next data day' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Previous data day' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2021-02-08');
});
test('a day without data lies between its neighbours', () => {
  expect(neighbours(days, '2021-03-01')).toEqual({ before: '2021-02-08', after: '2021-04-16' });
  expect(neighbours([], '2021-03-01')).toEqual({ before: undefined, after: undefined });
});
test('the list offers every day with data', async () => {
  const onChange = stepper('2021-02-08');
  await userEvent.click(screen.getByRole('button', { name: /8 February 2021/ }));
  await userEvent.click(screen.getByRole('button', { name: '14 May 2020' }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2020-05-14');
});
test('the list of days accepts any day and the day on which it was known', async () => {
  // React makes a FormData of the form, and the one that the tests set up for files does not accept
  // forms
  vi.stubGlobal('FormData', class {});
  stepper('2021-04-16');
  await userEvent.click(screen.getByRole('button', { name: /16 April 2021/ }));
  const day = await screen.findByLabelText('As of');
  await userEvent.clear(day);
  await userEvent.type(day, '2021-03-01');
  await userEvent.type(screen.getByLabelText('As the records stood on (optional)'), '2021-03-05');
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByTestId('address').textContent).toBe('?as_of=2021-03-01&known_at=2021-03-05');
  expect(screen.queryByLabelText('As of')).toBeNull();
  vi.unstubAllGlobals();
});

type NoteInput = Pick<Overview, 'origin' | 'illustrative' | 'age_days' | 'report_due' | 'as_of'>;
const line = (
  overview: NoteInput | undefined,
  more: {
    unanswered?: { loadedAt: number; ask: () => void };
    refused?: readonly string[];
    mayEdit?: boolean;
    knownAt?: string;
    onKnownNow?: () => void;
  } = {},
) =>
  render(
    <MemoryRouter>
      <LanguageProvider value="en">
        <StatusLine
          overview={overview}
          unanswered={more.unanswered}
          refused={more.refused ?? []}
          enterHref="/setup"
          monthHref="/month"
          knownAt={more.knownAt}
          onKnownNow={more.onKnownNow ?? (() => {})}
          mayEdit={more.mayEdit ?? true}
          onReal={() => {}}
        />
      </LanguageProvider>
    </MemoryRouter>,
  ).container;
const sample: NoteInput = { origin: 'sample', illustrative: true, as_of: '2021-04-16' };
const own: NoteInput = { origin: 'own', illustrative: false, as_of: '2026-09-30', age_days: 10 };

test('a line on the sample names illustrative data and links to real and own figures', () => {
  line(sample);
  expect(screen.getByText('Example figures')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Enter yours' }).getAttribute('href')).toBe('/setup');
  expect(screen.getByRole('button', { name: 'What is real?' })).toBeTruthy();
});
test('people who may not enter figures get no link to do so', () => {
  line(sample, { mayEdit: false });
  expect(screen.queryByRole('link', { name: 'Enter yours' })).toBeNull();
});
test('a sample is never called old', () => {
  expect(line({ ...sample, age_days: 2000 }).textContent).not.toMatch(/days old/);
});
test('own data has no status line until its next report is due; from then on it states its age and links to the month', () => {
  expect(line({ ...own, age_days: 60 }).textContent).toBe('');
  line({ ...own, age_days: 2043, report_due: '2026-11-10' });
  expect(screen.getByText(/2,043 days old, as of 30 September 2026/)).toBeTruthy();
});
test('one line reports a missing answer and an invalid address, with the time of loading and a retry', async () => {
  const ask = vi.fn();
  const { textContent } = line(own, {
    unanswered: { loadedAt: new Date().setHours(14, 5), ask },
    refused: ['as_of'],
  });
  expect(textContent).toContain('No connection. Showing what was loaded at 14:05.');
  expect(textContent).toContain('as_of');
  await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
  expect(ask).toHaveBeenCalledOnce();
  expect(line(own, { unanswered: { loadedAt: 0, ask } }).textContent).toContain(
    'Showing what was loaded earlier.',
  );
});
test('a view of earlier knowledge is marked and links to the present', async () => {
  const now = vi.fn();
  const { textContent } = line(own, { knownAt: '2026-10-02', onKnownNow: now });
  expect(textContent).toContain('As the records stood on 2 October 2026');
  await userEvent.click(screen.getByRole('button', { name: 'Show present records' }));
  expect(now).toHaveBeenCalledOnce();
  expect(line(sample, { knownAt: '2026-10-02T10:30:00+02:00' }).textContent).toContain(
    'As the records stood on 2 October 2026 08:30 UTC',
  );
});
test('a source that ends with its day states the day once', () => {
  const announced = {
    'zh-CN': '示范区公告，2021年4月16日',
    ja: 'モデル区発表、2021年4月16日',
    en: 'Zone announcement, 16 April 2021',
  };
  expect(sourceWithDate(announced, '2021-04-16', 'en')).toBe('Zone announcement, 16 April 2021');
  expect(sourceWithDate({ 'zh-CN': '台账', ja: '台帳', en: 'Register' }, '2021-04-16', 'ja')).toBe(
    '台帳、2021年4月16日',
  );
  expect(figureSource({ data_status: 'reported', date: '2021-04-16' }, 'zh-CN')).toBe(
    '本区项目台账，2021年4月16日',
  );
});

test('no comparison is offered where no earlier day has data, and it says so', () => {
  const draw = (days: readonly string[]) =>
    render(
      <LanguageProvider value="en">
        <CompareItems
          days={days}
          day="2026-11-28"
          compared={undefined}
          selected="prev"
          onChange={() => undefined}
        />
      </LanguageProvider>,
    );
  const { unmount } = draw(['2026-11-28', '2026-12-31']);
  expect(screen.getByText(frameLabels.en.compare_first)).toBeTruthy();
  expect(screen.queryAllByRole('button')).toEqual([]);
  unmount();
  draw(['2026-10-31', '2026-11-28']);
  expect(screen.getAllByRole('button')).toHaveLength(4);
});
