// How much memory V8 may take beyond what is in use. Plain JavaScript for the reason that `start.js` has.
import v8 from 'node:v8';

/**
 * The heap is tidied up when it has grown by so much since the last time, in % of what was in use then. By itself V8 lets
 * it grow up to fourfold while the machine has room: 200 MB for 50 in use. It is a share and no limit, so that a process
 * that needs much has much.
 */
const GROWS_BY = 30;
const FLAG = '--heap-growing-percent';

/** Whoever starts Laurel with a number of their own keeps it. */
export function keepHeapSmall() {
  for (const flag of flagsBeside(process.execArgv)) v8.setFlagsFromString(flag);
}

/**
 * What is set beside the flags that Node was started with.
 * @param {readonly string[]} execArgv
 * @returns {string[]}
 */
export function flagsBeside(execArgv) {
  const isSet = execArgv.some((flag) => flag.replaceAll('_', '-').startsWith(FLAG));
  return isSet ? [] : [`${FLAG}=${GROWS_BY}`];
}
