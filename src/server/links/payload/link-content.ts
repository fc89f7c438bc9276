import type { FrozenView, LinkDraft } from '#contract/links/schemas.ts';

/** A link or a draft as the input of a payload. */
export interface PayloadSource extends Omit<LinkDraft, 'frozen'> {
  readonly id?: string;
  readonly created_at?: string;
  readonly expires_at?: string;
  readonly frozen?: FrozenView;
  /** The figures of a frozen draft as JSON text. The store holds those of a link. */
  readonly figures?: string;
  /** Whether the saved chart of the link was removed. */
  readonly is_chart_removed?: boolean;
}
