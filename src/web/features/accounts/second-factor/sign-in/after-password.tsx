import type { SignInState } from '#contract/accounts/second-factor-schemas.ts';
import { CodeForm } from './code-form.tsx';
import { RequiredEnrolment } from './required-enrolment.tsx';

export interface AfterPasswordProps {
  readonly answer: Exclude<SignInState, { readonly state: 'signed_in' }>;
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** The part of the sign-in that follows the password. */
export const AfterPassword = ({ answer, ...then }: AfterPasswordProps) =>
  answer.state === 'second_step' ? (
    <CodeForm ways={answer.ways} {...then} />
  ) : (
    <RequiredEnrolment because={answer.because} {...then} />
  );
