import { type Law, law, line } from '../law.ts';

const DRAFT = 'src/aggregates/quote/draft.ts';
const SEND = 'src/aggregates/quote/send.ts';
const SENDING = 'src/aggregates/quote/evolve.ts';
const NUDGE = 'src/workflows/nudges/send-nudge.ts';
const CONTACT = 'src/aggregates/contact.ts';
const GATES = 'tests/unit/aggregates/gates.test.ts';
const CUT_OFF = 'tests/simulation/cut-off.test.ts';

/** From the tap to the hand-over, whatever crashes, sleeps or comes in between. */
export const sendingLaws: readonly Law[] = [
  law(
    'P1',
    'tests/unit/aggregates/draft.test.ts',
    '5.3 is of exactly the text that was read (P1)',
    line(
      DRAFT,
      "if (draft.textHash !== data.textHash) return refuse('DraftChanged', 'the text changed after you opened this page');",
      '',
    ),
  ),
  law(
    'P1',
    GATES,
    '5.6 nothing is claimed that nobody approved (P1)',
    line(
      SEND,
      "if (draft?.id !== data.draftId || draft.status !== 'approved' || !facts)",
      'if (draft?.id !== data.draftId || !facts)',
    ),
  ),
  law(
    'P1 P12',
    CUT_OFF,
    'P1 P12 in the midst of an approval: it stands or it does not, and a second tap settles it',
    line(DRAFT, "if (draft.status !== 'mailed' && draft.status !== 'written') {", "if (draft.status === 'planned') {"),
  ),
  law(
    'P2 P11',
    CUT_OFF,
    'P2 P11 in the midst of a send: the nudge leaves once at most, and what nobody knows is asked',
    line(
      SENDING,
      "return { ...state, draft: { ...draft, status: 'unknown' } };",
      "return { ...state, draft: { ...draft, status: 'approved', claim: null } };",
    ),
  ),
  law(
    'P2',
    GATES,
    '5.6 a send that was given up and arrived after all voids the new draft of its step (P2)',
    line(SEND, "if (wasSent(state, draft)) return { kind: 'void', reason: 'this step was sent after all' };", ''),
  ),
  law(
    'P2',
    GATES,
    '5.6 a claim is not made twice',
    line(
      SEND,
      "if (draft?.id !== data.draftId || draft.status !== 'approved' || !facts)",
      'if (draft?.id !== data.draftId || !facts)',
    ),
  ),
  law(
    'P3',
    GATES,
    '5.6 no day of a contact is taken after a bounce, a complaint or a stop (P3)',
    line(CONTACT, "if (standing !== 'fine') return refuse(", "if (standing === 'bounced') return refuse("),
  ),
  law(
    'P3',
    CUT_OFF,
    'P3 a stop that is in the log before the claim keeps the nudge from leaving',
    line(NUDGE, "if (standingOf(contact.state) !== 'fine') return 'the contact was closed meanwhile';", ''),
  ),
  law(
    'P3',
    CUT_OFF,
    'P3 a reply that is in the log before the claim keeps the nudge from leaving; one after it is told so',
    [
      line(NUDGE, 'state.version === seen\n', 'seen > 0\n'),
      line(SEND, 'if (stopped) return refuse(', 'if (stopped === "held") return refuse('),
    ],
    line('src/aggregates/quote/reply.ts', "leaving: state.draft?.status === 'claimed'", 'leaving: false'),
  ),
  law(
    'P4',
    CUT_OFF,
    'P4 after a night’s sleep nothing is handed over before the morning',
    line(NUDGE, 'return stoodStill || otherDay || !mayLeaveAt(now, policy)', 'return false'),
  ),
  law(
    'P5',
    'tests/unit/aggregates/contact.test.ts',
    'the first draft takes the day; the same again has it; another is refused; the next day is free',
    line(
      CONTACT,
      "return same ? noChange : refuse('DayTaken', 'this contact already had a nudge today');",
      'return noChange;',
    ),
    line(CONTACT, 'if (!taken) return emit', 'if (!taken || taken.quoteId === data.quoteId) return emit'),
  ),
  law(
    'P11',
    GATES,
    '5.6 an unknown send is given up by a person only: the step opens',
    line(
      SEND,
      "if (draft?.id !== draftId || draft.status !== 'unknown' || !draft.claim) {",
      'if (draft?.id !== draftId || !draft.claim) {',
    ),
  ),
];
