import { createContext, type ReactNode, useContext } from 'react';
import { writeFigureQuery } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import * as explainedStyles from './explained.module.css';

type FigureOf = Readonly<Record<string, string | undefined>>;
const ExplainContext = createContext(false);
const ScopeContext = createContext<FigureOf>({});
/** The common subject of all figures inside: the day and the projects of their chart. */
export const ExplainScope = ScopeContext.Provider;
/** Whether figures inside open their explanation; those of previews and other sites do not. */
export const ExplainProvider = ExplainContext.Provider;

/** The identity of a figure: a measure, and its subject as a query, as `target=companies`. */
export interface ExplainedFigure {
  readonly measure: MeasureId;
  readonly of?: string | undefined;
}

/** Converts a figure of a chart to the props of `ExplainableFigure`. */
export const ofFigure = ({
  measure,
  of,
}: {
  readonly measure: MeasureId;
  readonly of: FigureOf;
}): ExplainedFigure => ({ measure, of: writeFigureQuery(of) });

type DrawnFigure = Parameters<typeof ofFigure>[0];

/** The name of a figure in its scope. */
function useFigureName(): (figure: ExplainedFigure) => string {
  const scope = writeFigureQuery(useContext(ScopeContext));
  return ({ measure, of }) => {
    const query = [scope, of].filter((one) => one !== undefined && one !== '').join('&');
    return query === '' ? measure : `${measure}?${query}`;
  };
}

/** The event by which a mark of a drawing requests its explanation. */
export const explainEvent = 'headway-explain';

/** Opens the explanation of a drawn figure. Undefined without the right. */
export function useExplain(): ((figure: DrawnFigure) => void) | undefined {
  const may = useContext(ExplainContext);
  const nameOf = useFigureName();
  return may
    ? (figure) => {
        const detail = nameOf(ofFigure(figure));
        document.dispatchEvent(new CustomEvent(explainEvent, { detail }));
      }
    : undefined;
}

/** A figure that opens its explanation. Without the right it only has its name. */
export function ExplainableFigure({
  measure,
  of,
  children,
}: ExplainedFigure & { readonly children: ReactNode }) {
  const may = useContext(ExplainContext);
  const name = useFigureName()({ measure, of });
  return may ? (
    <button type="button" className={explainedStyles.explained} data-measure={name}>
      {children}
    </button>
  ) : (
    <span data-measure={name}>{children}</span>
  );
}
