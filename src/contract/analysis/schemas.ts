import { breakdownSchemas } from './breakdown-schemas.ts';

export const analysisSchemas = { ...breakdownSchemas };
