import { screen } from '@testing-library/react';
import { test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { CloseSection } from '#web/features/months/sections/close-section.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

// Seen to fail: the month stated “what is open will be noted”, and its closing named no cause.
test.each(languages)(
  '%s: before a month is closed, targets behind plan without a cause are among its open points',
  async (language) => {
    const t = monthLabels[language];
    const Page = () => (
      <CloseSection
        number={7}
        month="2021-03"
        state={{ period: '2021-03', points: [], reopenings: [], drafts: [], notes: [] }}
        isOwn
        doubts={1}
        causes={2}
        indicators={[]}
      />
    );
    await mountPage(Page, { address: '/month', language });
    const points = [t.point_doubt({ n: 1 }), t.point_cause({ n: 2 })];
    const separator = language === 'en' ? ', ' : '、';
    await screen.findByText(t.will_note({ points: points.join(separator) }), { exact: false });
  },
);
