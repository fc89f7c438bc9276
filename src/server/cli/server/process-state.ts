import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ProcessState } from '#server/core/deps.ts';

/** Makes a function that reads the resources that this process uses. */
export function processReader(): () => ProcessState {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return () => {
    const loop_delay_seconds = delay.max / 1e9;
    delay.reset();
    return {
      resident_bytes: process.memoryUsage.rss(),
      uptime_seconds: process.uptime(),
      loop_delay_seconds,
    };
  };
}
