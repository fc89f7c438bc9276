import { memo, useCallback, useRef } from 'react';
import { writeWords } from '#charts/kit/write-words.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { FigureCard, type FigureCardProps } from './figure-card.tsx';
import { FigureExport } from './figure-export.tsx';
import type { FigureMenuProps } from './figure-menu.tsx';

type PageFigureProps = Omit<FigureCardProps, 'table' | 'onTable' | 'tools'> &
  Pick<FigureMenuProps, 'more'>;
type FigureOfFormProps = PageFigureProps & Required<Pick<FigureCardProps, 'table' | 'onTable'>>;

/** A figure of a page with its menu. The address holds whether it is a chart or a table. */
export function PageFigure(props: PageFigureProps) {
  const { id } = props.chart;
  const { view, change } = useViewState();
  const { tab } = view;
  const tabs = useRef(tab);
  tabs.current = tab;
  const onTable = useCallback(
    (on: boolean) => {
      const { [id]: _form, ...others } = tabs.current;
      change({ tab: on ? { ...others, [id]: 'table' } : others });
    },
    [id, change],
  );
  return <FigureOfForm {...props} table={tab[id] === 'table'} onTable={onTable} />;
}

/** The figure in one form. Another address alone does not draw it again. */
const FigureOfForm = memo(function FigureOfForm({ more, ...card }: FigureOfFormProps) {
  const { chart, overview, options = {} } = card;
  const language = useLanguage();
  const words = writeWords(chart, overview, { language, options });
  // a file has the filters as parameters, and the words of its saved chart
  const { filters: _filters, note: _note, annotations: _texts, ...fileOptions } = options;
  const { title: _title, ...untitled } = options;
  return (
    <FigureCard
      {...card}
      tools={
        <FigureExport
          chart={chart}
          title={words.title}
          claim={writeWords(chart, overview, { language, options: untitled }).title}
          options={fileOptions}
          more={more}
          example={words.data_status === 'illustrative'}
        />
      }
    />
  );
});
