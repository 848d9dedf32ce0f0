import { writeDraft } from '../../aggregates/quote/draft.ts';
import type { Draft, QuoteState } from '../../aggregates/quote/state.ts';
import { nameOf } from '../../cadence/owner.ts';
import type { Loaded } from '../../event-store/load.ts';
import { formatMoney } from '../../kernel/money.ts';
import { fingerprintOf } from '../../kernel/references.ts';
import type { DraftFacts, DraftRequest, LanguageModel, ModelAnswer } from '../../ports/model.ts';
import { plainDate } from '../../presentation/when.ts';
import { faultOfDraft } from '../../voice/check-draft.ts';
import { fillTemplate } from '../../voice/voice-doc.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote, personalFacts } from '../quotes.ts';

/** What follows an answer, or its lack: it is recorded and a person is written to. */
const RESERVE_MS = 10_000;

/**
 * A model that answers, or fails, while there is still time to go on without it. `leftMs`: what remains of the call that
 * asks. A question is never the last thing a call does.
 */
export const modelInTime = (model: LanguageModel, leftMs: () => number): LanguageModel => {
  const within = async <T>(
    { timeoutMs }: { readonly timeoutMs: number },
    ask: (options: { readonly timeoutMs: number }) => Promise<ModelAnswer<T>>,
  ): Promise<ModelAnswer<T>> => {
    const spare = Math.floor(leftMs() - RESERVE_MS);
    return spare > 0
      ? ask({ timeoutMs: Math.min(timeoutMs, spare) })
      : { ok: false, failure: { kind: 'timed-out', reason: 'no time is left to ask' } };
  };
  return {
    draft: (request, options) => within(options, given => model.draft(request, given)),
    label: (request, options) => within(options, given => model.label(request, given)),
    paragraph: (figures, complaint, options) => within(options, given => model.paragraph(figures, complaint, given)),
  };
};

/** Two tries fit into the sender's half minute with time to spare for the mail. */
const MODEL_TIMEOUT_MS = 8_000;

interface Written {
  readonly text: string;
  readonly source: 'model' | 'template';
  readonly model: string | null;
  /** Why the template stands in for the model. */
  readonly why: string | null;
}

/** Has the draft of a planned move written and records it. A quote never goes cold for want of a model. */
export const writePlannedDraft = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Loaded<QuoteState>> => {
  const personal = await personalFacts(deps, loaded);
  const { facts } = loaded.state;
  if (!facts || personal === null || personal === 'erased') return loaded;
  const told: DraftFacts = {
    quoteId: facts.number,
    customer: personal.customer,
    amount: formatMoney({ minor: facts.minor, currency: facts.currency }),
    sent: plainDate(facts.sent),
    expires: facts.expires === null ? null : plainDate(facts.expires),
    link: personal.pdfLink,
    rep: nameOf(draft.owner, business.policy),
  };
  const { text, source, model, why } = await write(deps, business, draft, told);
  const subject = subjectOf(loaded.state, facts.number, deps.installation.businessName);
  const textHash = fingerprintOf(await deps.secrets.refKey(), `${subject}\n${text}`);
  const result = await decideQuote(deps, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => writeDraft(state, { draftId: draft.id, textHash, source, model, why }, { subject, text }),
  });
  return result._tag === 'Right' ? result.right : loaded;
};

/** The model, told once what was wrong; then the template itself. */
const write = async (
  deps: Dependencies,
  { voice }: BusinessContext,
  draft: Draft,
  facts: DraftFacts,
): Promise<Written> => {
  const template = voice.templates[draft.move];
  const request: DraftRequest = { move: draft.move, facts, template, tone: voice.tone, complaint: null };
  let why = 'the model gave no usable text';
  let complaint: string | null = null;
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await deps.model.draft({ ...request, complaint }, { timeoutMs: MODEL_TIMEOUT_MS });
    if (!answer.ok) {
      why = answer.failure.kind === 'timed-out' ? 'the model took too long' : 'the model was not available';
      break;
    }
    complaint = faultOfDraft(answer.value, template, facts);
    if (complaint === null) return { text: answer.value.trim(), source: 'model', model: answer.model, why: null };
    why = 'the model wrote something that is not in the facts';
  }
  deps.log('warn', 'TemplateUsed', { move: draft.move, why });
  return { text: fillTemplate(template, facts), source: 'template', model: null, why };
};

const subjectOf = (state: QuoteState, number: string, business: string): string => {
  const plain = business === '' ? `Quote ${number}` : `Quote ${number} from ${business}`;
  return state.nudges.length > 0 ? `Re: ${plain}` : plain;
};
