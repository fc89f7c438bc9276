import { lazy } from 'react';

const loadForms = () => import('./forms.ts');
/** The forms of `forms.ts`. Each suspends until their code is there. */
export const BatchForm = lazy(async () => ({ default: (await loadForms()).BatchForm }));
export const CopyList = lazy(async () => ({ default: (await loadForms()).CopyList }));
export const NewRequestForm = lazy(async () => ({ default: (await loadForms()).NewRequestForm }));
export const OnBehalfForm = lazy(async () => ({ default: (await loadForms()).OnBehalfForm }));
