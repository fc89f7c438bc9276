import { makeDoubtInput } from '#domain/doubts/doubts.fixture.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { listEvents } from '#domain/analysis/events/choices.ts';
import { countColumnTexts } from '#server/analysis/own-columns-store.ts';
import { readBreakdown } from '#server/analysis/breakdown-store.ts';
import { readDistribution } from '#server/analysis/distribution-store.ts';
import { readEvents } from '#server/analysis/events/event-series-store.ts';
import { readMoneyLadder } from '#server/analysis/money-ladder-store.ts';
import { readCompleteness } from '#server/analysis/completeness-store.ts';
import { readCohorts } from '#server/analysis/events/cohort-store.ts';
import { readStageTime } from '#server/analysis/stage-time-store.ts';
import { readProjectTimeline } from '#server/analysis/timeline-store.ts';
import type { Db } from '#server/db/db.ts';
import { readRegisterDoubts } from '#server/doubts/doubt-project-store.ts';
import { readExposures } from '#server/outlook/exposure-store.ts';
import { readActiveProjects } from '#server/outlook/store.ts';
import { readRegisterSums } from '#server/outlook/sum-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { pipelineRows } from '#server/pipeline/store.ts';
import { listMoves } from '#server/changes/move-store.ts';
import { listNextDue } from '#server/changes/next-due-store.ts';
import { listTransitions } from '#server/changes/transition-store.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { summarise } from '#server/projects/register/summary-store.ts';
import { sampleData } from '#server/samples/service.ts';
import { countProjectsByOwner, listProjectUnits } from '#server/work/owner-store.ts';

/** Every figure that adds up projects, of a day at a revision. */
export async function readFigures(
  db: Db,
  as_of: string,
  knownRevision: number,
): Promise<Readonly<Record<string, unknown>>> {
  const { profile } = sampleData();
  const scope = { origin: 'own' as const, as_of, knownRevision, without: [], filters: {} };
  const { filters: _, ...plain } = scope;
  const within = { day: as_of, industry: ['eco'] };
  const [compare, currency, mapping] = ['2020-12-31', 'CNY', profile.stage_mapping] as const;
  const twoDays = {
    origin: 'own',
    from: { day: compare, knownRevision },
    to: { day: as_of, knownRevision },
    measure: 'total_investment',
  } as const;
  const breakdown = (measure: 'count' | 'total_investment', by: 'year' | 'agreement' | 'owner') =>
    readBreakdown(db, {
      ...scope,
      measure,
      by,
      stack: 'stage',
      base_currency: currency,
      zones: {},
    });
  return {
    view: await readRegisterView(db, { ...plain, compare, mapping, currency, dots: 3 }),
    eco: await readRegisterView(db, { ...plain, compare, mapping, currency, within }),
    pipeline: await pipelineRows(db, plain, { compare, currency }),
    active: await readActiveProjects(db.read, plain),
    outlook: await readRegisterSums(db.read, { ...plain, currency }),
    transitions: await listTransitions(db.read, { ...twoDays, without: ['A-1'] }),
    of_industry: await listTransitions(db.read, { ...twoDays, within }),
    moves: await listMoves(db.read, twoDays, 2),
    due: await listNextDue(db.read, plain, 3, 2),
    texts: await countColumnTexts(db.read, plain),
    exposures: await readExposures(db.read, plain, '2020-07-01'),
    doubts: await readRegisterDoubts(db.read, plain, makeDoubtInput([], { as_of: plain.as_of })),
    stage_time: await readStageTime(db.read, scope, []),
    timeline: await readProjectTimeline(db.read, scope, usualGates),
    completeness: await readCompleteness(db.read, scope, { withOwners: true, abroad: false }),
    cohorts: await readCohorts(db, {
      ...plain,
      from: 'lead',
      to: 'signed',
      first_known_day: '2020-01-01',
    }),
    years: await breakdown('count', 'year'),
    agreements: await breakdown('total_investment', 'agreement'),
    owners: await breakdown('total_investment', 'owner'),
    series: await readEvents(db, {
      ...plain,
      measure: 'total_investment',
      events: listEvents('progress'),
      first_known_day: '2020-01-01',
    }),
    sizes: await readDistribution(db, {
      ...scope,
      measure: 'total_investment',
      base_currency: currency,
    }),
    ladder: await readMoneyLadder(db, {
      ...scope,
      by: 'stage',
      base_currency: currency,
      zones: {},
    }),
    summary: await summarise(db, { ...plain, by: 'industry' }),
    without: await summarise(db, { ...plain, by: 'stage', without: ['A-1'] }),
    found: await countProjects(db, { ...plain, q: 'b-2', industry: 'eco' }),
  };
}

/** Who is responsible for the present projects. */
export const readPeople = async (db: Db) => ({
  owners: (await countProjectsByOwner(db, 'own')).toSorted((a, b) => (a.owner < b.owner ? -1 : 1)),
  units: (await listProjectUnits(db, 'own')).toSorted(),
});
