import type { FrozenView, LinkDraft } from '#contract/links/schemas.ts';

/** What a payload is made of: a link, or one that is still a draft. */
export interface PayloadSource extends Omit<LinkDraft, 'frozen'> {
  readonly id?: string;
  readonly created_at?: string;
  readonly expires_at?: string;
  readonly frozen?: FrozenView;
  /** Of a frozen draft what it shows, as JSON text; that of a link is in the store. */
  readonly figures?: string;
}
