import type { ReactNode } from 'react';
import type { NoteFigure } from '#charts/kit/definition.ts';
import { ExplainableFigure, ofFigure } from '#web/ui/display/explained.tsx';

/** A text of a chart. The figures within it open their explanations. */
export function FiguredText({
  text,
  figures = [],
}: {
  readonly text: string;
  readonly figures?: readonly NoteFigure[] | undefined;
}) {
  const parts: ReactNode[] = [];
  let rest = text;
  for (const figure of figures) {
    const at = rest.indexOf(figure.text);
    if (figure.text === '' || at < 0) continue;
    const reference = ofFigure(figure);
    parts.push(
      rest.slice(0, at),
      <ExplainableFigure key={`${reference.measure} ${reference.of ?? ''}`} {...reference}>
        {figure.text}
      </ExplainableFigure>,
    );
    rest = rest.slice(at + figure.text.length);
  }
  return (
    <>
      {parts}
      {rest}
    </>
  );
}
