import { createContext, type ReactNode, useContext } from 'react';
import { writeFigureQuery } from '#domain/measures/figure-name.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import * as explainedStyles from './explained.module.css';

type FigureOf = Readonly<Record<string, string | undefined>>;
const ExplainContext = createContext(false);
const ScopeContext = createContext<FigureOf>({});
/** What all figures inside are of: the day and the projects of their chart. */
export const ExplainScope = ScopeContext.Provider;
/** Whether figures inside open their explanation; those of previews and other sites do not. */
export const ExplainProvider = ExplainContext.Provider;

/** What a figure is: a measure, with what it is of as a query, as `target=companies`. */
export interface ExplainedFigure {
  readonly measure: MeasureId;
  readonly of?: string | undefined;
}

/** A figure of a chart as `Explained` takes it. */
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

/** The event by which a mark of a drawing asks for its explanation. */
export const explainEvent = 'headway-explain';

/** Opens what a drawn figure is made of. Undefined without the right. */
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

/** A figure that opens what it is made of. Without the right it is only named. */
export function Explained({
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
