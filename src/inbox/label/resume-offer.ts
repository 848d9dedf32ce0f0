import type { LocalDate } from '../../kernel/local-date.ts';

/** The date from which they ask to be asked again, or `null`. */
export const resumeOffer = (_text: string, _sentOn: LocalDate, _locale?: string): LocalDate | null => null;
