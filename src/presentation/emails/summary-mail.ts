import type { LocalDate } from '../../kernel/local-date.ts';
import type { ChartView } from '../view-models/digest.ts';
import { monthAndYear } from '../when.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** A figure computed by code: `Open`, `23`. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** What it counts, where the name alone does not say. */
  readonly note?: string;
}

export interface MoveRate {
  /** `First nudge`. */
  readonly move: string;
  readonly sent: number;
  readonly answered: number;
}

export interface Summary {
  /** Any day of the month that is told of. */
  readonly month: LocalDate;
  /** One paragraph over the figures; every number in it is one of them. */
  readonly paragraph: string;
  readonly figures: readonly Figure[];
  readonly rates: readonly MoveRate[];
  readonly chart: ChartView | null;
}

/** Every first Monday, to the stakeholders: one paragraph, the figures it rests on, and a chart. */
export const summaryMail = ({ month, paragraph, figures, rates, chart }: Summary): WrittenMail =>
  writeMail({
    subject: `Quotes in ${monthAndYear(month)}`,
    blocks: [
      { kind: 'lead', text: `Quotes in ${monthAndYear(month)}` },
      { kind: 'words', text: paragraph },
      ...(chart === null ? [] : [{ kind: 'picture', ...chart } as const]),
      {
        kind: 'table',
        table: {
          caption: 'The figures',
          columns: [{ name: 'What' }, { name: 'Figure', end: true }],
          rows: figures.map(({ name, value, note }) => [
            { text: name, ...(note === undefined ? {} : { under: note }) },
            value,
          ]),
          empty: 'Nothing happened this month.',
        },
      },
      {
        kind: 'table',
        table: {
          caption: 'Answers per move',
          columns: [{ name: 'Move' }, { name: 'Sent', end: true }, { name: 'Answered', end: true }],
          rows: rates.map(({ move, sent, answered }) => [
            move,
            String(sent),
            { text: String(answered), under: rateWords(sent, answered) },
          ]),
          empty: 'No nudge was sent this month.',
        },
      },
    ],
    why: 'You get this every first Monday because you are named as a stakeholder.',
  });

const rateWords = (sent: number, answered: number): string =>
  sent === 0 ? 'none sent' : `${Math.round((100 * answered) / sent)} %`;
