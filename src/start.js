// How Laurel starts: checks the machine, then runs the program. Plain JavaScript, as are `heap.js` and `bundle.js`: for a first file with
// types Node loads what takes them out again, 17 MB that the process would keep for these two only.
// Nothing else is imported before the version of Node is known: SQLite's binding ends an older one without a word.
const OLDEST_NODE = 24;

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE) {
  console.error(
    `Laurel needs Node ${OLDEST_NODE} or newer; this is ${process.versions.node}. "npm start" uses the right one, which "npm ci" installs.`,
  );
  process.exit(1);
}

const { keepHeapSmall } = await import('./heap.js');
keepHeapSmall();
const { loadProgram } = await import('./bundle.js');
const { run } = await loadProgram();
// What keeps a socket alive (a reconnect under way) must not keep a process alive that was told to stop.
process.exit(await run());
