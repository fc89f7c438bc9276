import { compact } from '#domain/values/compact.ts';
import type { LinkWarning, SharedPayload, WarnedAmount } from '#contract/links/schemas.ts';
import { listInferableAmounts } from '#domain/redaction/inferable-amounts.ts';
import type { LinkContent, ProjectOnDay } from '#domain/redaction/visible-sums.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredLink } from './store.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { projectsOnDay } from '#server/projects/register/day-store.ts';
import { linkState } from './link-state.ts';
import { makePayload } from '#server/links/payload/payload.ts';
import type { LinkContext } from './link-context.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';

/** Of one reader no more links than these, the newest, are held against each other. */
const mostLinks = 8;
const mostKept = 200;

/** A link, or a draft of one, with the name of its reader. */
export type WarningInput = PayloadSource & { readonly name: string };
interface Content extends LinkContent {
  readonly id: string;
  readonly as_of: string;
}
type Amounts = ReadonlyMap<string, ProjectOnDay>;

/** Whether two links are for one reader: their names differ in case, width or blanks only. */
const readerKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * Says of links what they give away beside what each shows by itself: as they move, or together
 * with other links that the same
 * reader can open.
 */
export class LinkWarnings {
  readonly #deps: AppDeps;
  readonly #sharing: LinkContext;
  readonly #kept = new Map<string, Promise<ReadonlyMap<string, readonly LinkWarning[]>>>();
  constructor(deps: AppDeps, sharing: LinkContext) {
    this.#deps = deps;
    this.#sharing = sharing;
  }

  /**
   * The warnings of links that can be opened or resumed, by the id of the link.
   *
   * @param all - every link, whoever made it
   */
  async ofLinks(all: readonly StoredLink[]): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const now = this.#deps.clock();
    const open = all.filter((link) => ['live', 'paused'].includes(linkState(link, now)));
    const found = await Promise.all(
      [...Map.groupBy(open, ({ name }) => readerKey(name)).values()].map((links) =>
        this.#ofReader(links.slice(0, mostLinks)),
      ),
    );
    return new Map(found.flatMap((one) => [...one]));
  }

  /** The warnings of a draft beside the links that there are; they name the draft nowhere. */
  async ofDraft(draft: WarningInput, all: readonly StoredLink[]): Promise<readonly LinkWarning[]> {
    const now = this.#deps.clock();
    const same = all.filter(
      (link) =>
        ['live', 'paused'].includes(linkState(link, now)) &&
        readerKey(link.name) === readerKey(draft.name),
    );
    const payload = await makePayload(this.#deps, draft);
    const own = await this.#contentOf('', draft, payload);
    const others = await Promise.all(
      same.slice(0, mostLinks - 1).map((link) => this.#ofStored(link)),
    );
    return [
      ...warnOfMoves(draft, payload),
      ...(warnOfCombinations([own, ...others]).get('') ?? []),
    ];
  }

  async #ofReader(
    links: readonly StoredLink[],
  ): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const revision = await currentRevision(this.#deps.db);
    const key = `${revision} ${this.#deps.clock().toISOString().slice(0, 10)} ${links.map(({ id, version }) => `${id} ${version}`).join(' ')}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#make(links);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
  async #make(links: readonly StoredLink[]): Promise<ReadonlyMap<string, readonly LinkWarning[]>> {
    const moves = await Promise.all(
      links.map(async (link) => warnOfMoves(link, await this.#sharing.payload(link))),
    );
    const pairs =
      links.length < 2
        ? new Map<string, LinkWarning[]>()
        : warnOfCombinations(await Promise.all(links.map((link) => this.#ofStored(link))));
    return new Map(links.map(({ id }, i) => [id, [...(moves[i] ?? []), ...(pairs.get(id) ?? [])]]));
  }
  async #ofStored(link: StoredLink): Promise<Content> {
    return this.#contentOf(link.id, link, await this.#sharing.payload(link));
  }
  async #contentOf(
    id: string,
    { frozen, profile, view }: PayloadSource,
    payload: SharedPayload,
  ): Promise<Content> {
    const { overview, pipeline, changes, projects } = payload;
    const known = frozen === undefined ? {} : { known: frozen.revision };
    const on = (as_of: string) =>
      projectsOnDay(this.#deps.db, { origin: overview.origin, as_of, ...known });
    const [day, before] = await Promise.all([
      on(changes?.days.to ?? overview.as_of),
      changes === undefined ? [] : on(changes.days.from),
    ]);
    return {
      id,
      as_of: overview.as_of,
      overview,
      ...compact({ pipeline, changes, projects }),
      filters: view.filters ?? {},
      without: profile.without,
      day,
      before,
    };
  }
}

/** A live link that shows sums: by how much one moves tells what a project is worth. */
function warnOfMoves(
  { frozen, profile }: PayloadSource,
  { overview, pipeline, changes, projects }: SharedPayload,
): LinkWarning[] {
  if (frozen !== undefined || profile.amounts === 'none') return [];
  const { as_of } = overview;
  const sums = [
    ...(overview.strip?.groups ?? []).map(({ group, amounts, count }) => ({
      of: group,
      amounts,
      projects: count,
    })),
    ...(pipeline?.pipeline === undefined
      ? []
      : [
          {
            of: 'pipeline' as const,
            amounts: pipeline.pipeline.amounts,
            projects: pipeline.pipeline.count,
          },
        ]),
    ...(projects === undefined
      ? []
      : [
          { of: 'total' as const, amounts: projects.total.amounts, projects: projects.total.count },
        ]),
    ...(changes?.bridge?.groups ?? []).flatMap(({ group, steps }) =>
      steps.flatMap(({ kind, amounts, count }) =>
        kind === 'closing' ? [{ of: group, amounts, projects: count }] : [],
      ),
    ),
  ];
  const amounts = sums.flatMap(({ of, amounts: list, projects: count }) =>
    list.flatMap(({ currency }): WarnedAmount[] =>
      count === 0 ? [] : [{ of, as_of, currency, projects: count }],
    ),
  );
  const unlike = [...new Map(amounts.map((one) => [`${one.of} ${one.currency}`, one])).values()];
  return unlike.length === 0 ? [] : [{ kind: 'moves', amounts: unlike }];
}

/** What links give away together and none of them by itself, by the id of each that takes part. */
function warnOfCombinations(contents: readonly Content[]): ReadonlyMap<string, LinkWarning[]> {
  const currencies = [
    ...new Set(
      contents.flatMap(({ day, before }) => [...day, ...before].map(({ currency }) => currency)),
    ),
  ].sort();
  const found = new Map<
    string,
    { readonly links: Set<string>; readonly amounts: Map<string, ProjectOnDay> }
  >();
  for (const currency of currencies) {
    const alone = contents.map((one) => listInferableAmounts([one], currency));
    const news = (some: readonly number[]): Amounts => {
      const known = new Set(some.flatMap((i) => [...(alone[i]?.keys() ?? [])]));
      const amounts = listInferableAmounts(
        some.flatMap((i) => contents[i] ?? []),
        currency,
      );
      return new Map([...amounts].filter(([name]) => !known.has(name)));
    };
    const everyone = contents.map((_, i) => i);
    const whole = contents.length < 2 ? new Map<string, ProjectOnDay>() : news(everyone);
    if (whole.size === 0) continue;
    const pairs = everyone.flatMap((i) =>
      everyone.slice(i + 1).map((j) => ({ some: [i, j], amounts: news([i, j]) })),
    );
    const telling = pairs.filter(({ amounts }) => amounts.size > 0);
    for (const { some, amounts } of telling.length > 0
      ? telling
      : [{ some: everyone, amounts: whole }])
      for (const i of some) {
        const id = contents[i]?.id ?? '';
        const entry = found.get(id) ?? {
          links: new Set<string>(),
          amounts: new Map<string, ProjectOnDay>(),
        };
        for (const j of some) if (j !== i) entry.links.add(contents[j]?.id ?? '');
        for (const [name, project] of amounts) entry.amounts.set(name, project);
        found.set(id, entry);
      }
  }
  return new Map(
    [...found].map(([id, { links, amounts }]) => [
      id,
      [
        {
          kind: 'together',
          links: [...links].filter((one) => one !== ''),
          amounts: byStage(amounts, contents.find((one) => one.id === id)?.as_of ?? ''),
        },
      ],
    ]),
  );
}
function byStage(amounts: Amounts, as_of: string): WarnedAmount[] {
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
