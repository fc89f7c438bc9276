import type { ChartWords } from '#charts/kit/definition.ts';
import { markToken, findMarkShape } from '#charts/kit/style/industry-marks.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { findMark } from '#domain/zone/industries.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pipelineChartLabels } from './labels/index.ts';

/** The industries of the drawn projects, with undefined where one has none. */
const listDrawnIndustries = ({ strip }: Overview): ReadonlySet<string | undefined> =>
  new Set(
    strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ dots, spread }) =>
        spread === undefined ? dots.map(({ industry }) => industry) : [],
      ),
    ),
  );

/**
 * Finds the name of an industry in the register.
 * @returns the word of the source for an unknown id; null if none is stated
 */
export const industryName = (
  { zone }: Overview,
  id: string | undefined,
  language: Language,
): string | null =>
  zone.industries.find((industry) => industry.id === id)?.name[language] ?? id ?? null;
/**
 * The meaning of the mark of others: industries without a mark of their own, projects without an
 * industry, or both.
 */
export function otherWord(overview: Overview, language: Language): string {
  const words = pipelineChartLabels[language];
  const { industries } = overview.zone;
  const others = [...listDrawnIndustries(overview)].filter(
    (id) => findMark(industries, id) === 'other',
  );
  return [
    ...(others.some((id) => id !== undefined) ? [words.otherIndustry] : []),
    ...(others.includes(undefined) ? [words.noIndustry] : []),
  ].join(kitLabels[language].list);
}

/**
 * Makes the key of the drawn industries; those that share the mark of others come last, under one
 * name.
 */
export function industryKey(overview: Overview, language: Language): ChartWords['key'] {
  const { industries } = overview.zone;
  const drawnIds = listDrawnIndustries(overview);
  const other = otherWord(overview, language);
  return [
    ...industries
      .filter(({ id }) => drawnIds.has(id) && findMark(industries, id) !== 'other')
      .map(({ short, colour }) => ({
        label: short[language],
        colour: markToken(colour),
        shape: findMarkShape(colour),
      })),
    ...(other === ''
      ? []
      : [{ label: other, colour: markToken('other'), shape: findMarkShape('other') }]),
  ];
}
