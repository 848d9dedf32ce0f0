import { judge } from './judge.ts';
import { storyOf } from './story.ts';

/** Prints the fingerprint of a seed's log: for whoever compares machines and time zones. */
process.stdout.write(`${(await judge(storyOf('fortnight', Number(process.argv[2])))).logHash}\n`);
