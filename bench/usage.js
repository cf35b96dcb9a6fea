// What a measured process says of itself to the one that started it: that it is ready, and what it used so far.

/** Says that it is ready, and answers each question for what was used. */
export function reportUsage() {
  process.on('message', (question) => {
    if (question === 'usage') process.send?.({ is: 'usage', ...used() });
  });
  process.send?.({ is: 'ready', ...used() });
}

/**
 * CPU time of all threads in ms, memory in MiB.
 * @returns {{ cpuMs: number; rssMb: number; peakRssMb: number }}
 */
export function used() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1000),
    rssMb: Math.round(process.memoryUsage.rss() / 1_048_576),
    peakRssMb: Math.round(maxRSS / 1024),
  };
}
