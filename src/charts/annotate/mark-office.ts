import { percentUnit } from '#charts/kit/annotation-axis.ts';
import type { OfficeChart } from '#charts/kit/office/office-chart.ts';
import type { Annotation } from '#domain/analysis/annotation.ts';
import { isIsoDate } from '#domain/values/date.ts';

/** The code point of ①; the others up to ⑩ follow. */
const circledOne = 0x2460;

/**
 * Finds the position of an annotation on the value axis of an office chart; undefined where the
 * axis does not include it.
 */
function findPlace({ unit, axis }: OfficeChart, { at, unit: own }: Annotation): number | undefined {
  if (axis === undefined || isIsoDate(at)) return undefined;
  const isShare = unit === 'share';
  if (own !== (isShare ? percentUnit.unit : unit.id)) return undefined;
  const place = isShare ? Number(at) / 100 : Number(at);
  return place < axis.min || place > axis.max ? undefined : place;
}

/**
 * Puts the numbers of annotations over an office chart of bars, as shapes of the slide. The foot of
 * the slide has their texts.
 * @returns the chart unchanged if it has no bars or no frame
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
