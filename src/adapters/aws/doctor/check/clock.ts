import { type Finding, good, wrong } from '../finding.ts';

/** A date header is whole seconds, and its way takes time. Signed posts are refused from five minutes on. */
const MOST_SKEW_MS = 30_000;

/** The clock of the machine that this runs on, against AWS's: signatures and comparisons of times hang on it. */
export const checkClock = (aheadMs: number): readonly Finding[] => {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  return Math.abs(aheadMs) <= MOST_SKEW_MS
    ? [good('clock', `this machine's clock agrees with AWS's (${seconds} s)`)]
    : [
        wrong(
          'clock',
          `this machine's clock is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} AWS's`,
          'sudo timedatectl set-ntp true # macOS: sudo sntp -sS time.apple.com',
        ),
      ];
};
