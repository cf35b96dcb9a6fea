// The list of benchmarks, in the order in which they run.
import type { Benchmark } from './benchmark.ts';
import { catchUp } from './benchmarks/catch-up.ts';
import { disk } from './benchmarks/disk.ts';
import { events } from './benchmarks/events.ts';
import { image } from './benchmarks/image.ts';
import { latency } from './benchmarks/latency.ts';
import { memory } from './benchmarks/memory.ts';
import { scale } from './benchmarks/scale.ts';
import { start } from './benchmarks/start.ts';
import { thanks } from './benchmarks/thanks.ts';

export const benchmarks: readonly Benchmark[] = [
  events,
  thanks,
  latency,
  scale,
  memory,
  start,
  catchUp,
  disk,
  image,
];
