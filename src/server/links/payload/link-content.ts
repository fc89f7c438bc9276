import type { FrozenView, LinkDraft } from '#contract/links/schemas.ts';

/** A link or a draft of one, of which a payload is made. */
export interface PayloadSource extends Omit<LinkDraft, 'frozen'> {
  readonly id?: string;
  readonly created_at?: string;
  readonly expires_at?: string;
  readonly frozen?: FrozenView;
  /** The figures of a frozen draft, as JSON text. Those of a link are in the store. */
  readonly figures?: string;
}
