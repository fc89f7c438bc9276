import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { pageCode } from '#web/app/page-code.tsx';
import { routes } from '#web/url/page-list.ts';
import { Frame } from '#web/layout/frame.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = overviewLabels.en;

test.each(['/month', '/zone', '/projects', '/copy', '/report', '/exports'])(
  '%s on an empty store explains the remedy and reports no wrong address',
  async (path) => {
    const route = routes.find((one) => one.path === path);
    expect(route).toBeDefined();
    const Content = route === undefined ? () => null : pageCode[route.id].Component;
    const Page = () => (
      <Frame route={route} onApproach={() => {}}>
        <Content />
      </Frame>
    );
    await mountPage(Page, {
      address: path,
      before: async (_faults, api) => {
        await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
      },
    });
    expect(
      (await screen.findByRole('link', { name: t.import_file })).getAttribute('href'),
    ).toContain('/import');
    expect(screen.getByRole('button', { name: t.show_sample })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  },
);
