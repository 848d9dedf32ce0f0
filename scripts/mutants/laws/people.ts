import { type Law, law, line } from '../law.ts';

const CHAIN = 'tests/e2e/chain.test.ts';
const MISHAPS = 'tests/e2e/mishaps.test.ts';
const CUT_OFF = 'tests/simulation/cut-off.test.ts';
const SYNC_DOCS = 'src/workflows/sheet-sync/sync-settings.ts';

/** What comes in, what is in force, and who may decide. */
export const peopleLaws: readonly Law[] = [
  law(
    'P6',
    CUT_OFF,
    'P6 in the midst of taking a mail in: it reaches its owner',
    line('src/workflows/sweep.ts', '.filter(({ key, modified }) =>', '.filter(({ key, modified }) => false &&'),
    line(
      'src/workflows/replies/ingest-mail.ts',
      'if (isSettledMail(known.state) && !unasked) return;',
      'if (known.state.key !== null && !unasked) return;',
    ),
  ),
  law(
    'P9',
    CUT_OFF,
    'P9 in the midst of a check: run again it offers what an undisturbed one offers',
    line('src/workflows/daily-check/check-day.ts', 'state.lastOffered === today', 'false'),
  ),
  law(
    'P6',
    CUT_OFF,
    'P6 in the midst of the day’s mail that reminds of a reply: it reaches owner and admin in theirs, and in no other',
    line(
      'src/workflows/reports/in-day-mail.ts',
      'about === reply?.id && dayMail === date && ',
      'about === reply?.id && false && ',
    ),
    line(
      'src/aggregates/quote/pending-tasks.ts',
      "!facts.awaitingDayMail.has(to === 'admin' ? facts.adminRef : facts.ownerRef)",
      'true',
    ),
  ),
  law(
    'P10',
    CUT_OFF,
    'P10 in the midst of reading a bad doc: the admin hears of it, and the good one stays in force',
    line(
      SYNC_DOCS,
      '  if (E.isLeft(read)) {\n    const errors',
      '  if (E.isLeft(read)) {\n    await keep(world, DOCS.rules, text);\n    const errors',
    ),
  ),
  law(
    'P10',
    MISHAPS,
    'a sheet that loses all its rows changes nothing, and the admin learns why',
    line('src/workflows/sheet-sync/sync-sheet.ts', 'if (lost) return refuseSheet(deps, version, lost);', ''),
  ),
  law(
    'P12',
    CHAIN,
    'the follow-up chain on SQLite a token cut by one character, or altered, opens nothing',
    line(
      'src/kernel/references.ts',
      "createHash('sha256').update(token)",
      "createHash('sha256').update(token.slice(0, 30))",
    ),
  ),
  law(
    'P12',
    CHAIN,
    'the follow-up chain on SQLite a post without the page, or from a foreign page, is refused',
    line(
      'src/workflows/token-pages/page-request.ts',
      'return keys.some(({ secret }) => sameText(',
      'return keys.some(({ secret }) => true || sameText(',
    ),
  ),
  law(
    'P2 P12',
    CHAIN,
    'the follow-up chain on SQLite the same post fifty times at once approves once',
    line(
      'src/aggregates/quote/draft.ts',
      "if (draft.status !== 'mailed' && draft.status !== 'written') {",
      "if (draft.status === 'planned') {",
    ),
  ),
  law(
    'P12',
    'tests/simulation/late-link.test.ts',
    'P12 a page that was opened in time decides nothing once the seven days of its link are over, and its link opens nothing',
    line('src/workflows/token-pages/draft.ts', '  if (late) return gone();', ''),
    line('src/workflows/token-pages/draft.ts', 'return late && isOpen(opened) ? gone() :', 'return'),
  ),
  law(
    'P12',
    MISHAPS,
    'skipped in one, it cannot be approved in the other',
    line(
      'src/aggregates/quote/evolve.ts',
      "return dealWith(settle(state, draft, 'skipped', null, event.ts), draft);",
      'return dealWith(state, draft);',
    ),
  ),
];
