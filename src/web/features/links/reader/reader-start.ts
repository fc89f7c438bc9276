import type { SharedPayload } from '#contract/links/schemas.ts';
import type { Language } from '#domain/values/language.ts';
import type { FirstReply } from '#web/data/links/send-secret.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** The data in the page of a link that the server drew, from which the browser continues. */
export interface DrawnLink {
  readonly language: Language;
  /** The day in the zone, and the name of its time zone. */
  readonly today: string;
  readonly time_zone: string;
  /** The tag of the payload, as the reader's stream sends it. */
  readonly tag: string;
  readonly payload: SharedPayload;
}

/** The starting data of the page of a link. */
export interface ReaderStart {
  /** The options in the address. */
  readonly view: Pick<ViewState, 'view' | 'theme' | 'turn' | 'lang'>;
  /** The secret that was in the address. Empty without one. */
  readonly secret?: string;
  readonly reply?: FirstReply | undefined;
  /** Omitted where the server did not draw the page. */
  readonly drawnLink?: DrawnLink;
}
