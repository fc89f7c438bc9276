import { findChart, isChartId } from '#charts/registry.ts';
import { withholdFields, withholdIndicators } from '#domain/redaction/withhold.ts';
import { readWithheld } from './read-withheld.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import { readOverview } from '#server/overview/service.ts';
import { presentStages } from '#server/projects/register/stage-store.ts';
import { registerCells } from '#server/overview/register-cell-store.ts';
import { filterWords, narrowLink, describeFilter } from './link-filter.ts';
import type { PayloadSource } from './link-content.ts';
import {
  type Deps,
  type RedactedContent,
  commonParts,
  pickParts,
  type RegisterReading,
  pages,
} from './link-pages.ts';

/** Lists the parts of an overview that a figure needs. */
function listFigureParts(figure: string): readonly string[] {
  if (!isChartId(figure)) throw new Error(`There is no chart ${figure}.`);
  const { needs, uses } = findChart(figure);
  return [...commonParts, ...needs, ...uses];
}

/** The most projects of one stage that a link draws one by one. */
const maxDots = 5000;

/**
 * Reads and redacts the content of a link. Only this function reads the register for readers, and
 * it depends on nothing in the request.
 * @throws HttpProblem if the filter of the link leaves too many projects to test its sums
 */
export async function redactContent(deps: Deps, source: PayloadSource): Promise<RedactedContent> {
  const { view, frozen } = source;
  const [narrowed, withheld] = await Promise.all([narrowLink(deps, source), readWithheld(deps)]);
  const { filter } = narrowed;
  const profile =
    withheld === undefined ? narrowed.profile : withholdFields(narrowed.profile, withheld);
  const { as_of, compare, plan, embed, page } = view;
  const revisionScope = frozen === undefined ? {} : { knownRevision: frozen.revision };
  const { without } = profile;
  const read = await readOverview(deps, {
    as_of: frozen?.as_of ?? as_of,
    compare,
    plan,
    without,
    dots: maxDots,
    establishedBy: profile.amounts === 'all' ? 'amount' : 'code',
    countInvestors: true,
    ...revisionScope,
    ...filterWords(view.within),
  });
  const register = withheld === undefined ? read : withholdIndicators(read, withheld);
  const { origin, revision } = register;
  const scope = { origin, as_of: register.as_of, knownRevision: revision };
  const [cells, out] = await Promise.all([
    registerCells(deps.db, { ...scope, without }),
    registerCells(deps.db, scope, without),
  ]);
  const changedCodes = new Set(register.changes?.items.map(({ code }) => code));
  const stageOf = await presentStages(deps.db, { ...scope, without }, [...changedCodes]);
  const overview = {
    ...redactOverview(register, profile, { keptCells: cells, out }, stageOf),
    ...describeFilter(register, filter),
  };
  if (page === 'overview')
    return {
      content: {
        overview:
          embed === undefined ? overview : pickParts(overview, listFigureParts(embed.figure)),
      },
      revision,
    };
  const groups =
    redactOverview(register, { ...profile, sections: ['strip'] }, { keptCells: cells, out }).strip
      ?.groups ?? [];
  const reading: RegisterReading = {
    withheld,
    view,
    profile,
    register,
    overview,
    groups,
    stageOf,
    cells: { keptCells: cells, out },
  };
  const content = await pages[page](deps, reading);
  return { content, revision };
}
