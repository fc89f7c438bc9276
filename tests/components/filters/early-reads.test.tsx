import { laterMeasures } from '#domain/projects/project.ts';
import { act, screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { expect, test, vi } from 'vitest';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { ChangesPage } from '#web/features/changes/changes-page.tsx';
import { ChartsPage } from '#web/features/charts/charts-page.tsx';
import { OverviewPage } from '#web/features/overview/overview-page.tsx';
import { PipelinePage } from '#web/features/pipeline/pipeline-page.tsx';
import { ProjectsPage } from '#web/features/projects/projects-page.tsx';
import { Frame } from '#web/layout/frame.tsx';
import { findRoute } from '#web/url/page-list.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const FramedOverview = () => (
  <Frame route={findRoute('/')} onApproach={() => {}}>
    <OverviewPage />
  </Frame>
);

/** Pages with filters, and what each of them reads for a filter. */
const pages: readonly (readonly [string, ComponentType, readonly string[]])[] = [
  ['/?industry=energy', FramedOverview, ['overview']],
  ['/projects', ProjectsPage, ['projects', 'summary']],
  ['/pipeline?industry=energy', PipelinePage, ['pipeline']],
  ['/changes?industry=energy', ChangesPage, ['changes']],
  ['/charts?chart=breakdown', ChartsPage, ['analysis/breakdown']],
  ['/charts?chart=timeline', ChartsPage, ['analysis/timeline']],
];

/** The line of later money is read once the choice is drawn: no choice waits for it. */
const laterMoney: readonly (string | null)[] = laterMeasures;

/** Mounts a page of the list, with the list of its industries and the reads of one of them. */
async function mountFiltered(Page: ComponentType, address: string, reads: readonly string[]) {
  const spy = vi.spyOn(globalThis, 'fetch');
  const listAddresses = () => spy.mock.calls.map(([request]) => new URL((request as Request).url));
  const pathOf = ({ pathname }: URL) => pathname.replace('/api/v1/', '');
  await mountPage(Page, { address });
  // the page has read what it shows
  await waitFor(() =>
    expect(listAddresses().map(pathOf)).toEqual(expect.arrayContaining([...reads])),
  );
  const select = await screen.findByLabelText<HTMLSelectElement>(
    term(projectFieldTerms, 'industry', 'en'),
  );
  await waitFor(() => expect([...select.options].map(({ value }) => value)).toContain('eco'));
  const listReads = (industry: string) =>
    listAddresses()
      .filter(
        ({ searchParams: search }) =>
          search.get('industry') === industry && !laterMoney.includes(search.get('measure')),
      )
      .map(pathOf)
      .filter((path) => reads.includes(path))
      .toSorted();
  return { select, listReads };
}
const choose = (select: HTMLSelectElement, value: string): void => {
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

test.each(pages)(
  'a filter of %s is read once, before the page is drawn for it',
  async (address, Page, reads) => {
    const { select, listReads } = await mountFiltered(Page, address, reads);
    let early: readonly string[] = [];
    await act(async () => {
      choose(select, 'eco');
      early = listReads('eco');
      await Promise.resolve();
    });
    expect(early).toEqual(reads);
    await waitFor(() => expect(select.value).toBe('eco'));
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(listReads('eco')).toEqual(reads);
  },
);

test.each(pages)(
  'a filter list of %s reads its next option when it gets the focus, and the choice reads nothing',
  async (address, Page, reads) => {
    const { select, listReads } = await mountFiltered(Page, address, reads);
    const next = select.options[select.selectedIndex + 1]?.value ?? '';
    expect(listReads(next)).toEqual([]);
    act(() => select.focus());
    await waitFor(() => expect(listReads(next)).toEqual(reads));
    await act(async () => {
      choose(select, next);
      await Promise.resolve();
    });
    await waitFor(() => expect(select.value).toBe(next));
    expect(listReads(next)).toEqual(reads);
  },
);

// seen to fail: while the page waited, everything below its first screen was drawn with new links
test('the lists of the overview change together with their links', async () => {
  const send = globalThis.fetch;
  const { select } = await mountFiltered(FramedOverview, '/?industry=eco', ['overview']);
  await waitFor(() => expect(select.options.length).toBeGreaterThan(2));
  const next = [...select.options].map(({ value }) => value).findLast((id) => id !== 'eco') ?? '';
  expect(next).not.toBe('');
  const link = await screen.findByRole('link', { name: detailLabels.en.see_changes });
  const lists = link.closest('section')?.parentElement ?? document.body;
  expect(link.getAttribute('href')).toContain('industry=eco');
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...request) => {
    await released;
    return send(...request);
  });
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void changes.push(...records));
  observer.observe(lists, { subtree: true, childList: true, attributes: true });
  await act(async () => {
    choose(select, next);
    await Promise.resolve();
  });
  // the frame is drawn for the new address
  await waitFor(() =>
    expect(document.querySelector(`nav a[href*="industry=${next}"]`)).not.toBeNull(),
  );
  expect(changes).toEqual([]);
  release();
  await waitFor(() => expect(link.getAttribute('href')).toContain(`industry=${next}`));
});
