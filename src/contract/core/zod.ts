import { z } from 'zod';

// Before the first schema: zod otherwise probes `new Function`, which the page policy reports.
z.config({ jitless: true });
export { z };
