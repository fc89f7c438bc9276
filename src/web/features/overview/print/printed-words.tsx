import type { ChartWords } from '#charts/kit/definition.ts';
import { KeyItems } from '#web/figures/key-items.tsx';
import * as printedOverviewStyles from './printed-overview.module.css';

/** The title of a chart on paper, and its measure. */
export const PrintedHeading = ({ words }: { readonly words: ChartWords }) => (
  <>
    <h3>{words.title}</h3>
    <p className={printedOverviewStyles.quiet}>{words.subtitle}</p>
  </>
);

/** The key of a chart on paper; empty where it has none. */
export const PrintedKey = ({ words }: { readonly words: ChartWords }) =>
  words.key.length === 0 ? null : (
    <p className={printedOverviewStyles.key}>
      <KeyItems items={words.key} />
    </p>
  );
