import type { ExportRight, LinkDraft, NewLink } from '#contract/links.ts';
import type { Language } from '#domain/language.ts';
import { addDays } from '#domain/period.ts';
import { profileOf, type RedactionPreset, type RedactionProfile, type SharedSection, sharedSections } from '#domain/redaction/profile.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** What the dialog holds while somebody fills it in. */
export interface ShareForm {
  readonly name: string;
  readonly preset: RedactionPreset;
  readonly hidden: readonly SharedSection[];
  readonly amounts: boolean;
  readonly unregistered: boolean;
  readonly without: string;
  readonly frozen: boolean;
  readonly until: string;
  readonly exports: ExportRight;
  readonly language: Language;
  readonly password: string;
  readonly title: string;
  readonly publish: boolean;
  readonly note: string;
}
const usualDays = 90;
const mostDays = 364;

/** Everything but the name is chosen: the safest view, frozen, for 90 days. */
export const emptyForm = (today: string, language: Language): ShareForm => ({
  name: '',
  preset: 'totals',
  hidden: [],
  amounts: true,
  unregistered: false,
  without: '',
  frozen: true,
  until: addDays(today, usualDays),
  exports: 'pictures',
  language,
  password: '',
  title: '',
  publish: false,
  note: '',
});
/** The last day that a link may be valid to. */
export const latestDay = (today: string): string => addDays(today, mostDays);

export function profileFrom(form: ShareForm): RedactionProfile {
  const preset = profileOf[form.preset];
  const without = form.without.split(/[,，、\s]+/).filter((code) => code !== '');
  return {
    ...preset,
    ...(form.unregistered && preset.names !== 'hidden' ? { names: 'shown' as const } : {}),
    ...(form.amounts ? {} : { amounts: 'none' as const }),
    sections: sharedSections.filter((section) => !form.hidden.includes(section)),
    without: [...new Set(without)],
  };
}

/** The view that the sharer looks at, with what they chose. */
export function draftFrom(form: ShareForm, view: ViewState, measure: string | undefined): LinkDraft {
  const title = form.title.trim();
  const note = form.note.trim();
  return {
    view: {
      page: 'overview',
      ...(view.as_of === undefined ? {} : { as_of: view.as_of }),
      ...(view.cmp === 'prev' ? {} : { compare: view.cmp }),
      ...(measure === undefined || form.hidden.includes('targets') ? {} : { measure }),
      ...(view.range === undefined ? {} : { range: view.range }),
      ...(view.plan === undefined ? {} : { plan: view.plan }),
    },
    profile: profileFrom(form),
    frozen: form.frozen,
    language: form.language,
    exports: form.exports,
    ...(title === '' ? {} : { title }),
    ...(note === '' ? {} : { note }),
  };
}
export const linkFrom = (form: ShareForm, draft: LinkDraft): NewLink => ({
  ...draft,
  name: form.name.trim(),
  expires_at: form.until,
  ...(form.password === '' ? {} : { password: form.password }),
  ...(form.publish && draft.title !== undefined ? { publish_title: true } : {}),
});
