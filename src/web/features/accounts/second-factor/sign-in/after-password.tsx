import type { SignInState } from '#contract/accounts/second-factor-schemas.ts';
import { AskCode } from './code-form.tsx';
import { FirstStep } from './required-enrolment.tsx';

export interface AfterPasswordProps {
  readonly answer: Exclude<SignInState, { readonly state: 'signed_in' }>;
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** What is left to do after the password, before anything is shown. */
export const AfterPassword = ({ answer, ...then }: AfterPasswordProps) =>
  answer.state === 'second_step' ? (
    <AskCode ways={answer.ways} {...then} />
  ) : (
    <FirstStep because={answer.because} {...then} />
  );
