import { writeWords } from '#charts/kit/write-words.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { FigureCard, type FigureCardProps } from './figure-card.tsx';
import { FigureExport } from './figure-export.tsx';
import type { FigureMenuProps } from './figure-menu.tsx';

type PageFigureProps = Omit<FigureCardProps, 'table' | 'onTable' | 'tools'> &
  Pick<FigureMenuProps, 'more'>;

/** A figure of a page with its menu. The address holds whether it is a chart or a table. */
export function PageFigure({ more, ...card }: PageFigureProps) {
  const { chart, overview, options = {} } = card;
  const language = useLanguage();
  const { view, change } = useViewState();
  const words = writeWords(chart, overview, { language, options });
  const { [chart.id]: form, ...others } = view.tab;
  // a file has the filters as parameters, and writes them itself
  const { filters: _words, annotations: _texts, ...fileOptions } = options;
  const { title: _title, ...untitled } = options;
  return (
    <FigureCard
      {...card}
      table={form === 'table'}
      onTable={(on) => change({ tab: on ? { ...others, [chart.id]: 'table' } : others })}
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
}
