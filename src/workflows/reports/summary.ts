import type { LocalDate } from '../../kernel/local-date.ts';
import { summaryMail } from '../../presentation/emails/summary-mail.ts';
import { capital, moveName } from '../../presentation/wording.ts';
import { faultOfParagraph, plainParagraph } from '../../reports/paragraph.ts';
import { chartWeeks, monthBefore } from '../../reports/period.ts';
import { reportChart } from '../../reports/report-chart.ts';
import { type SummaryFigures, shownFigures, summaryFigures, toldFigures } from '../../reports/summary-figures.ts';
import { loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { chartPicture } from './digest.ts';
import { everyQuote, readQuoteReports } from './read-quote-reports.ts';
import { type ReportMail, type RunOutcome, runReport } from './run-report.ts';

const MODEL_TIMEOUT_MS = 20_000;

/** The summary of a month, on its first Monday, to the stakeholders of the config. Once, however often it is asked for. */
export const sendSummary = (deps: Dependencies, date: LocalDate): Promise<RunOutcome> =>
  runReport(deps, { report: 'summary', date }, async () => {
    const { config } = await deps.configSource.read();
    const stakeholders = [...new Set(config.stakeholders.map(address => address.toLowerCase()))];
    // One text for all: made when the first letter is, and by none when everybody has theirs.
    let made: Promise<ReportMail> | undefined;
    const write = (): Promise<ReportMail> => {
      made ??= writeSummary(deps, date);
      return made;
    };
    return stakeholders.map(to => ({ to, linkMs: null, write }));
  });

const writeSummary = async (deps: Dependencies, date: LocalDate): Promise<ReportMail> => {
  const business = await loadBusinessContext(deps);
  const quotes = await readQuoteReports(deps, business, await everyQuote(deps, business), false);
  const month = monthBefore(date);
  const figures = summaryFigures(quotes, month);
  const { currency } = business.policy;
  const chart = reportChart({ quotes, weeks: chartWeeks(date), currency, moves: figures.moves });
  const picture = await chartPicture(deps, chart);
  const mail = summaryMail({
    month: month.from,
    paragraph: await summaryParagraph(deps, figures),
    figures: shownFigures(figures),
    rates: figures.moves.map(({ move, sent, answered }) => ({ move: capital(moveName(move)), sent, answered })),
    chart: picture?.view ?? null,
  });
  return { mail, attachments: picture === null ? [] : [picture.attachment] };
};

/** The model's paragraph, told once what was wrong with it; else the one that code writes. */
export const summaryParagraph = async (
  { model, log }: Pick<Dependencies, 'model' | 'log'>,
  figures: SummaryFigures,
): Promise<string> => {
  const told = toldFigures(figures);
  let complaint: string | null = null;
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await model.paragraph(told, complaint, { timeoutMs: MODEL_TIMEOUT_MS });
    if (!answer.ok) break;
    complaint = faultOfParagraph(answer.value, told);
    if (complaint === null) return answer.value.trim();
    log('warn', 'ParagraphRefused', { attempt: attempt + 1 });
  }
  return plainParagraph(figures);
};
