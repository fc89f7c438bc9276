import { zoneDay } from '#web/i18n/zone-time.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { isLanguage, languages, type Language } from '#domain/values/language.ts';
import { answerLabels } from '#web/features/requests/labels/index.ts';
import { languageFromTags, languageNames } from '#web/i18n/languages.ts';
import { LanguageProvider, useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { SecretForm } from '#web/ui/controls/secret-form.tsx';
import { Mark } from '#web/ui/display/brand.tsx';
import { ErrorBoundary } from '#web/ui/feedback/error-boundary.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { readAddressLanguage } from '#web/url/link-address.ts';
import { AnswerForm } from './answer-form.tsx';
import * as styles from './answer.module.css';
import { useOpenRequest, type RequestAccess } from './use-open-request.ts';

/** A page that replaces the form, without data of the zone. */
const Gate = ({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) => (
  <div className={styles.gate}>
    <h1>{title}</h1>
    {text === undefined ? null : <p>{text}</p>}
    {children}
  </div>
);

/** Asks for a link whose secret is missing or wrong. */
function PasteLink({ onOpen }: { readonly onOpen: (secret: string) => void }) {
  const t = useLabels(answerLabels);
  return <SecretForm label={t('paste_label')} action={t('open')} onOpen={onOpen} />;
}

function Content({ asking, open, again, show }: RequestAccess) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  switch (asking.at) {
    case 'open':
      return (
        <AnswerForm key={asking.openRequest.id} openRequest={asking.openRequest} show={show} />
      );
    case 'ended': {
      const day = formatDate(zoneDay(asking.on), language);
      return (
        <Gate
          title={t('ended', { day })}
          text={asking.ask === 'local' ? t('ended_ask') : t('ended_text', { name: asking.ask })}
        />
      );
    }
    case 'busy':
      return (
        <Gate title={t('busy_title')} text={t('busy_text')}>
          <Button onClick={again}>{t('again')}</Button>
        </Gate>
      );
    case 'failed':
      return (
        <Gate title={t('failed_title')}>
          <ErrorPanel failure={asking.failure} onRetry={again} />
        </Gate>
      );
    case 'opening':
      return (
        <div aria-label={t('opening')} role="status">
          <Skeleton lines={8} />
        </div>
      );
    default:
      return (
        <Gate title={t(`${asking.at}_title`)} text={t(`${asking.at}_text`)}>
          <PasteLink onOpen={open} />
        </Gate>
      );
  }
}

function Head({
  zone,
  onLanguage,
}: {
  readonly zone: string | undefined;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  return (
    <header className={styles.bar}>
      <Mark />
      <div>
        <b>{zone ?? t('page')}</b>
        {zone === undefined ? null : <span>{t('page')}</span>}
      </div>
      <select
        aria-label={t('language')}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) onLanguage(target.value);
        }}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </header>
  );
}

function Page({
  access,
  onLanguage,
}: {
  readonly access: RequestAccess;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useLabels(answerLabels);
  const language = useLanguage();
  const { asking } = access;
  const names = asking.at === 'open' ? asking.openRequest.zone : {};
  const zone =
    names[language] ?? languages.map((one) => names[one]).find((one) => one !== undefined);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = zone === undefined ? t('page') : `${zone} · ${t('page')}`;
  }, [language, zone, t]);
  return (
    <>
      <Head zone={zone} onLanguage={onLanguage} />
      <main id="main" className={styles.main}>
        <ErrorBoundary
          fallback={(retry, { reference }) => (
            <ErrorPanel failure={{ code: 'internal', problem: { reference } }} onRetry={retry} />
          )}
        >
          <Content {...access} />
        </ErrorBoundary>
      </main>
    </>
  );
}

/** The page of a request for values. The reader's language takes precedence over the request's. */
export function AnswerPage() {
  const access = useOpenRequest();
  const [ownLanguage, setOwnLanguage] = useState<Language | undefined>(readAddressLanguage);
  const { asking } = access;
  const language =
    ownLanguage ??
    (asking.at === 'open' ? asking.openRequest.language : languageFromTags(navigator.languages));
  return (
    <LanguageProvider value={language}>
      <Page access={access} onLanguage={setOwnLanguage} />
    </LanguageProvider>
  );
}
