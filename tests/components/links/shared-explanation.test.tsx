import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { LinkDraft, SharedPayload } from '#contract/links/schemas.ts';
import { redactionProfiles } from '#domain/redaction/profile.ts';
import { ExplainedView } from '#web/features/links/explain/explained-view.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { openApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const draft: LinkDraft = {
  view: { page: 'overview' },
  profile: redactionProfiles.totals,
  frozen: true,
  language: 'en',
  exports: 'none',
};

/** What the reader of a link receives, apart from the id, which a preview leaves out. */
async function readPayload(): Promise<SharedPayload> {
  const api = await openApi();
  const preview = (await (
    await api.send('POST', '/api/v1/links/preview', { body: draft })
  ).json()) as SharedPayload;
  await api.close();
  return { ...preview, link: { ...preview.link, id: 'link' } };
}

// Seen to fail: each reading drew another panel, so that the explanation closed and opened again.
test('an explanation stays open when its link is read again', async () => {
  const payload = await readPayload();
  const Page = () => {
    const [read, setRead] = useState({ payload, readings: 1 });
    const readAgain = () =>
      setRead({ payload: structuredClone(payload), readings: read.readings + 1 });
    return (
      <ExplainedView payload={read.payload}>
        <button type="button" onClick={readAgain}>
          {`Readings: ${read.readings}`}
        </button>
        <ExplainableFigure measure="established_projects">29</ExplainableFigure>
      </ExplainedView>
    );
  };
  await mountPage(Page, { address: '/s' });
  await userEvent.click(screen.getByRole('button', { name: '29' }));
  const panel = await screen.findByRole('dialog');
  await userEvent.click(screen.getByRole('button', { name: 'Readings: 1', hidden: true }));
  await screen.findByRole('button', { name: 'Readings: 2', hidden: true });
  expect(panel.isConnected).toBe(true);
});
