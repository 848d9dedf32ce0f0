import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What reading a folder of mail costs, as `qf read DIR --json` does it: `read-cost.ts FOLDER` prints one line. */
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: read-cost.ts FOLDER\n');
  process.exit(2);
}

const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
const reader = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'read', folder, '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** The most memory the process ever held, in MB, as Linux counts it; 0 where that is not told. */
const peakMb = (pid: number | undefined): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const times: number[] = [];
let peak = 0;
let last = performance.now();
let withoutKind = 0;
for await (const line of createInterface({ input: reader.stdout })) {
  const now = performance.now();
  times.push(now - last);
  last = now;
  peak = Math.max(peak, peakMb(reader.pid));
  if (!/"kind":"[a-z-]+"/.test(line)) withoutKind += 1;
}
const [start = 0, ...each] = times;
each.sort((a, b) => a - b);
const at = (share: number): string => (each[Math.floor(share * (each.length - 1))] ?? 0).toFixed(1);
process.stdout.write(
  `${times.length} messages, ${withoutKind} without a kind; per message median ${at(0.5)} ms, 99 % ${at(0.99)} ms, most ${at(1)} ms (goal 5000); ` +
    `the first with the start ${start.toFixed(0)} ms; most memory ${peak.toFixed(0)} MB (goal 512)\n`,
);
