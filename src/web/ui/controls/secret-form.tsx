import { useState, type FormEvent } from 'react';
import { secretIn } from '#web/url/link-secret.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

/** A form for a pasted address or its secret, where an address arrived without one. */
export function SecretForm({
  label,
  action,
  onOpen,
}: {
  readonly label: string;
  readonly action: string;
  readonly onOpen: (secret: string) => void;
}) {
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const secret = secretIn(text);
    if (secret !== '') onOpen(secret);
  };
  return (
    <form onSubmit={send}>
      <Field
        label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Button primary type="submit">
        {action}
      </Button>
    </form>
  );
}
