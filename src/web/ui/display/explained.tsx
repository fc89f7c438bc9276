import { createContext, type ReactNode, useContext } from 'react';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import * as explainedStyles from './explained.module.css';

const ExplainContext = createContext(false);
/** Whether figures inside open their explanation; a reader of a link has none. */
export const ExplainProvider = ExplainContext.Provider;

/** What a figure is: a measure, with what it is of as a query, as `target=companies`. */
export interface ExplainedFigure {
  readonly measure: MeasureId;
  readonly of?: string | undefined;
}

/** A figure that opens what it is made of. Without the right it is only named. */
export function Explained({
  measure,
  of,
  children,
}: ExplainedFigure & { readonly children: ReactNode }) {
  const may = useContext(ExplainContext);
  const name = of === undefined ? measure : `${measure}?${of}`;
  return may ? (
    <button type="button" className={explainedStyles.explained} data-measure={name}>
      {children}
    </button>
  ) : (
    <span data-measure={name}>{children}</span>
  );
}
