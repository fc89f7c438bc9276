import { compact } from '#domain/values/compact.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useState, type FormEvent, type ReactNode } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { SecretForm } from '#web/ui/controls/secret-form.tsx';
import * as readerStyles from '#web/features/links/reader.module.css';

/** A page that replaces the view, without data of the zone. */
const GatePage = ({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) => (
  <div className={`${readerStyles.page} ${readerStyles.gate}`}>
    <h1>{title}</h1>
    <p>{text}</p>
    {children}
  </div>
);

/** Asks for a link whose secret is missing or wrong. */
export function PasteCode({
  title,
  text,
  onOpen,
}: {
  readonly title: string;
  readonly text: string;
  readonly onOpen: (secret: string) => void;
}) {
  const t = useLabels(readerLabels);
  return (
    <GatePage title={title} text={text}>
      <SecretForm label={t('paste_label')} action={t('open')} onOpen={onOpen} />
    </GatePage>
  );
}

/** Asks for the password of a link; `wrong` after a wrong one. */
export function PasswordGate({
  wrong,
  onEnter,
}: {
  readonly wrong: boolean;
  readonly onEnter: (password: string) => void;
}) {
  const t = useLabels(readerLabels);
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') onEnter(password);
  };
  return (
    <GatePage title={t('password_title')} text={t('password_text')}>
      <form onSubmit={send}>
        <Field
          type="password"
          label={t('password')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="off"
          required
          {...compact({ error: wrong ? t('password_wrong') : undefined })}
        />
        <Button primary type="submit">
          {t('open')}
        </Button>
      </form>
    </GatePage>
  );
}

/** Says that a link has ended, and when. */
export function EndedLink({ on }: { readonly on: string }) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  return (
    <GatePage
      title={t('ended_title', { date: formatDate(zoneDay(on), language, 'long') })}
      text={t('ended_text')}
    />
  );
}
/** Says that a link is paused. */
export function PausedLink() {
  const t = useLabels(readerLabels);
  return <GatePage title={t('paused_title')} text={t('paused_text')} />;
}
/** Says that too many requests came, with a button that tries again. */
export function Busy({ onAgain }: { readonly onAgain: () => void }) {
  const t = useLabels(readerLabels);
  return (
    <GatePage title={t('busy_title')} text={t('busy_text')}>
      <Button onClick={onAgain}>{t('open')}</Button>
    </GatePage>
  );
}
