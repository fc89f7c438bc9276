import { percentUnit } from '#charts/kit/annotation-axis.ts';
import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import { isIsoDate } from '#domain/values/date.ts';

/** The code point of ①; the others up to ⑩ follow. */
const circledOne = 0x2460;

/**
 * The place of a text on the axis of values of an office chart; undefined where it has none there.
 */
function findPlace({ unit, axis }: OfficeChart, { at, unit: own }: Annotation): number | undefined {
  if (axis === undefined || isIsoDate(at)) return undefined;
  const isShare = unit === 'share';
  if (own !== (isShare ? percentUnit.unit : unit.id)) return undefined;
  const place = isShare ? Number(at) / 100 : Number(at);
  return place < axis.min || place > axis.max ? undefined : place;
}

/**
 * Puts the numbers of texts over an office chart of bars, as its own shapes. The foot of the slide
 * has the texts.
 */
export function markOffice(
  native: OfficeChart | undefined,
  annotations: readonly Annotation[],
): OfficeChart | undefined {
  if (native?.frame === undefined || native.kind !== 'bar') return native;
  const marks = annotations.flatMap((one, at) => {
    const place = findPlace(native, one);
    return place === undefined ? [] : [{ at: place, text: String.fromCodePoint(circledOne + at) }];
  });
  return marks.length === 0
    ? native
    : { ...native, frame: { ...native.frame, marks: [...(native.frame.marks ?? []), ...marks] } };
}
