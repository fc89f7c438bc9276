/** The indicators of industrial output, by the ids of their templates: abroad, and in China. */
export const outputIndicators: readonly string[] = ['output', 'industrial_output'];
