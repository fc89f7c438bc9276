import type { Language } from '#domain/values/language.ts';
import type { PictureScale, PictureSize } from '#charts/kit/definition.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { ChartId } from '#charts/registry.ts';
import type { Db } from '#server/db/db.ts';
import type { TransactionScope } from '#server/db/transaction-scope.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Passwords } from './password-hashing.ts';
import type { SecondFactorTools } from './second-factor-tools.ts';
import type { Compress } from '#server/http/response-cache.ts';
import type { Documents } from '#server/exports/pack/write-document.ts';
import type { OneTimeKey } from '#server/accounts/sessions/one-time-link-sessions.ts';
import type { PdfInfo } from './pdf-info.ts';
import type { Importer } from '#server/imports/import-plan.ts';

/** Draws a chart's series as markup for the served page. */
export type DrawPicture = (chart: ChartId, series: unknown, language: Language) => Promise<string>;
/** Something drawn, and the characters in it that no font has: marks stand in their place. */
export interface Drawn<T> {
  readonly content: T;
  readonly missing: readonly string[];
}
/**
 * Draws a chart as a standalone SVG text, or a PNG; made elsewhere (a worker on Node, the page in the demo). `left` says that the
 * one who asked has left: what nobody waits for any more need not be drawn.
 */
export interface Drawing {
  /** With the fonts of its texts inside, and marks in place of missing characters, where `fonts` is set; else with all characters. */
  svg(request: DrawRequest, left?: AbortSignal): Promise<Drawn<string>>;
  /** At once, twice or three times its size in pixels. */
  png(request: DrawRequest, left?: AbortSignal): Promise<Drawn<Uint8Array>>;
  /** Pages, each an SVG in points, as one document; absent where there is no thread to make it in. */
  pdf?(pages: readonly string[], info: PdfInfo, left?: AbortSignal): Promise<Drawn<Uint8Array>>;
  /** A chart in every logical width, for the served page; absent where no page is drawn. */
  picture?: DrawPicture;
}
export interface DrawRequest {
  readonly chart: string;
  /** The overview, as JSON-able domain data. */
  readonly overview: unknown;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly size: PictureSize;
  readonly options: Readonly<Record<string, string>>;
  readonly scale?: PictureScale;
  /** Fonts inside an SVG: for one that leaves; a page of a document has its own. */
  readonly fonts?: boolean;
  readonly stamp?: FigureStamp | undefined;
}
/** Draws the first view: the whole HTML page for a path, with its starting data. */
export type RenderPage = (request: {
  readonly url: string;
  readonly language: Language;
  readonly theme: string;
  readonly revision: number;
  /** The day of the server, in UTC. */
  readonly today: string;
  readonly queries: readonly (readonly [readonly unknown[], unknown])[];
  /** Charts as pictures; without it the page has none and draws them itself. */
  readonly draw?: DrawPicture;
}) => Promise<string>;

/** Settings that every answer follows. */
export interface AppConfig {
  /** Bound to this computer only. */
  readonly loopback: boolean;
  /** Further host names, of HEADWAY_HOSTS, in lower case. */
  readonly hosts: readonly string[];
  /** Under which readers open this Headway, as https://progress.example.org; files that leave lead back to it. */
  readonly address?: string;
  /** `sha256-…` of the stylesheet that the page has inside. */
  readonly styleHash?: string;
  readonly version: string;
}
/** What went wrong while answering, or was refused, for the log: never bodies, cookies or keys. */
export interface LogEntry {
  readonly level: 'error' | 'warning';
  readonly reference: string;
  readonly method: string;
  /** Of what was refused: as the contract writes it, without ids. */
  readonly path: string;
  readonly status: number;
  readonly error?: string;
  /** What kind of refusal it was, and the how manieth of its kind in this minute. */
  readonly refused?: string;
  readonly count?: number;
  /** The id of the account that was refused. */
  readonly account?: string;
}
/** Everything that the app is given; it knows no runtime itself. */
export interface AppDeps {
  readonly db: Db;
  /** Lets a change and its kept answer be one transaction. */
  readonly scope?: TransactionScope;
  readonly importer: Importer;
  readonly clock: () => Date;
  readonly config: AppConfig;
  readonly drawing?: Drawing;
  /** Writes documents of the whole register in threads of their own; absent: where the app runs. */
  readonly documents?: Documents;
  readonly renderPage?: RenderPage;
  /** Files of the built client by path, as `/assets/app-1a2b.js`. */
  readonly assets?: Assets;
  readonly compress?: Compress;
  /** Set where others can reach this Headway: who opened the one-time link. Absent: whoever uses this computer is the manager. */
  readonly sessions?: OneTimeKey;
  /** Absent where nobody can have an account, as in the demo. */
  readonly passwords?: Passwords;
  /** Absent where nobody can have a second step. */
  readonly secondStep?: SecondFactorTools;
  /** Where people of the organisation sign in; absent: nowhere but here. */
  readonly identityProvider?: IdentityProvider;
  readonly log?: (entry: LogEntry) => void;
  /** How many pages may listen for changes at once. */
  readonly streams?: number;
}
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name changes with its content. */
  readonly immutable: boolean;
}
export type Assets = (path: string) => Promise<Asset | undefined>;
