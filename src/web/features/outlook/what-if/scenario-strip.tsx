import { Link } from '#web/ui/controls/link.tsx';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { whatIfLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { addressOfView } from '#web/url/link-address.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { useCopy } from '#web/ui/use-copy.ts';
import { useScenario } from './use-scenario.ts';
import * as styles from './what-if.module.css';

function CopyLink() {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const { status, copy } = useCopy();
  return (
    <>
      <Button quiet onClick={() => copy(addressOfView(language))}>
        {t('copy')}
      </Button>
      <span role="status">{status === undefined ? '' : t(status)}</span>
    </>
  );
}

/** Names the active scenario and says that it is no fact, with a link back to the base. */
export function ScenarioStrip({ scenario }: Pick<Outlook, 'scenario'>) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const { isUnreadable, reset } = useScenario();
  const { view, hrefTo } = useViewState();
  if (isUnreadable)
    return (
      <Notice kind="bad" live>
        {t('unreadable')}{' '}
        <Button quiet onClick={reset}>
          {t('reset')}
        </Button>
      </Notice>
    );
  if (scenario === undefined) return null;
  return (
    <div className={styles.strip} role="status" data-words>
      <b>{scenarioSentence(scenario, language)}</b>
      <Button quiet onClick={reset}>
        {t('reset')}
      </Button>
      <CopyLink />
      <Link to={hrefTo('/charts', { chart: 'outlook', scenario: view.scenario })}>{t('save')}</Link>
    </div>
  );
}
