import { render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { useDocumentTitle } from './document-title.ts';

function Page({ title }: { readonly title: string }) {
  useDocumentTitle(title, undefined);
  return null;
}
const pageIn = (language: 'en' | 'ja', title: string) => (
  <LanguageProvider value={language} start={language}>
    <Page title={title} />
  </LanguageProvider>
);

describe('the title and language of the document', () => {
  const before = document.documentElement.lang;
  afterEach(() => {
    document.documentElement.lang = before;
  });

  it('follow the page', () => {
    const { rerender } = render(pageIn('ja', '概況'));
    expect([document.title, document.documentElement.lang]).toEqual(['概況 – Headway', 'ja']);
    rerender(pageIn('ja', '案件'));
    expect(document.title).toBe('案件 – Headway');
  });

  it('a new title does not write the language again', () => {
    const { rerender } = render(pageIn('en', 'Overview'));
    const observer = new MutationObserver(() => {});
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['lang'] });
    rerender(pageIn('en', 'Projects'));
    expect(document.title).toBe('Projects – Headway');
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
  });
});
