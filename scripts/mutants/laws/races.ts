import { type Law, law, line } from '../law.ts';

const RACES = 'tests/properties/races.test.ts';
const DRAFT = 'src/aggregates/quote/draft.ts';
const SEND = 'src/aggregates/quote/send.ts';
const NUDGE = 'src/workflows/nudges/send-nudge.ts';
const CONTACT = 'src/aggregates/contact.ts';
const READINGS = 'tests/properties/readings.test.ts';
const SHEET = 'tests/e2e/sheet-and-log.test.ts';
const FOLLOW = 'src/aggregates/quote/listing.ts';
const SYNC = 'src/workflows/sheet-sync/sync-sheet.ts';
const CHECK = 'src/workflows/daily-check/check-day.ts';
const OLDER_SAYS_NOTHING = 'if (reading.version < state.sheetVersion) return noChange;';

const atAnyVersion = line(NUDGE, 'state.version === seen\n', 'seen > 0\n');

/** What happens at once, in every order that a scheduler finds. */
export const raceLaws: readonly Law[] = [
  law(
    'P2 P7 races',
    RACES,
    'P2 P7 each day of a contact goes to one draft; who was told so stands in the log, the others were refused',
    line('src/adapters/sqlite/event-store.ts', "if (changes === 0) return 'lost';", ''),
    line(
      'src/event-store/transact.ts',
      'loaded = await catchUp(deps, stream, aggregate, loaded);',
      'loaded = { ...(await catchUp(deps, stream, aggregate, loaded)), state: loaded.state };',
    ),
    line(
      'src/event-store/transact.ts',
      'prev_hash: loaded.lastHash,',
      'prev_hash: loaded.stored[0]?.hash ?? loaded.lastHash,',
    ),
    line(CONTACT, 'if (!taken) return emit', 'if (!taken || taken.draftId < data.draftId) return emit'),
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
        "return draft.status === 'approved' ? emit(newEvent(ApprovalCancelled",
        "return draft.status !== 'mailed' ? emit(newEvent(ApprovalCancelled",
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
      "return same ? noChange : refuse('DayTaken', 'this contact already had a nudge today');",
      'return noChange;',
    ),
  ),
  law(
    'P9 races',
    RACES,
    'P9 two or three at once do what one does, and one more adds nothing',
    line(
      'src/aggregates/report-run.ts',
      'state.checked ? noChange : emit(newEvent(DayChecked, data, null))',
      'emit(newEvent(DayChecked, data, null))',
    ),
    line('src/workflows/daily-check/check-day.ts', 'state.lastOffered === today', 'false'),
    line('src/aggregates/quote/outcome.ts', 'checked <= expires || state.expired || ', 'checked <= expires || '),
    [
      line(
        'src/workflows/daily-check/check-day.ts',
        "return due.kind === 'offer' ? planMove(state, { offer: due.offer, ...plannedAs(due.facts, business) }) : noChange;",
        'return state.facts ? planMove(state, { offer: one.offer, ...plannedAs(state.facts, business) }) : noChange;',
      ),
      line(DRAFT, 'if (state.draft || state.lastOffered === command.checked) return noChange;', ''),
    ],
  ),
  law(
    'P14 readings',
    READINGS,
    'P14 in any order leave the quote as the newest says, and once that was followed no older one changes anything',
    line(FOLLOW, OLDER_SAYS_NOTHING, ''),
  ),
  law(
    'P14 readings',
    READINGS,
    'P14 that syncs and checks follow at once, in every order, leave the quote as the newest sync says',
    line(FOLLOW, OLDER_SAYS_NOTHING, ''),
  ),
  law(
    'P14',
    SHEET,
    'P14 a daily check that read the mirror before a sync put a newer one does not reopen a quote that was closed as won meanwhile, and nothing is sent for it',
    line(FOLLOW, OLDER_SAYS_NOTHING, ''),
  ),
  law(
    'P14',
    SHEET,
    'P14 of two syncs the one that read the older sheet changes neither mirror nor log, though it comes to its put later',
    line(SYNC, 'return version < last.version ? null :', 'return version < 0 ? null :'),
  ),
  law(
    'P14',
    SHEET,
    'P14 a quote that says something else than its row is brought in line by the next sync of an unchanged sheet, whatever made it differ',
    line(
      SYNC,
      'data.sheetVersion !== sheetVersion) again.add(quote_id);',
      'data.sheetVersion !== sheetVersion) return;',
    ),
  ),
  law(
    'P14',
    SHEET,
    'the gate asks the row itself nothing leaves for a row that says ',
    line(SEND, "if (facts.rowStatus !== 'open' && cellSpeaks(", "if (facts.rowStatus === 'withdrawn' && cellSpeaks("),
  ),
  law(
    'P14',
    SHEET,
    'a decision that cannot be written back stands: neither sync nor check undoes it, and the cell is written when it can be',
    line(FOLLOW, '(unwritten === null || status !== unwritten.was)', 'status !== null'),
  ),
  law(
    'P5',
    SHEET,
    'P5 one contact, one offer a day holds when the check crashed and the first quote’s row is ',
    line(CHECK, 'if (offered && !seen.has(quote_id)) unseen.add(quote_id);', ''),
  ),
  law(
    'P5',
    SHEET,
    'a check that loses the race for its plan plans nothing for a contact whose turn it never asked about',
    line(CHECK, 'if (facts.contactRef !== contactRef) return', "if (facts.contactRef === '') return"),
  ),
];
