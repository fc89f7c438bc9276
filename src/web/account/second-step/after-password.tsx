import type { SignInState } from '#contract/second-step.ts';
import { AskCode } from './ask-code.tsx';
import { FirstStep } from './first-step.tsx';

export interface AfterPasswordProps {
  readonly answer: Exclude<SignInState, { readonly state: 'signed_in' }>;
  readonly onIn: () => void;
  readonly onAgain: () => void;
}

/** What is left to do after the password, before anything is shown. */
export const AfterPassword = ({ answer, ...then }: AfterPasswordProps) =>
  answer.state === 'second_step' ? <AskCode ways={answer.ways} {...then} /> : <FirstStep because={answer.because} {...then} />;
