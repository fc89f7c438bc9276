import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { languages } from '#domain/values/language.ts';
import { sendWith } from '#web/data/transport.ts';
import { OutlookPage } from '#web/features/outlook/outlook-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

afterEach(() => sendWith());

/** Opens the outlook with some of the targets of the sample only. */
const open = (language: (typeof languages)[number], indicators: readonly string[]) =>
  mountPage(OutlookPage, {
    address: '/outlook',
    language,
    before: (_, api) =>
      sendWith(async (request) => {
        const { pathname, search } = new URL(request.url);
        const response = await api.send('GET', pathname + search);
        if (pathname !== '/api/v1/outlook') return response;
        const outlook = (await response.json()) as Outlook;
        const targets = outlook.targets.filter(({ row }) => indicators.includes(row.indicator));
        return Response.json({ ...outlook, targets });
      }),
  });

const statements = {
  'zh-CN': {
    one: '入驻企业数按现有进度差17家。',
    all: '在册27个项目全部建成达产，工业总产值和就业人数仍达不到目标。入驻企业数按现有进度差17家。',
  },
  ja: {
    one: 'このペースでは入居企業数が17社不足。',
    all: '台帳の27件がすべて実現しても、工業総生産額と雇用者数は目標に届かない。このペースでは入居企業数が17社不足。',
  },
  en: {
    one: 'At this pace the target for companies is missed by 17 companies.',
    all: 'Even if all 27 projects on file land, the targets for industrial output and jobs are not reached. At this pace the target for companies is missed by 17 companies.',
  },
};

// seen to fail: the heading announced a value, additions and a rest, and gave no answer
test.each(languages)(
  'the heading answers whether the targets will be met, the worst first, in %s',
  async (language) => {
    const { unmount } = await open(language, ['companies']);
    expect(await screen.findByText(statements[language].one)).toBeTruthy();
    unmount();
    await open(language, ['companies', 'jobs', 'industrial_output']);
    expect(await screen.findByText(statements[language].all)).toBeTruthy();
  },
);
