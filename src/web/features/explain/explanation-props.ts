/** What the panel of a page that explains a figure takes. */
export interface ExplanationProps {
  /** A measure and what it is of, as `data-measure` has it. */
  readonly figure: string;
  readonly onClose: () => void;
}
