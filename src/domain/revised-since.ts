import type { Figure, Overview } from './overview.ts';

/** A figure that says something else of the same day now than it said when it was looked at before. Absent: there was, or is, no value. */
export interface RevisedFigure {
  /** Id of an indicator, or a figure of the headline. */
  readonly figure: string;
  readonly unit: string;
  readonly before?: string;
  readonly now?: string;
}

const headlineFigures = ['established', 'established_investment', 'pipeline'] as const;
const figuresOf = ({ headline, targets }: Overview): Map<string, Pick<Figure, 'value' | 'unit'>> => {
  const all = new Map<string, Pick<Figure, 'value' | 'unit'>>();
  for (const name of headlineFigures) {
    const figure = headline[name];
    if (figure !== undefined) all.set(name, figure);
  }
  for (const { indicator, unit, now } of targets) if (now !== undefined) all.set(indicator, { value: now.value, unit });
  return all;
};

/** Which figures of a day were revised between two looks at it, in the order in which they stand. Empty where none was. */
export function revisedSince(seen: Overview, now: Overview): RevisedFigure[] {
  const [before, after] = [figuresOf(seen), figuresOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((figure): RevisedFigure[] => {
    const [a, b] = [before.get(figure), after.get(figure)];
    if (a?.value === b?.value && a?.unit === b?.unit) return [];
    return [
      {
        figure,
        unit: (b ?? a)?.unit ?? '',
        ...(a === undefined ? {} : { before: a.value }),
        ...(b === undefined ? {} : { now: b.value }),
      },
    ];
  });
}
