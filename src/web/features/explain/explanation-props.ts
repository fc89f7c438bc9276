/** The props of the panel that explains a figure. */
export interface ExplanationProps {
  /** A measure and its subject, as in `data-measure`. */
  readonly figure: string;
  readonly onClose: () => void;
}
