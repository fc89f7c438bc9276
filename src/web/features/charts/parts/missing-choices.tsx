import { kitLabels } from '#charts/kit/labels/index.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import type { ViewState } from '#web/url/view-state.ts';
import { useMissingGroups } from './use-missing-groups.ts';

interface MissingChoicesProps {
  /** The address of the chart. */
  readonly view: ViewState;
  /** Its options that no longer exist. */
  readonly options: readonly string[];
}

/** Names the options and groups of a chart that no longer exist. */
export function MissingChoices({ view, options }: MissingChoicesProps) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const groups = useMissingGroups(view);
  return (
    <>
      {options.length === 0 ? null : (
        <Notice>{t('gone_options', { names: options.join(kitLabels[language].list) })}</Notice>
      )}
      {groups === '' ? null : <Notice>{t('gone_groups', { names: groups })}</Notice>}
    </>
  );
}
