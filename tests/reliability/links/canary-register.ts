import { compact } from '#domain/values/compact.ts';
import { sharedViews } from '#contract/links/constants.ts';
import type { LinkView } from '#contract/links/view-schemas.ts';
import { milestoneTypes, type ProjectRecord } from '#domain/projects/project.ts';
import {
  amountRules,
  nameRules,
  sharedSections,
  type RedactionProfile,
} from '#domain/redaction/profile.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';

type Below = (below: number) => number;
/** A random register of few projects, with a unique canary in every text. */
export interface CanaryRegister {
  readonly records: readonly ProjectRecord[];
  readonly stageOf: ReadonlyMap<string, Stage>;
}
/** Headings of two columns that are no field: with two texts, and with one for each project. */
const columns = { many: 'cnry-many-', single: 'cnry-alone-' } as const;
const industries = ['eco', 'material', 'energy', 'bio', 'ict', 'services'];

export function canaryRegister(below: Below, round: number): CanaryRegister {
  const stageOf = new Map<string, Stage>();
  const records = Array.from({ length: 12 }, (_, i): ProjectRecord => {
    const code = `Qz${round}x${i}`;
    const canary = (kind: string): string => `cnry-${kind}-${code}-`;
    const last = below(stages.length);
    const first = below(last + 1);
    const isHeld = below(6) === 0;
    stageOf.set(code, stages[last] ?? 'lead');
    const amount = {
      money: {
        minor: `7${round}${String(i).padStart(2, '0')}${1000 + below(9000)}3`,
        currency: 'CNY',
      },
      text: canary('text'),
    };
    return {
      code,
      origin: 'own',
      facts: {
        name: canary('name'),
        names: { 'zh-CN': canary('nameZh'), ja: canary('nameJa'), en: canary('nameEn') },
        investor: canary('investor'),
        investor_names: { ja: canary('investorJa'), en: canary('investorEn') },
        company: canary('company'),
        owner: canary('owner'),
        unit: canary('unit'),
        remark: canary('remark'),
        issue_text: canary('issue'),
        next_step: canary('next'),
        progress_text: canary('progress'),
        source_channel: canary('channel'),
        extended_project: canary('extended'),
        national_code: canary('national'),
        extra: {
          contact: canary('contact'),
          [columns.many]: `cnry-class-${i % 2}-`,
          [columns.single]: canary('single'),
        },
        ...compact({ industry: below(5) === 0 ? undefined : (industries[below(6)] ?? 'eco') }),
        amounts:
          below(4) === 0
            ? {}
            : {
                total_investment: amount,
                paid_in: { ...amount, money: { ...amount.money, minor: `8${amount.money.minor}` } },
                utilised_fdi: {
                  ...amount,
                  money: { ...amount.money, minor: `9${amount.money.minor}` },
                },
              },
        milestones: milestoneTypes.slice(0, below(4)).map((type, at) => ({
          type,
          baseline: `2021-0${at + 1}-15`,
          plan: `2021-1${at % 3}-15`,
        })),
        data_status: 'reported',
        last_update: '2021-03-01',
      },
      stage_events: stages
        .slice(first, last + 1)
        .map((stage, at) => ({ stage, date: `202${at < 4 ? 0 : 1}-0${1 + (at % 4)}-10` })),
      status_events: isHeld
        ? [{ status: 'on_hold', date: '2021-02-10', reason: canary('reason') }]
        : [],
    };
  });
  return { records, stageOf };
}

/** One of the analysis charts, with groups, measures and filters that it may have. */
function chartOf(below: Below): NonNullable<LinkView['chart']> {
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const filter = [{}, { stage: 'registered,construction' }, { industry: 'eco,bio' }][below(3)];
  const measure = pick([
    'count',
    'total_investment',
    'paid_in',
    'utilised_fdi',
    'output_per_mu',
    'exits',
  ]);
  const versus = pick([
    '2021-02-28',
    '2020-02-28',
    'stage:lead,signed',
    'industry:eco',
    'industry:',
  ]);
  const heading = pick(Object.values(columns));
  const column = `${heading}:cnry-class-1-`;
  const showing = below(2) === 0 ? {} : ({ shows_columns: true } as const);
  const by = pick(['stage', 'industry', 'zone', 'country', 'year', 'agreement', 'extension']);
  const charts = [
    { id: 'breakdown', measure, by, ...filter },
    { id: 'breakdown', measure, by, versus },
    { id: 'stage_time', versus },
    { id: 'timeline', versus },
    { id: 'funnel', versus },
    { id: 'breakdown', by },
    { id: 'breakdown', measure, by: `column:${heading}`, ...showing },
    { id: 'breakdown', measure: 'count', by: `column:${heading}`, versus, ...showing },
    { id: 'breakdown', measure: 'count', by, column, ...showing },
    { id: 'stage_time', versus: `column:${column}`, ...showing },
    { id: 'money_ladder', by: `column:${heading}`, ...showing },
    { id: 'stage_time', ...filter },
    { id: 'timeline', by: pick(['all', 'established', 'pipeline']), ...filter },
    { id: 'quality', by: pick(['figures', 'stages']), ...filter },
    { id: 'series', measure: pick(['projects', 'total_investment', 'companies']) },
    { id: 'funnel', event: pick(['lead_signed', 'signed_registered']) },
    { id: 'money_ladder', by },
    { id: 'distribution', measure: pick(['total_investment', 'paid_in', 'jobs_plan']) },
    { id: 'forecast_record' },
    { id: 'outlook' },
  ];
  return charts[below(charts.length)] ?? { id: 'quality' };
}

/** The views that can be shared, in turn; changes are between two days on which projects moved. */
export function viewOf(round: number, below: Below): LinkView {
  const page = sharedViews[round % sharedViews.length] ?? 'overview';
  const filters = [
    {},
    { stage: ['registered', 'construction'] },
    { industry: ['eco', 'bio'] },
    { status: ['active'], stage: ['lead'] },
  ][below(4)];
  if (page === 'charts') return { page, as_of: '2021-03-31', chart: chartOf(below) };
  if (page === 'outlook')
    return { page, as_of: '2021-03-31', ...(below(2) === 0 ? {} : { scenario: 'delay:12' }) };
  if (page === 'projects') return { page, as_of: '2021-03-31', ...compact({ filters }) };
  return page === 'overview'
    ? { page }
    : { page, as_of: '2021-03-31', compare: ['2020-02-28', '2021-02-28'][below(2)] ?? 'prev' };
}

export function randomProfile(below: Below, codes: readonly string[]): RedactionProfile {
  return {
    names: nameRules[below(3)] ?? 'hidden',
    amounts: amountRules[below(3)] ?? 'none',
    smallest_group: 2 + below(3),
    // every page needs one of these two
    sections: sharedSections.filter(
      (section) => section === 'strip' || section === 'changes' || below(5) > 0,
    ),
    without: codes.filter(() => below(6) === 0),
  };
}

/** Texts that no byte of a link with this profile may hold. */
export function hiddenTexts(
  { records, stageOf }: CanaryRegister,
  profile: RedactionProfile,
  { chart }: LinkView,
): readonly string[] {
  const { by = '', column = '', versus = '', shows_columns } = chart ?? {};
  const headings = shows_columns === true ? [by, column, versus].join(' ') : '';
  const hiddenColumns = [
    ...Object.values(columns).filter((heading) => !headings.includes(heading)),
    ...(headings === '' ? ['cnry-class-'] : []),
  ];
  return [...hiddenColumns, ...hiddenFacts({ records, stageOf }, profile)];
}

function hiddenFacts(
  { records, stageOf }: CanaryRegister,
  profile: RedactionProfile,
): readonly string[] {
  return records.flatMap(({ code, facts }) => {
    const { name, names = {}, amounts } = facts;
    const stage = stageOf.get(code) ?? 'lead';
    const named =
      !profile.without.includes(code) &&
      (profile.names === 'shown' ||
        (profile.names === 'registered' && stages.indexOf(stage) >= stages.indexOf('registered')));
    const kinds = [
      'investor',
      'investorJa',
      'investorEn',
      'company',
      'owner',
      'unit',
      'remark',
      'issue',
      'next',
      'progress',
      'channel',
      'national',
      'contact',
      'single',
      'reason',
      'text',
    ];
    const minor = [
      amounts.paid_in?.money?.minor,
      ...(named && profile.amounts === 'all' ? [] : [amounts.total_investment?.money?.minor]),
    ];
    return [
      ...kinds.map((kind) => `cnry-${kind}-${code}-`),
      ...minor.flatMap((text) => (text === undefined ? [] : [text, text.slice(0, -2)])),
      ...(named ? [] : [name, ...Object.values(names), `"${code}"`, `${code},`, `>${code}<`]),
    ];
  });
}
