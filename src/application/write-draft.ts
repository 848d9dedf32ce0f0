import { writeDraft } from '../aggregates/quote/draft.ts';
import type { Draft, QuoteState } from '../aggregates/quote/state.ts';
import { nameOf } from '../cadence/owner.ts';
import { formatMoney } from '../kernel/money.ts';
import { fingerprintOf } from '../kernel/references.ts';
import { plainDate } from '../letters/words/when.ts';
import type { DraftFacts, DraftRequest } from '../ports/model.ts';
import { faultOfDraft } from '../voice/check-draft.ts';
import { fillTemplate } from '../voice/fill-template.ts';
import type { Business } from './business.ts';
import type { Loaded } from './load.ts';
import { decideQuote, personalFacts } from './quotes.ts';
import type { World } from './world.ts';

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
  world: World,
  business: Business,
  quoteId: string,
  loaded: Loaded<QuoteState>,
  draft: Draft,
): Promise<Loaded<QuoteState>> => {
  const personal = await personalFacts(world, loaded);
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
  const { text, source, model, why } = await write(world, business, draft, told);
  const subject = subjectOf(loaded.state, facts.number, world.installation.businessName);
  const textHash = fingerprintOf(await world.secrets.refKey(), `${subject}\n${text}`);
  const result = await decideQuote(world, quoteId, {
    actor: { system: 'sender' },
    loaded,
    decide: state => writeDraft(state, { draftId: draft.id, textHash, source, model, why }, { subject, text }),
  });
  return result._tag === 'Right' ? result.right : loaded;
};

/** The model, told once what was wrong; then the template itself. */
const write = async (world: World, { voice }: Business, draft: Draft, facts: DraftFacts): Promise<Written> => {
  const template = voice.templates[draft.move];
  const request: DraftRequest = { move: draft.move, facts, template, tone: voice.tone, complaint: null };
  let why = 'the model gave no usable text';
  let complaint: string | null = null;
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await world.model.draft({ ...request, complaint }, { timeoutMs: MODEL_TIMEOUT_MS });
    if (!answer.ok) {
      why = answer.failure.kind === 'timed-out' ? 'the model took too long' : 'the model was not available';
      break;
    }
    complaint = faultOfDraft(answer.value, template, facts);
    if (complaint === null) return { text: answer.value.trim(), source: 'model', model: answer.model, why: null };
    why = 'the model wrote something that is not in the facts';
  }
  world.log('warn', 'TemplateUsed', { move: draft.move, why });
  return { text: fillTemplate(template, facts), source: 'template', model: null, why };
};

const subjectOf = (state: QuoteState, number: string, business: string): string => {
  const plain = business === '' ? `Quote ${number}` : `Quote ${number} from ${business}`;
  return state.nudges.length > 0 ? `Re: ${plain}` : plain;
};
