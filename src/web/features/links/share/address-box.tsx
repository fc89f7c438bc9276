import { lazy, Suspense } from 'react';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as shareStyles from './share.module.css';

const QrCode = lazy(async () => ({
  default: (await import('#web/ui/display/qr-code.tsx')).QrCode,
}));

/** A text with a copy button. */
export function CopyBox({
  label,
  copy,
  text,
  wait = '',
  primary = true,
}: {
  readonly label: string;
  readonly copy: string;
  /** Undefined while the text is being made. */
  readonly text: string | undefined;
  /** Says what the reader waits for until then. */
  readonly wait?: string;
  readonly primary?: boolean;
}) {
  const t = useLabels(shareLabels);
  const { status, copy: write } = useCopy();
  return (
    <div className={shareStyles.copyBox}>
      <Field
        label={label}
        value={text ?? ''}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={textStyles.row}>
        <Button
          primary={primary}
          icon="link"
          disabled={text === undefined}
          onClick={() => void (text === undefined || write(text))}
        >
          {copy}
        </Button>
        <span role="status">
          {text === undefined ? wait : status === undefined ? '' : t(status)}
        </span>
      </div>
    </div>
  );
}

/** An address with a copy button and a QR code. */
export function AddressBox({ address }: { readonly address: string }) {
  const t = useLabels(shareLabels);
  return (
    <>
      <CopyBox label={t('address')} copy={t('copy')} text={address} />
      <Suspense>
        <QrCode text={address} label={t('qr')} />
      </Suspense>
    </>
  );
}
