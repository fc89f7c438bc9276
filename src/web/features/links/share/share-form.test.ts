import { describe, expect, test } from 'vitest';
import { defaultView } from '#web/url/view-state.ts';
import { draftFrom, emptyForm, linkFrom, profileFrom, type ViewToShare } from './share-form.ts';

const form = emptyForm('2021-03-31', 'en');
const overview: ViewToShare = {
  page: 'overview',
  view: { ...defaultView, as_of: '2021-03-30' },
  measure: 'companies',
  days: { from: '2021-03-16', to: '2021-03-30' },
};

describe('the draft of a link', () => {
  test('shares totals of a fixed day for 90 days by default', () => {
    const draft = draftFrom(form, overview);
    expect(draft.frozen).toBe(true);
    expect(draft.profile.names).toBe('hidden');
    expect(linkFrom(form, draft).expires_at).toBe('2021-06-29');
  });

  test('never names unregistered projects under a profile that hides names', () => {
    expect(profileFrom({ ...form, unregistered: true }).names).toBe('hidden');
    expect(profileFrom({ ...form, preset: 'full', unregistered: true }).names).toBe('shown');
  });

  test('excludes each typed project once, whatever separates the codes', () => {
    expect(profileFrom({ ...form, without: 'A01, B02、A01 C03' }).without).toEqual([
      'A01',
      'B02',
      'C03',
    ]);
  });

  test('omits the measure when targets are excluded', () => {
    expect(draftFrom(form, overview).view).toHaveProperty('measure', 'companies');
    const without = draftFrom({ ...form, hidden: ['targets'] }, overview);
    expect(without.view).not.toHaveProperty('measure');
    expect(without.profile.sections).not.toContain('targets');
  });

  test('of an embedded figure has no password, title, note or export, and names origins only', () => {
    const embedded = {
      ...form,
      figure: 'progress',
      sites: 'example.org/page https://example.org:8443/a example.org',
      password: 'four words go here',
      title: 'Title',
      note: 'Note',
      exports: 'data' as const,
    };
    const draft = draftFrom(embedded, overview);
    expect(draft.view).toHaveProperty('embed', {
      figure: 'progress',
      origins: ['https://example.org', 'https://example.org:8443'],
    });
    expect(draft.exports).toBe('none');
    const link = linkFrom(embedded, draft);
    for (const field of ['password', 'title', 'note', 'publish_title'])
      expect(link).not.toHaveProperty(field);
  });

  test('of changes keeps its two days, and of projects only the set filters', () => {
    expect(draftFrom(form, { ...overview, page: 'changes' }).view).toEqual({
      page: 'changes',
      as_of: '2021-03-30',
      compare: '2021-03-16',
    });
    const filtered = { ...defaultView, as_of: '2021-03-30', stage: ['signed'] };
    expect(draftFrom(form, { ...overview, page: 'projects', view: filtered }).view).toEqual({
      page: 'projects',
      as_of: '2021-03-30',
      filters: { stage: ['signed'] },
    });
  });
});
