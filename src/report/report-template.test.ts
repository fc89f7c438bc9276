import { expect, test } from 'vitest';
import { sameWords } from '#domain/values/term.ts';
import { makeReport } from '#report/make-report.ts';
import { reportPages } from '#report/paper/pages.ts';
import { input } from '#report/report-input.fixture.ts';

const template = {
  sections: ['problems', 'ledger', 'statement'] as const,
  issuer: { 'zh-CN': '滨江管委会', ja: '浜江管理委員会', en: 'Binjiang Committee' },
  contact: sameWords('Li Na, 0532-1234'),
  signature: sameWords('Approved: ____'),
};
const usual = makeReport(input({ language: 'zh-CN' }));
const own = makeReport(input({ language: 'zh-CN', template }));

test('a template chooses the sections and their order, and the numbers follow', () => {
  expect(own.sections.map(({ id, number }) => [id, number])).toEqual([
    ['problems', '一、'],
    ['ledger', '二、'],
    ['statement', '三、'],
    ['definitions', undefined],
  ]);
  const blocks = (report: typeof own) => report.sections.find(({ id }) => id === 'ledger')?.blocks;
  expect(blocks(own)?.length).toBe(blocks(usual)?.length);
});

test('a template sets who issues, prepared and signs; a blank line means the default', () => {
  expect(own.issued).toEqual({
    by: '滨江管委会',
    day: usual.issued.day,
    contact: 'Li Na, 0532-1234',
    signature: 'Approved: ____',
  });
  const blank = { issuer: sameWords(' '), contact: sameWords(''), signature: sameWords('') };
  expect(makeReport(input({ language: 'zh-CN', template: blank }))).toEqual(usual);
  expect(own.messages.page).toContain('Li Na, 0532-1234');
});

test('pages have the lines of the template', () => {
  const pages = reportPages(own, { pictures: [] }).join('');
  expect(pages).toContain('Approved: ____');
  expect(pages).toContain('滨江管委会');
});

test('the text for a message has the chosen sections in their order', () => {
  const places = (report: typeof own) =>
    report.sections.map(({ heading }) => report.messages.page.indexOf(heading));
  const inOrder = places(own).filter((at) => at >= 0);
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  expect(own.messages.page).toContain('主要指标完成情况');
  expect(usual.messages.page).not.toContain('主要指标完成情况');
});

// seen to fail: 一、三、四、七、八, since a message leaves sections out
test('the sections of a message are numbered without a gap', () => {
  const numbers = usual.messages.page
    .split('\n')
    .flatMap((line) => line.match(/^[一二三四五六七八]、/u) ?? []);
  expect(numbers.length).toBeGreaterThan(2);
  expect(numbers).toEqual(
    ['一、', '二、', '三、', '四、', '五、', '六、'].slice(0, numbers.length),
  );
});
