import type { Language } from '#domain/values/language.ts';
import type { ChartOptions, PictureScale, PictureSize } from '#charts/kit/definition.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { Db } from '#server/db/db.ts';
import type { ReadScope } from '#server/db/read-scope.ts';
import type { TransactionScope } from '#server/db/transaction-scope.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { MessageSender } from './message-sender.ts';
import type { Passwords } from './password-hashing.ts';
import type { SecondFactorTools } from './second-factor-tools.ts';
import type { PdfInfo, PdfSource } from './pdf-info.ts';
import type { ReportFolder } from './jobs/report-folder.ts';
import type { WordDocument } from './word-document.ts';

/** Draws a chart's series as markup for the served page. */
export type DrawPicture = (chart: string, series: unknown, language: Language) => Promise<string>;
/** A drawing. `missing` has the characters that no font has and that marks replace. */
export interface DrawResult<T> {
  readonly content: T;
  readonly missing: readonly string[];
}
/**
 * Draws charts outside the app: in a worker on Node, in the page in the demo. `signal` cancels a
 * drawing.
 */
export interface Drawing {
  /** Draws a standalone SVG. With `fonts` it embeds fonts and marks missing characters. */
  svg(request: DrawRequest, signal?: AbortSignal): Promise<DrawResult<string>>;
  /** Draws a PNG at one, two or three times its size in pixels. */
  png(request: DrawRequest, signal?: AbortSignal): Promise<DrawResult<Uint8Array>>;
  /**
   * Joins pages to one PDF, or lays out those of a report. Omitted if the runtime has no thread for
   * it.
   */
  pdf?(source: PdfSource, info: PdfInfo, signal?: AbortSignal): Promise<DrawResult<Uint8Array>>;
  /** Orders the figures of a report and writes it as a Word document. Omitted if the runtime has no thread for it. */
  docx?(document: WordDocument, signal?: AbortSignal): Promise<DrawResult<Uint8Array>>;
  /** Draws a chart in every logical width for the served page. Omitted if no page is served. */
  picture?: DrawPicture;
}
export interface DrawRequest {
  readonly chart: string;
  /** The overview as plain data. */
  readonly overview: unknown;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly size: PictureSize;
  readonly options: ChartOptions;
  readonly scale?: PictureScale;
  /** Whether a downloaded SVG embeds fonts. A page of a PDF uses those of the PDF. */
  readonly fonts?: boolean;
  readonly stamp?: FigureStamp | undefined;
  /** Whether the document around it has zone, title, day and the mark of invented data. */
  readonly isInset?: boolean;
}
export interface DrawnPage {
  readonly html: string;
  /** `sha256-…` of the styles in the page. */
  readonly styleHash?: string;
}
/** Renders the first view: the complete HTML page of a path, with its starting data. */
export type RenderPage = (request: {
  readonly url: string;
  readonly language: Language;
  readonly theme: string;
  readonly revision: number;
  /** The current day in UTC. */
  readonly today: string;
  readonly time_zone: string;
  readonly queries: readonly (readonly [readonly unknown[], unknown])[];
  /** Draws charts as pictures. Without it the browser draws them. */
  readonly draw?: DrawPicture;
}) => Promise<DrawnPage>;

/** Renders the page of a shared link: the complete HTML page, with the payload that it starts from. */
export type RenderLink = (request: {
  /** The built page, with an empty root. */
  readonly built: string;
  /** The payload as its reader gets it, in JSON. */
  readonly payload: string;
  /** The tag of the payload. */
  readonly tag: string;
  readonly language: Language;
  /** The options in the address: the form for a wall, and its theme. */
  readonly view: { readonly view?: 'wall'; readonly theme?: 'light' | 'dark' };
  readonly today: string;
  readonly time_zone: string;
  readonly draw?: DrawPicture;
}) => Promise<string>;

export type Encoding = 'br' | 'gzip';
export type Compress = (
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
) => Promise<Uint8Array<ArrayBuffer>>;

/** Settings of the app that do not change while it runs. */
export interface AppConfig {
  /** Whether the server is bound to this computer only. */
  readonly loopback: boolean;
  /** Further host names from HEADWAY_HOSTS, in lower case. */
  readonly hosts: readonly string[];
  /** The public address, as https://progress.example.org. Exported files link back to it. */
  readonly address?: string;
  readonly version: string;
}
/** The resources that the server's process uses. */
export interface ProcessState {
  readonly resident_bytes: number;
  readonly uptime_seconds: number;
  /** The longest delay of the event loop since the last reading, in seconds. */
  readonly loop_delay_seconds: number;
}
/** An error or a rejection, for the log. It never holds a body, a cookie or a key. */
export interface LogEntry {
  readonly level: 'error' | 'warning';
  readonly reference: string;
  readonly method: string;
  /** For a rejection, the path of the route without ids. */
  readonly path: string;
  readonly status: number;
  readonly error?: string;
  /** The kind of a rejection. */
  readonly refused?: string;
  /** Ordinal among rejections of this kind in the current minute. */
  readonly count?: number;
  /** The id of the account that was rejected. */
  readonly account?: string;
}
/**
 * The dependencies that the runtime passes to every part of the app. Nouns that need more extend
 * it.
 */
export interface AppDeps {
  readonly db: Db;
  /** The running transaction, which commits a change together with its stored response. */
  readonly scope?: TransactionScope;
  /**
   * Collects the tables that a response reads. Without it a response is cached for one revision.
   */
  readonly reads?: ReadScope;
  readonly clock: () => Date;
  readonly config: AppConfig;
  readonly drawing?: Drawing;
  readonly renderPage?: RenderPage;
  /** Without it the browser draws the pages of links. */
  readonly renderLink?: RenderLink;
  /** Files of the built client by path, as `/assets/app-1a2b.js`. */
  readonly assets?: Assets;
  readonly compress?: Compress;
  /** Omitted if the runtime has no accounts, as in the demo. */
  readonly passwords?: Passwords;
  /** Omitted if the runtime has no second factors. */
  readonly secondFactor?: SecondFactorTools;
  /** Omitted if the runtime sends no messages, as in the demo. */
  readonly sender?: MessageSender;
  /** The organisation's sign-in. Omitted if there is none. */
  readonly identityProvider?: IdentityProvider;
  /** The folder for the files of closed months. Omitted if the operator has set none. */
  readonly reportFolder?: ReportFolder;
  readonly log?: (entry: LogEntry) => void;
  /** Omitted if the runtime cannot measure it. */
  readonly readProcess?: () => ProcessState;
  /** The most pages that may listen for changes at once. */
  readonly streams?: number;
}
export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Whether the name of the file changes with its content. */
  readonly immutable: boolean;
}
export type Assets = (path: string) => Promise<Asset | undefined>;
