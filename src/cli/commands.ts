import type { Command } from './command.ts';

/** A command by name; its module is loaded only when it is run or explained. */
export interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const commands: readonly Entry[] = [
  {
    name: 'plan',
    summary: 'what would be sent from one date to another, or what other rules would change of it',
    load: async () => (await import('./commands/plan.ts')).planCommand,
  },
  {
    name: 'rules',
    summary: 'what a rules doc says, as it was understood',
    load: async () => (await import('./commands/rules.ts')).rulesCommand,
  },
  {
    name: 'sheet',
    summary: 'what a sheet of quotes says, row by row, and what is refused',
    load: async () => (await import('./commands/sheet.ts')).sheetCommand,
  },
  {
    name: 'intake',
    summary: 'what a sent quote says: a mail or a PDF, each field with its words',
    load: async () => (await import('./commands/intake.ts')).intakeCommand,
  },
  {
    name: 'read',
    summary: 'what a stored mail is and says, without acting on it',
    load: async () => (await import('./commands/read.ts')).readCommand,
  },
  {
    name: 'eval',
    summary: 'how well a model labels a set of replies, and what it costs',
    load: async () => (await import('./commands/eval.ts')).evalCommand,
  },
  {
    name: 'trail',
    summary: 'what happened, of a quote or since a time: when, what, who, before and after',
    load: async () => (await import('./commands/trail.ts')).trailCommand,
  },
  {
    name: 'as-of',
    summary: 'where a quote stood at a moment, and its row as it was then',
    load: async () => (await import('./commands/as-of.ts')).asOfCommand,
  },
  {
    name: 'verify',
    summary: 'whether the log is whole and the read models say what it says',
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'rebuild',
    summary: 'refills the read models from the log, while the system runs',
    load: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
  },
  {
    name: 'reconcile',
    summary: 'tells a restored log of the sends that it forgot',
    load: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  },
  {
    name: 'copy-log',
    summary: 'moves an install on AWS: its log into the same install in another region',
    load: async () => (await import('./commands/copy-log.ts')).copyLogCommand,
  },
  {
    name: 'doctor',
    summary: 'what is wrong with the install on AWS, and what mends it',
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
];
