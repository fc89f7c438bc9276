import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { canDraw, chartIds, comparesDays, findChart, isChartId } from '#charts/registry.ts';
import type { LinkDraft, NewLink, SharedPayload } from '#contract/links/schemas.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import type { ChartRefusal } from '#domain/redaction/analysis/chart-refusal.ts';
import { findStoredChart } from '#server/saved-charts/store.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { PayloadSource } from '#server/links/payload/link-content.ts';
import { freezeDraft, makePayload } from '#server/links/payload/payload.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';

const toSource = ({
  view,
  profile,
  language,
  fixed_language,
  exports,
  title,
  note,
}: LinkDraft): PayloadSource => ({
  view,
  profile,
  language,
  exports,
  ...compact({
    fixed_language,
    title,
    note: note === undefined || note.trim() === '' ? undefined : note,
  }),
});

/**
 * Rejects unknown codes among the excluded projects, since a mistyped code would reveal the project
 * that it should exclude.
 */
async function checkExcludedProjects(
  { db }: Pick<AppDeps, 'db'>,
  { profile: { without } }: LinkDraft,
): Promise<void> {
  const origin = without.length === 0 ? null : await readChosenOrigin(db);
  if (origin === null) return;
  const knownCodes = new Set((await recordsByCode(db, origin, without)).map(({ code }) => code));
  const unknownCodes = without.filter((code) => !knownCodes.has(code));
  if (unknownCodes.length === 0) return;
  throw problem(
    'bad_request',
    `Correct profile.without: no project has the code ${unknownCodes.join(', ')}.`,
    {
      errors: unknownCodes.map((value) => ({
        path: 'profile.without',
        value,
        message: 'is not a project',
      })),
    },
  );
}

/** Lists the figures of a page that another site can embed. Only the changes can draw two days. */
function listFigures({ page, chart }: LinkView): readonly string[] {
  if (page === 'charts') return chart === undefined ? [] : [chart.id];
  if (page === 'outlook') return ['outlook'];
  return chartIds.filter((id) => comparesDays(id) === (page === 'changes'));
}

/** Rejects a figure that the page does not have. */
function checkFigure(view: LinkView): void {
  const { embed } = view;
  if (embed === undefined) return;
  const figures = listFigures(view);
  if (figures.some((id) => id === embed.figure)) return;
  throw problem('bad_request', `Correct view.embed.figure: use one of ${figures.join(', ')}.`, {
    errors: [{ path: 'view.embed.figure', value: embed.figure, message: 'is not one of them' }],
  });
}

/**
 * Makes the source of a draft's payload. A frozen draft has the present figures.
 *
 * @throws HttpProblem if the draft excludes unknown projects or embeds an unknown figure
 */
export async function readDraft(deps: AppDeps, draft: LinkDraft): Promise<PayloadSource> {
  checkFigure(draft.view);
  await checkSavedChart(deps, draft.view);
  await checkExcludedProjects(deps, draft);
  const source = toSource(draft);
  return draft.frozen ? freezeDraft(deps, source) : source;
}

/**
 * Rejects a password, files or a published title for an embedded figure, since everyone can read
 * it.
 * @throws HttpProblem that names each field
 */
function checkEmbed({ view, exports, password, publish_title }: NewLink): void {
  if (view.embed === undefined) return;
  const invalid = [
    ...(exports === 'none' ? [] : ['exports']),
    ...(password === undefined ? [] : ['password']),
    ...(publish_title === true ? ['publish_title'] : []),
    ...(view.embed.origins.length > 0 ? [] : ['view.embed.origins']),
  ];
  if (invalid.length > 0)
    throw problem(
      'bad_request',
      'An embedded figure takes no password and no files, and needs the sites that may show it.',
      {
        errors: invalid.map((path) => ({ path, message: 'does not fit view.embed' })),
      },
    );
}

/**
 * Rejects a picture for previews if it would show more than totals, or if the link has a password,
 * since everyone with the address sees the picture.
 * @throws HttpProblem that names each field
 */
function checkPicture({ view, profile, password, publish_picture }: NewLink): void {
  if (publish_picture !== true) return;
  const invalid = [
    ...(view.embed === undefined ? [] : ['view.embed']),
    ...(view.page === 'projects' ? ['view.page'] : []),
    ...(profile.names === 'hidden' ? [] : ['profile.names']),
    ...(profile.amounts === 'all' ? ['profile.amounts'] : []),
    ...(password === undefined ? [] : ['password']),
  ];
  if (invalid.length > 0)
    throw problem(
      'bad_request',
      'Leave out publish_picture: it needs a page with a chart that shows totals, no names, and no password.',
      {
        errors: invalid.map((path) => ({ path, message: 'does not fit publish_picture' })),
      },
    );
}

/** Rejects an unknown saved chart. */
async function checkSavedChart({ db }: Pick<AppDeps, 'db'>, { chart }: LinkView): Promise<void> {
  const { saved } = chart ?? {};
  if (saved === undefined || (await findStoredChart(db, saved)) !== undefined) return;
  throw problem(
    'bad_request',
    'Leave out view.chart.saved: there is no saved chart with this id.',
    {
      errors: [{ path: 'view.chart.saved', value: saved, message: 'is not a saved chart' }],
    },
  );
}

const refusals: Readonly<Record<ChartRefusal, string>> = {
  owner: 'owners of projects are in no link: choose other groups and filters',
  investor: 'investors are in no link: choose other groups and filters',
  channel: 'a link never shows where projects came from: choose other groups and filters',
  column:
    'it shows a column of your register: set view.chart.shows_columns, or choose other groups and filters',
  industry: 'add industries to profile.sections, or choose other groups',
  dates: 'add milestones to profile.sections',
  targets: 'add targets to profile.sections',
  amounts: 'the link shows no amounts: choose the number of projects, or other profile.amounts',
  single_amounts:
    'its sums disclose single amounts: it needs profile.names shown, profile.amounts all and no project in profile.without',
  scenario:
    'the difference to the base discloses single amounts: it needs profile.names shown and profile.amounts all',
  few: 'each of its amounts has too few investors: choose other groups, or the number of projects',
  gone: 'this chart does not offer what view.chart chooses',
  removed: 'the saved chart was removed',
  redistribution:
    'it is about facts that may not be redistributed: choose another measure, group or filter',
};
/** Rejects a chart that the choices of the link do not allow. */
function checkChart({ withheld }: SharedPayload): void {
  if (withheld === undefined) return;
  throw problem(
    'bad_request',
    `This chart can't be shared with these choices: ${refusals[withheld]}.`,
    {
      errors: [{ path: 'view.chart', value: withheld, message: refusals[withheld] }],
    },
  );
}

/** Rejects a link whose page would be empty. */
function checkSections({ view: { page }, pipeline, changes }: SharedPayload): void {
  if (page === 'charts' || page === 'outlook') return;
  const hasContent =
    page === 'pipeline'
      ? pipeline !== undefined
      : (changes?.bridge ?? changes?.indicators) !== undefined;
  if (page === 'overview' || page === 'projects' || hasContent) return;
  const sections = page === 'pipeline' ? 'strip' : 'changes or targets';
  throw problem(
    'bad_request',
    `Add ${sections} to profile.sections: without it, this page is empty.`,
    {
      errors: [{ path: 'profile.sections', message: `must include ${sections}` }],
    },
  );
}

/** Rejects an embedded figure whose section the link leaves out: it would say there is nothing. */
function checkEmbeddedSections(
  { overview, changes }: SharedPayload,
  { page, embed }: LinkView,
): void {
  if (embed === undefined || !isChartId(embed.figure)) return;
  if (canDraw(embed.figure, { ...overview, bridge: changes?.bridge })) return;
  const sections = page === 'changes' ? 'changes' : findChart(embed.figure).needs.join(', ');
  throw problem(
    'bad_request',
    `Add ${sections} to profile.sections: without it, this figure is empty.`,
    { errors: [{ path: 'profile.sections', message: `must include ${sections}` }] },
  );
}

/**
 * Rejects a link whose page or figure would be empty, or that lacks its selected measure.
 * @throws HttpProblem if the selected target is not in the payload
 */
function checkPayload(payload: SharedPayload, { view }: NewLink): void {
  const { measure } = view;
  checkEmbeddedSections(payload, view);
  checkSections(payload);
  checkChart(payload);
  const { targets } = payload.overview;
  if (measure === undefined || targets?.some((row) => targetKey(row) === measure) === true) return;
  throw problem('bad_request', 'Correct view.measure: this link has no such target.', {
    errors: [{ path: 'view.measure', value: measure, message: 'is not shown' }],
  });
}

/**
 * Makes the source of a new link.
 * @throws HttpProblem if its settings do not fit together, or if its page or figure would be empty
 */
export async function makeSource(deps: AppDeps, input: NewLink): Promise<PayloadSource> {
  checkEmbed(input);
  checkPicture(input);
  const source = await readDraft(deps, input);
  checkPayload(await makePayload(deps, source), input);
  return source;
}
