import { type Law, law, line } from '../law.ts';

const RACES = 'tests/properties/races.test.ts';
const DRAFT = 'src/aggregates/quote/draft.ts';
const SEND = 'src/aggregates/quote/send.ts';
const NUDGE = 'src/application/send-nudge.ts';
const CONTACT = 'src/aggregates/contact/contact.ts';

const atAnyVersion = line(NUDGE, 'state.version === seen\n', 'seen > 0\n');

/** What happens at once, in every order that a scheduler finds. */
export const raceLaws: readonly Law[] = [
  law(
    'P2 P7 races',
    RACES,
    'P2 P7 each day of a contact goes to one draft; who was told so stands in the log, the others were refused',
    line('src/adapters/sqlite/event-store.ts', "if (changes === 0) return 'lost';", ''),
    line(
      'src/application/transact.ts',
      'loaded = await catchUp(deps, stream, aggregate, loaded);',
      'loaded = { ...(await catchUp(deps, stream, aggregate, loaded)), state: loaded.state };',
    ),
    line(
      'src/application/transact.ts',
      'prev_hash: loaded.lastHash,',
      'prev_hash: loaded.stored[0]?.hash ?? loaded.lastHash,',
    ),
    line(CONTACT, 'if (!taken) return accept', 'if (!taken || taken.draftId < data.draftId) return accept'),
  ),
  law(
    'P1 races',
    RACES,
    'P1 of approvals, edits, a change of mind and senders at once, what leaves is the text that was approved',
    line(
      DRAFT,
      "if (draft.textHash !== data.textHash) return refuse('DraftChanged', 'the text changed after you opened this page');",
      '',
    ),
    line(DRAFT, "if (draft.status === 'approved' || draft.status === 'claimed'", "if (draft.status === 'claimed'"),
    [
      line(
        NUDGE,
        "if (draft?.status !== 'approved' || draft.sendAfter === null) return 'nothing-to-send';",
        "if (!draft) return 'nothing-to-send';",
      ),
      line(
        SEND,
        "if (draft?.id !== data.draftId || draft.status !== 'approved' || !facts)",
        'if (draft?.id !== data.draftId || !facts)',
      ),
    ],
    [
      line(
        DRAFT,
        "return draft.status === 'approved' ? accept(happened(ApprovalCancelled",
        "return draft.status !== 'mailed' ? accept(happened(ApprovalCancelled",
      ),
      line(
        DRAFT,
        "if (draft.status === 'claimed' || draft.status === 'unknown') return refuse('TooLate', 'the mail is already leaving');",
        '',
      ),
    ],
  ),
  law(
    'P2 P3 races',
    RACES,
    'P2 P3 of two sends, an answer, a stop, a close, a hold and a change of mind at once, one nudge leaves at most and none after them',
    [
      atAnyVersion,
      line(
        SEND,
        "if (draft?.id !== data.draftId || draft.status !== 'approved' || !facts)",
        'if (draft?.id !== data.draftId || !facts)',
      ),
    ],
    [atAnyVersion, line(SEND, 'if (stopped) return refuse(', 'if (stopped === "expired") return refuse(')],
    line(NUDGE, "if (standingOf(contact.state) !== 'fine') return 'the contact was closed meanwhile';", ''),
    line(
      'src/aggregates/quote/reply.ts',
      "leaving: state.draft?.status === 'claimed'",
      'leaving: state.draft !== null',
    ),
  ),
  law(
    'P5 races',
    RACES,
    'P5 of two quotes of one contact sent at once, one leaves on that day and the other is put off',
    line(
      CONTACT,
      "return same ? alreadySo : refuse('DayTaken', 'this contact already had a nudge today');",
      'return alreadySo;',
    ),
  ),
  law(
    'P9 races',
    RACES,
    'P9 two or three at once do what one does, and one more adds nothing',
    line(
      'src/aggregates/period.ts',
      'state.checked ? alreadySo : accept(happened(DayChecked, data, null))',
      'accept(happened(DayChecked, data, null))',
    ),
    line('src/application/check-day.ts', 'state.lastOffered === today', 'false'),
    line('src/aggregates/quote/reply.ts', 'checked <= expires || state.expired || ', 'checked <= expires || '),
    [
      line(
        'src/application/check-day.ts',
        "whatIsDue(state, 'fine', cadence, policy, today).kind === 'offer' ? planMove(state, command) : alreadySo",
        'planMove(state, command)',
      ),
      line(DRAFT, 'if (state.draft || state.lastOffered === command.checked) return alreadySo;', ''),
    ],
  ),
];
