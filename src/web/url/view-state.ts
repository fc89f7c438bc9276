import { rateBases, type RateBasis } from '#domain/changes/rate-basis.ts';
import {
  joinItems,
  type ProjectFilterField,
  projectFilterFields,
  registerFilterFields,
  splitItems,
} from '#domain/overview/register-filter.ts';
import { isLanguage, type Language } from '#domain/values/language.ts';
import { planPaths, type PlanPath } from '#domain/zone/indicator.ts';
import { isCurrency } from '#domain/values/currency/currency-code.ts';

/** The state that a link carries. Empty lists mean all; omitted fields have their default. */
export interface ViewState {
  readonly as_of?: string;
  /** Known at this moment or at the end of this day. Omitted for now. */
  readonly known_at?: string;
  /** The same for the compared day, on the page of changes. */
  readonly known_from?: string;
  /** Compared day: a date, the previous day with data, a year before, or none. */
  readonly cmp: string;
  /** The rates that convert amounts on the page of changes. Omitted for none. */
  readonly rates?: RateBasis;
  /** The secondary currency. */
  readonly cur?: string;
  /** Indicator id of the main chart. */
  readonly m?: string;
  readonly range?: 'to_date' | 'to_target';
  /** Hides the dated marks of decisions and notes in the main chart. */
  readonly marks?: 'off';
  /** The assumptions of the outlook that differ from the base. */
  readonly scenario?: string;
  /** Id of the chart on the page of charts, and its options. */
  readonly chart?: string;
  readonly by?: string;
  readonly stack?: string;
  readonly event?: string;
  readonly form?: string;
  readonly zoom?: string;
  /** The only currency that the chart draws. */
  readonly currency?: string;
  /** The other side of a comparison. */
  readonly versus?: string;
  /** Id of the saved chart that is shown. */
  readonly saved?: string;
  readonly plan?: PlanPath;
  /** Figures shown as tables, by id. Figures shown as charts are omitted. */
  readonly tab: Readonly<Record<string, 'table'>>;
  readonly stage: readonly string[];
  readonly industry: readonly string[];
  readonly zone: readonly string[];
  readonly status: readonly string[];
  readonly owner: readonly string[];
  /** Only rows without an owner. Omitted for all. */
  readonly owned?: 'no';
  readonly unit: readonly string[];
  readonly country: readonly string[];
  readonly prefecture: readonly string[];
  readonly investor: readonly string[];
  readonly channel: readonly string[];
  readonly agreement: readonly string[];
  readonly column: readonly string[];
  readonly q: string;
  /** Field to sort by, with a minus for descending. */
  readonly sort: string;
  /** Code of the project in the side panel. */
  readonly sel?: string;
  /** For a report or an export 2021-03 or 2021Q1; for a target 2021, 2021Q1, a phase or final. */
  readonly period?: string;
  /** Id of the indicator whose targets are set. */
  readonly indicator?: string;
  /** Month being entered, YYYY-MM. */
  readonly month?: string;
  /** Id of the preview on the import page. */
  readonly import?: string;
  /** The form of the pipeline page: a board of cards. Omitted for figures and tables. */
  readonly layout?: 'board';
  /** The overview on a wall screen. Omitted for a page. */
  readonly view?: 'wall';
  /** Seconds before a wall screen shows its next sheet. Omitted when it does not change. */
  readonly turn?: string;
  readonly lang?: Language;
  readonly theme?: 'light' | 'dark';
}
/** No value of any filter. */
export const noItems = Object.fromEntries(
  projectFilterFields.map((name) => [name, []]),
) as unknown as Pick<ViewState, ProjectFilterField>;
export const defaultView: ViewState = {
  cmp: 'prev',
  tab: {},
  ...noItems,
  q: '',
  sort: '-total_investment',
};
/** State that pages share; other fields belong to one page. */
export const carriedFields = [
  'as_of',
  'known_at',
  'cmp',
  'plan',
  'cur',
  'lang',
  'theme',
] as const satisfies readonly (keyof ViewState)[];

/** A calendar day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
/** A day, or a moment with its offset. */
const isMoment = (text: string): boolean =>
  isDay(text) ||
  (isDay(text.slice(0, 10)) &&
    /^T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text.slice(10)) &&
    !Number.isNaN(Date.parse(text)));
const isMonthText = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
const isId = (text: string): boolean => /^[a-z][a-z0-9_]{0,60}$/.test(text);
const isKey = (text: string): boolean => /^[A-Za-z][\w-]{0,80}$/.test(text);
const isWord = (text: string): boolean => text !== '' && text.length <= 200;
const isList = (text: string): boolean => text !== '' && text.length <= 1000;
const isSort = (text: string): boolean => /^-?[a-z][a-z0-9_]{0,40}$/.test(text);
const isCompare = (text: string): boolean => ['prev', 'yoy', 'none'].includes(text) || isDay(text);
const longestTurnS = 600;
const isOneOf =
  (...values: readonly string[]) =>
  (text: string): boolean =>
    values.includes(text);

const single = {
  as_of: isDay,
  known_at: isMoment,
  known_from: isMoment,
  cmp: isCompare,
  rates: isOneOf(...rateBases),
  m: isKey,
  range: isOneOf('to_date', 'to_target'),
  marks: isOneOf('off'),
  scenario: isList,
  chart: isId,
  by: isWord,
  stack: isId,
  event: isId,
  form: isId,
  zoom: isId,
  currency: isCurrency,
  versus: isList,
  saved: isId,
  plan: isOneOf(...planPaths),
  cur: isCurrency,
  q: isWord,
  sort: isSort,
  sel: isWord,
  month: isMonthText,
  period: (text: string): boolean =>
    isMonthText(text) || /^\d{4}(Q[1-4])?$/.test(text) || isKey(text),
  indicator: isKey,
  import: (text: string): boolean => /^[0-9a-f-]{36}$/.test(text),
  layout: isOneOf('board'),
  owned: isOneOf('no'),
  view: isOneOf('wall'),
  turn: (text: string): boolean => /^[1-9]\d{1,2}$/.test(text) && Number(text) <= longestTurnS,
  lang: isLanguage,
  theme: isOneOf('light', 'dark'),
} as const;

/**
 * Keep old addresses valid: each step renames what an earlier version wrote. Add new steps at the
 * end.
 */
const migrations: readonly ((search: URLSearchParams) => void)[] = [
  (search) => {
    const newNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      m: { firms: 'companies', output: 'industrial_output' },
      range: { to_2025: 'to_target' },
      sort: { '-inv': '-total_investment', inv: 'total_investment' },
      theme: { auto: '' },
    };
    const industry = search.get('ind');
    if (industry !== null && !search.has('industry')) search.set('industry', industry);
    // the long names of the parameters that the address shortens, as files and the API have them
    for (const [plain, short] of [
      ['measure', 'm'],
      ['compare', 'cmp'],
    ] as const) {
      const value = search.get(plain);
      if (value !== null && !search.has(short)) search.set(short, value);
    }
    for (const [name, words] of Object.entries(newNames)) {
      const to = words[search.get(name) ?? ''];
      if (to === '') search.delete(name);
      else if (to !== undefined) search.set(name, to);
    }
  },
];

/**
 * Parses an address.
 *
 * @returns the view, and the parameters with an invalid value. Unknown parameters are ignored.
 */
export function readView(search: URLSearchParams): {
  readonly view: ViewState;
  readonly refusedNames: readonly string[];
} {
  const query = new URLSearchParams(search);
  for (const migrate of migrations) migrate(query);
  const view: Record<string, unknown> = { ...defaultView };
  const refusedNames: string[] = [];
  for (const [name, accepts] of Object.entries(single)) {
    const text = query.get(name) ?? '';
    if (text === '') continue;
    if (accepts(text)) view[name] = text;
    else refusedNames.push(name);
  }
  for (const name of projectFilterFields) {
    const text = query.get(name) ?? '';
    if (text === '') continue;
    if (isList(text))
      view[name] = [
        ...new Set(
          splitItems(text)
            .map((item) => item.trim())
            .filter((item) => item !== ''),
        ),
      ];
    else refusedNames.push(name);
  }
  const tab: Record<string, 'table'> = {};
  for (const [name, text] of query) {
    const figure = name.startsWith('tab.') ? name.slice(4) : undefined;
    if (figure === undefined || !isId(figure)) continue;
    if (text === 'table') tab[figure] = 'table';
    else if (text !== 'chart') refusedNames.push(name);
  }
  return { view: { ...(view as unknown as ViewState), tab }, refusedNames };
}

/** Writes the shortest address of a view: without defaults, in a fixed order. */
export function writeView(view: ViewState): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of Object.keys(single) as (keyof typeof single)[]) {
    const value = view[name];
    if (value !== undefined && value !== '' && value !== defaultView[name]) search.set(name, value);
  }
  for (const name of projectFilterFields) {
    const items = joinItems(view[name]);
    if (items !== undefined) search.set(name, items);
  }
  for (const figure of Object.keys(view.tab).toSorted()) search.set(`tab.${figure}`, 'table');
  return search;
}

/** Keeps the state that pages share, and the filter where both pages have one. */
export const carriedView = (view: ViewState, isFiltered = false): ViewState => ({
  ...defaultView,
  ...Object.fromEntries(
    [...carriedFields, ...(isFiltered ? registerFilterFields : [])].flatMap((name) =>
      view[name] === undefined ? [] : [[name, view[name]]],
    ),
  ),
});
