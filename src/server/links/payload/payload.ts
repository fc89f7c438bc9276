import { compact } from '#domain/values/compact.ts';
import type { FrozenView, SharedHead, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { figureRules } from '#domain/overview/figure-rules.ts';
import { readLinkFigures } from '#server/links/figure-store.ts';
import { hashContent } from './fingerprint.ts';
import { upgradeFigures } from './upgrade-figures.ts';
import { narrowChart } from './analysis-parts.ts';
import { redactContent } from './redact-overview.ts';
import type { RedactedContent } from './link-pages.ts';
import { readWithheld } from './read-withheld.ts';
import type { PayloadSource } from './link-content.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/**
 * Freezes a draft at the current day and revision. It stores the figures, so that later rules can't
 * change them.
 * @throws HttpProblem if the filter of the link leaves too many projects to test its sums
 */
export async function freezeDraft(
  deps: Deps,
  draft: PayloadSource,
): Promise<PayloadSource & { readonly frozen: FrozenView; readonly figures: string }> {
  const { content, revision } = await redactContent(deps, draft);
  const hash = await hashContent(content);
  const context = {
    as_of: content.overview.as_of,
    known_at: deps.clock().toISOString(),
    revision,
    hash,
    rules: figureRules,
  };
  return { ...draft, frozen: context, figures: JSON.stringify(content) };
}

/**
 * Reads frozen figures, checks that they are unaltered, and converts them to the form of the
 * current rules.
 */
async function readFrozenFigures(
  deps: Deps,
  draft: PayloadSource,
  { hash, rules = 1, as_of, known_at }: FrozenView,
) {
  const figures = draft.figures ?? (await readLinkFigures(deps.db, draft.id ?? ''));
  const redact = async () => (await redactContent(deps, draft)).content;
  const frozenContent =
    figures === undefined ? await redact() : (JSON.parse(figures) as RedactedContent['content']);
  const intact = (await hashContent(frozenContent)) === hash;
  // a frozen link also loses data that may no longer be redistributed
  const isCut = figures !== undefined && (await readWithheld(deps)) !== undefined;
  const content = isCut ? await redact() : frozenContent;
  const version = figures === undefined || isCut ? figureRules : rules;
  const context = { as_of, known_at, intact, rules: version, present_rules: figureRules };
  return { content: version === figureRules ? content : upgradeFigures(content), frozen: context };
}

/** Returns the chart of a link for its reader, without the id of its saved chart. */
function publicChart({ view, profile }: PayloadSource): Pick<LinkView, 'chart'> {
  if (view.chart === undefined) return {};
  const { saved: _, ...chart } = narrowChart(view.chart, profile);
  return { chart };
}

/** Reads the present content of a live link. A link of a removed saved chart has no content. */
async function readLiveFigures(deps: Deps, draft: PayloadSource) {
  const { content } = await redactContent(deps, draft);
  if (draft.is_chart_removed !== true) return { content, frozen: undefined };
  return {
    content: { overview: content.overview, withheld: 'removed' as const },
    frozen: undefined,
  };
}

/**
 * Makes the payload of a link, which is the only source of its readers' page, files and stream and
 * of its owner's preview. It depends on nothing in the request. It marks altered frozen figures.
 * @throws HttpProblem if there was no zone, or if too many projects remain to test
 */
export async function makePayload(deps: Deps, draft: PayloadSource): Promise<SharedPayload> {
  const { content, frozen } =
    draft.frozen === undefined
      ? await readLiveFigures(deps, draft)
      : await readFrozenFigures(deps, draft, draft.frozen);
  const { id = '', title, note, language, exports, view, created_at, expires_at } = draft;
  const fixed_language = draft.fixed_language === true ? (true as const) : undefined;
  const link: SharedHead = {
    id,
    ...compact({ title, note }),
    language,
    ...compact({ fixed_language }),
    exports,
    ...compact({ chart_removed: draft.is_chart_removed === true ? (true as const) : undefined }),
    made_at: created_at ?? deps.clock().toISOString(),
    ...compact({ expires_at, frozen }),
  };
  // the payload does not name other sites that show the figure, nor the owner in the filter
  const { embed, within, chart: _chart, ...publicFields } = view;
  const { owner: _, channel: _channel, ...named } = within ?? {};
  const publicView = {
    ...publicFields,
    ...publicChart(draft),
    ...compact({
      embed: embed === undefined ? undefined : { ...embed, origins: [] },
      within: within === undefined ? undefined : named,
    }),
  };
  return { link, view: publicView, ...content };
}
