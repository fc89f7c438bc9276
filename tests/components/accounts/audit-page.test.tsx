import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '#domain/values/language.ts';
import { changeWords, exportName, zoneFieldNames } from '#domain/labels/index.ts';
import { AuditPage } from '#web/features/audit/audit-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const sentences: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '撤销了：变更了项目“热泵”的状态',
    '变更了项目“热泵”的状态',
    '新增或修改了项目“热泵”',
    '月报定稿：2021年3月',
    '填报了数据：入驻企业数 · 2021年3月',
    '修改了设置：判断标准',
  ],
  ja: [
    '元に戻した操作：案件「热泵」の状態を変更',
    '案件「热泵」の状態を変更',
    '案件「热泵」を登録または編集',
    '月次確定：2021年3月',
  ],
  en: [
    'Undid: Changed the status of “热泵”',
    'Changed the status of “热泵”',
    'Entered or edited the project “热泵”',
    'Closed the month March 2021',
  ],
};

test.each(['zh-CN', 'ja', 'en'] as const)(
  'the audit log uses names in %s, never keys',
  async (language) => {
    const { container } = await mountPage(AuditPage, {
      address: '/audit',
      language,
      before: async (_faults, api) => {
        const post = async (url: string, body: unknown) =>
          expect((await api.send('POST', url, { body })).status).toBeLessThan(300);
        await post('/api/v1/indicators/companies/observations', { period: '2021-03', value: '41' });
        await post('/api/v1/periods/2021-03/close', {});
        await post('/api/v1/projects', { code: 'C01', stage: 'lead', facts: { name: '热泵' } });
        await post('/api/v1/projects/C01/status', {
          status: 'on_hold',
          reason: '等待用地',
          reason_code: 'land_or_site',
        });
        await post('/api/v1/revisions/5/undo', {});
        const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
        const body = { thresholds: { ahead: 110, on: 95, slightly: 80 } };
        expect(
          (await api.send('PATCH', '/api/v1/zone', { body, headers: { 'if-match': etag } })).status,
        ).toBe(200);
      },
    });
    await screen.findByText(sentences[language][0] ?? '');
    await waitFor(() => expect(container.textContent).not.toContain('companies'));
    for (const sentence of sentences[language]) expect(container.textContent).toContain(sentence);
    expect(container.textContent).not.toMatch(/\blocal\b|C01|close_month/);
  },
);

test('describes months, settings and exports in words', () => {
  const sentence = (kind: string, reason: string) => changeWords({ kind, reason }, 'en', []);
  expect([
    sentence('reopen_month', '2021-03: late'),
    sentence('observation', '2021-01 – 2021-03'),
    sentence('observation', 'as agreed'),
  ]).toEqual(['March 2021: late', 'January 2021 – March 2021', 'as agreed']);
  expect([
    zoneFieldNames('targets, thresholds', 'zh-CN'),
    zoneFieldNames('targets, as agreed', 'en'),
  ]).toEqual(['目标、判断标准', 'targets, as agreed']);
  expect(changeWords({ kind: 'zone', reason: 'targets' }, 'ja', [])).toBe('目標');
  expect([exportName('charts/targets.csv', 'ja'), exportName('elsewhere', 'en')]).toEqual([
    '目標の進捗図（CSV）',
    'elsewhere',
  ]);
});
