// The list of benchmarks, in the order in which they run.
import type { Benchmark } from './benchmark.ts';
import { disk } from './benchmarks/disk.ts';
import { events } from './benchmarks/events.ts';
import { start } from './benchmarks/start.ts';
import { thanks } from './benchmarks/thanks.ts';

export const benchmarks: readonly Benchmark[] = [events, thanks, start, disk];
