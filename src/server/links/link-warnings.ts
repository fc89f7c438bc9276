import { queryOfOther } from '#domain/overview/read-versus.ts';
import { compact } from '#domain/values/compact.ts';
import type { LinkWarning, SharedPayload, WarnedAmount } from '#contract/links/schemas.ts';
import { isCurrency } from '#domain/values/money.ts';
import { projectFilterFields, splitItems } from '#domain/overview/register-filter.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import { listInferableAmounts } from '#domain/redaction/inferable-amounts.ts';
import type { ProjectOnDay } from '#domain/redaction/project-on-day.ts';
import type { LinkContent } from '#domain/redaction/visible-sums.ts';
import { PromiseCache } from '#server/core/bounded-map.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredLink } from './store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { projectsOnDay } from '#server/projects/register/day-store.ts';
import { readToday } from '#server/zone/zone-day-service.ts';
import { linkState } from './link-state.ts';
import type { LinkContext } from './link-context.ts';
import { narrowLink } from './payload/link-filter.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';

/** The most links of one reader that are compared. They are the newest ones. */
const maxLinks = 8;
const maxCached = 200;

/** A link or a draft, with the name of its reader. */
export type WarningInput = PayloadSource & { readonly name: string };
interface Content extends LinkContent {
  readonly id: string;
  readonly as_of: string;
}
type Amounts = ReadonlyMap<string, ProjectOnDay>;

/** Normalises a reader's name. Names that differ only in case, width or spaces are one reader. */
const readerKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const canOpen = (link: StoredLink, now: Date): boolean =>
  ['live', 'paused'].includes(linkState(link, now));

/**
 * Warns of amounts that readers can infer: from the changes of a live link, or by combining several
 * links of the same reader.
 */
export class LinkWarnings {
  readonly #deps: AppDeps;
  readonly #links: LinkContext;
  readonly #cache = new PromiseCache<ReadonlyMap<string, readonly LinkWarning[]>>(maxCached);
  constructor(deps: AppDeps, links: LinkContext) {
    this.#deps = deps;
    this.#links = links;
  }

  /**
   * Computes the warnings of live and paused links, by link id.
   *
   * @param all - the links of all owners
   */
  async listWarnings(
    all: readonly StoredLink[],
  ): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const now = this.#deps.clock();
    const open = all.filter((link) => canOpen(link, now));
    const readers = await Promise.all(
      [...Map.groupBy(open, ({ name }) => readerKey(name)).values()].map((links) =>
        this.#warnReader(links.slice(0, maxLinks)),
      ),
    );
    return new Map(readers.flatMap((warnings) => [...warnings]));
  }

  /**
   * Computes the warnings of a draft together with the existing links. The warnings do not name the
   * draft.
   */
  async checkDraft(
    draft: WarningInput,
    all: readonly StoredLink[],
  ): Promise<readonly LinkWarning[]> {
    const now = this.#deps.clock();
    const same = all.filter(
      (link) => canOpen(link, now) && readerKey(link.name) === readerKey(draft.name),
    );
    const { makePayload } = await import('#server/links/payload/payload.ts');
    const payload = await makePayload(this.#deps, draft);
    const own = await this.#readContent('', draft, payload);
    const others = await Promise.all(
      same.slice(0, maxLinks - 1).map((link) => this.#readLink(link)),
    );
    return [
      ...findMovingSums(draft, payload),
      ...(findCombinations([own, ...others]).get('') ?? []),
    ];
  }

  async #warnReader(
    links: readonly StoredLink[],
  ): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const revision = await currentRevision(this.#deps.db);
    const key = `${revision} ${await readToday(this.#deps)} ${links.map(({ id, version }) => `${id} ${version}`).join(' ')}`;
    return this.#cache.getOrMake(key, () => this.#makeWarnings(links));
  }
  async #makeWarnings(
    links: readonly StoredLink[],
  ): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const moves = await Promise.all(
      links.map(async (link) => findMovingSums(link, await this.#links.payload(link))),
    );
    const pairs =
      links.length < 2
        ? new Map<string, LinkWarning[]>()
        : findCombinations(await Promise.all(links.map((link) => this.#readLink(link))));
    return new Map(links.map(({ id }, i) => [id, [...(moves[i] ?? []), ...(pairs.get(id) ?? [])]]));
  }
  async #readLink(link: StoredLink): Promise<Content> {
    return this.#readContent(link.id, link, await this.#links.payload(link));
  }
  async #readContent(id: string, source: PayloadSource, payload: SharedPayload): Promise<Content> {
    const { frozen, view } = source;
    const { profile } = await narrowLink(this.#deps, source);
    const { overview, pipeline, changes, projects } = payload;
    const chart = readChart(payload);
    const comparison = readCompared(payload);
    const { versus } = payload.analysis?.compared ?? {};
    const from = changes?.days.from ?? (versus?.kind === 'day' ? versus.day : undefined);
    const revisionScope = frozen === undefined ? {} : { knownRevision: frozen.revision };
    const on = (as_of: string) =>
      projectsOnDay(this.#deps.db, { origin: overview.origin, as_of, ...revisionScope });
    const [day, before] = await Promise.all([
      on(changes?.days.to ?? overview.as_of),
      from === undefined ? [] : on(from),
    ]);
    return {
      id,
      as_of: overview.as_of,
      overview,
      ...compact({ pipeline, changes, projects, chart, compared: comparison }),
      filters: view.filters ?? {},
      without: profile.without,
      day,
      before,
    };
  }
}

/** Reads the filters that a link fixes for its chart. */
const readFilters = (filters: Readonly<Partial<Record<string, unknown>>>) =>
  Object.fromEntries(
    projectFilterFields.flatMap((field) => {
      const words = field === 'status' ? undefined : filters[field];
      return typeof words === 'string' ? [[field, splitItems(words)]] : [];
    }),
  );

/** Reads the breakdown of a link with its filters. */
function readChart({ analysis, view }: SharedPayload): LinkContent['chart'] {
  const { breakdown } = analysis ?? {};
  return breakdown === undefined
    ? undefined
    : { breakdown, filters: readFilters(view.chart ?? {}) };
}

/** Reads the breakdown of the other side of a link's comparison. */
function readCompared({ analysis, view }: SharedPayload): LinkContent['compared'] {
  const { versus, parts } = analysis?.compared ?? {};
  const { breakdown } = parts ?? {};
  if (versus === undefined || breakdown === undefined) return undefined;
  const filters = readFilters(queryOfOther(view.chart ?? {}, versus));
  return { breakdown, filters, on: versus.kind === 'day' ? 'before' : 'day' };
}

/**
 * Warns of a live link with sums: the change of a sum reveals the amount of the changed project.
 */
function findMovingSums(
  { frozen, profile }: PayloadSource,
  { overview, pipeline, changes, projects: list, analysis }: SharedPayload,
): LinkWarning[] {
  if (frozen !== undefined || profile.amounts === 'none') return [];
  const { as_of } = overview;
  const sums = [
    ...(overview.strip?.groups ?? []).map((sum) => ({ ...sum, of: sum.group })),
    ...(pipeline?.pipeline === undefined
      ? []
      : [{ ...pipeline.pipeline, of: 'pipeline' as const }]),
    ...(list === undefined ? [] : [{ ...list.total, of: 'total' as const }]),
    ...chartTotal(analysis?.breakdown),
    ...chartTotal(analysis?.compared?.parts.breakdown),
    ...(changes?.bridge?.groups ?? []).flatMap(({ group, steps }) =>
      steps.filter(({ kind }) => kind === 'closing').map((sum) => ({ ...sum, of: group })),
    ),
  ];
  const all = sums
    .filter(({ count }) => count > 0)
    .flatMap(({ of, amounts, count: projects }) =>
      amounts.map(({ currency }): WarnedAmount => ({ of, as_of, currency, projects })),
    );
  const unique = [...new Map(all.map((amount) => [`${amount.of} ${amount.currency}`, amount]))];
  return unique.length === 0
    ? []
    : [{ kind: 'moves', amounts: unique.map(([, amount]) => amount) }];
}

/** Returns the totals of a breakdown of money by currency. */
function chartTotal(breakdown: Breakdown | undefined) {
  const { count, sums } = breakdown?.total.total ?? { count: 0, sums: [] };
  const amounts = sums
    .filter(({ unit, base }) => isCurrency(unit) && base === undefined)
    .map(({ unit: currency }) => ({ currency }));
  return [{ of: 'total' as const, count, amounts }];
}

/** Finds the amounts that links reveal only in combination, by the id of each link involved. */
function findCombinations(contents: readonly Content[]): ReadonlyMap<string, LinkWarning[]> {
  const currencies = [
    ...new Set(
      contents.flatMap(({ day, before }) => [...day, ...before].map(({ currency }) => currency)),
    ),
  ].sort();
  const entries = new Map<
    string,
    { readonly links: Set<string>; readonly amounts: Map<string, ProjectOnDay> }
  >();
  for (const currency of currencies) {
    const inferable = contents.map((one) => listInferableAmounts([one], currency));
    const findNew = (members: readonly number[]): Amounts => {
      const knownAmounts = new Set(members.flatMap((i) => [...(inferable[i]?.keys() ?? [])]));
      const amounts = listInferableAmounts(
        members.flatMap((i) => contents[i] ?? []),
        currency,
      );
      return new Map([...amounts].filter(([name]) => !knownAmounts.has(name)));
    };
    const everyone = contents.map((_, i) => i);
    const together = contents.length < 2 ? new Map<string, ProjectOnDay>() : findNew(everyone);
    if (together.size === 0) continue;
    const pairs = everyone.flatMap((i) =>
      everyone.slice(i + 1).map((j) => ({ members: [i, j], amounts: findNew([i, j]) })),
    );
    const revealing = pairs.filter(({ amounts }) => amounts.size > 0);
    for (const { members, amounts } of revealing.length > 0
      ? revealing
      : [{ members: everyone, amounts: together }])
      for (const i of members) {
        const id = contents[i]?.id ?? '';
        const entry = entries.get(id) ?? {
          links: new Set<string>(),
          amounts: new Map<string, ProjectOnDay>(),
        };
        for (const j of members) if (j !== i) entry.links.add(contents[j]?.id ?? '');
        for (const [name, project] of amounts) entry.amounts.set(name, project);
        entries.set(id, entry);
      }
  }
  return new Map(
    [...entries].map(([id, { links, amounts }]) => [
      id,
      [
        {
          kind: 'together',
          links: [...links].filter((one) => one !== ''),
          amounts: countByStage(amounts, contents.find((one) => one.id === id)?.as_of ?? ''),
        },
      ],
    ]),
  );
}
function countByStage(amounts: Amounts, as_of: string): WarnedAmount[] {
  const groups = Map.groupBy(amounts.values(), ({ stage, currency }) => `${stage} ${currency}`);
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    return [
      {
        of: first.stage,
        as_of,
        currency: first.currency,
        projects: new Set(list.map(({ code }) => code)).size,
      },
    ];
  });
}
