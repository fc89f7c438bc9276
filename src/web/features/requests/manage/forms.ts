/** The forms that the parts of this folder open. Their code loads together, with the first of them. */
export { BatchForm } from './batch-form.tsx';
export { CopyList } from './copy-list.tsx';
export { NewRequestForm } from './new-request-form.tsx';
export { OnBehalfForm } from './on-behalf-form.tsx';
