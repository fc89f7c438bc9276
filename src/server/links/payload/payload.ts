import { compact } from '#domain/values/compact.ts';
import type { FrozenView, SharedHead, SharedPayload } from '#contract/links/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { figureRules } from '#domain/overview/figure-rules.ts';
import { readLinkFigures } from '#server/links/figure-store.ts';
import { hashContent } from './fingerprint.ts';
import { upgradeFigures } from './upgrade-figures.ts';
import { redactContent, type RedactedContent } from './redact-overview.ts';
import type { PayloadSource } from './link-content.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/**
 * Freezes a draft at the current day and revision. The figures are stored, so that later rules
 * can't change them.
 */
export async function freezeDraft(
  deps: Deps,
  draft: PayloadSource,
): Promise<PayloadSource & { readonly frozen: FrozenView; readonly figures: string }> {
  const { content, revision } = await redactContent(deps, draft);
  const hash = await hashContent(content);
  const frozen = {
    as_of: content.overview.as_of,
    known_at: deps.clock().toISOString(),
    revision,
    hash,
    rules: figureRules,
  };
  return { ...draft, frozen, figures: JSON.stringify(content) };
}

/** Reads frozen figures: whether they are intact, and which version of the rules made them. */
async function frozenFigures(
  deps: Deps,
  draft: PayloadSource,
  { hash, rules = 1, as_of, known_at }: FrozenView,
) {
  const kept = draft.figures ?? (await readLinkFigures(deps.db, draft.id ?? ''));
  const content =
    kept === undefined
      ? (await redactContent(deps, draft)).content
      : (JSON.parse(kept) as RedactedContent['content']);
  const intact = (await hashContent(content)) === hash;
  const made = kept === undefined ? figureRules : rules;
  const frozen = { as_of, known_at, intact, rules: made, present_rules: figureRules };
  return { content: made === figureRules ? content : upgradeFigures(content), frozen };
}

/**
 * Makes the payload of a link: page, files and stream of its readers, and the preview of its owner,
 * are made of it and of nothing
 * else. Nothing of the request goes into it. Frozen figures that were altered say so.
 */
export async function makePayload(deps: Deps, draft: PayloadSource): Promise<SharedPayload> {
  const { content, frozen } =
    draft.frozen === undefined
      ? { ...(await redactContent(deps, draft)), frozen: undefined }
      : await frozenFigures(deps, draft, draft.frozen);
  const { id = '', title, note, language, exports, view, created_at, expires_at } = draft;
  const link: SharedHead = {
    id,
    ...compact({ title, note }),
    language,
    exports,
    made_at: created_at ?? deps.clock().toISOString(),
    ...compact({ expires_at, frozen }),
  };
  // readers do not learn which other sites show it
  const told = view.embed === undefined ? view : { ...view, embed: { ...view.embed, origins: [] } };
  return { link, view: told, ...content };
}
