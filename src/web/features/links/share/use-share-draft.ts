import { useEffect, useState } from 'react';
import { sharedViews } from '#contract/links/constants.ts';
import type { PageId } from '#contract/core/pages.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useLinkCheck } from '#web/features/links/queries.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { toSavedWords } from '#web/url/saved-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { draftFrom, emptyForm, linkFrom, type ShareForm } from './share-form.ts';

/** Pause without changes before a value counts as settled. */
const settledMs = 400;

/** Returns the value as of its last pause in changes. Values are compared by their JSON. */
function useSettled<T>(value: T): T {
  const [settledValue, setSettledValue] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettledValue(JSON.parse(text) as T), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settledValue;
}

export interface ShareDraftInput {
  readonly overview: Overview;
  /** The current page. */
  readonly route: PageId | undefined;
  readonly policy: LinkPolicy;
  /** The saved chart of the page. */
  readonly saved: SavedChart | undefined;
}
/** The form of a new link, and the draft that it makes of the current view. */
export function useShareDraft({ overview, route, policy, saved }: ShareDraftInput) {
  const language = useLanguage();
  const { view } = useViewState();
  const [today] = useState(() => serverDay());
  const newForm = { ...emptyForm(today, language, policy), title: saved?.title ?? '' };
  const [form, setForm] = useState(newForm);
  const { as_of, compare = as_of } = overview;
  // Changes need two days.
  const sharedPage = sharedViews.find(
    (one) => one === route && (one !== 'changes' || compare < as_of),
  );
  const page = sharedPage ?? 'overview';
  const measure = overview.targets.map(targetKey).find((key) => key === view.m);
  const savedWords = toSavedWords(saved);
  const days = { from: compare, to: as_of };
  const draft = draftFrom(form, { page, view, measure, days, savedWords });
  const checkedForm = { ...form, password: '', title: '', note: '', publish: false };
  const check = useLinkCheck(useSettled(linkFrom(checkedForm, draft)));
  return {
    form,
    draft,
    page,
    today,
    policy,
    /** The route has a shared view of its own. */
    isSharedPage: sharedPage !== undefined,
    as_of,
    compare,
    savedWords,
    warnings: check.data?.warnings ?? [],
    change: (changes: Partial<ShareForm>) => setForm((before) => ({ ...before, ...changes })),
    clear: () => setForm(newForm),
  };
}
export type ShareDraft = ReturnType<typeof useShareDraft>;
