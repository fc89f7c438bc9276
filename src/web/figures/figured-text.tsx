import type { ReactNode } from 'react';
import type { NoteFigure } from '#charts/kit/definition.ts';
import { ExplainableFigure, ofFigure } from '#web/ui/display/explained.tsx';
import * as figureCardStyles from './figure-card.module.css';

const punctuation = /^[;,.:!?)、。，；：）」]*/u;

/**
 * A text of a chart. The figures within it open their explanations. A figure and the punctuation
 * after it stay on one line: WebKit would break the line between them.
 */
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
    const after = rest.slice(at + figure.text.length);
    const mark = punctuation.exec(after)?.[0] ?? '';
    parts.push(
      rest.slice(0, at),
      <span key={`${reference.measure} ${reference.of ?? ''}`} className={figureCardStyles.phrase}>
        <ExplainableFigure {...reference}>{figure.text}</ExplainableFigure>
        {mark}
      </span>,
    );
    rest = after.slice(mark.length);
  }
  return (
    <>
      {parts}
      {rest}
    </>
  );
}
