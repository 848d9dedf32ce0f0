import { type Finding, good, wrong } from '../finding.ts';
import type { SheetFacts } from '../look/sheet.ts';

/** Sheet and docs are shared with the service account, the sheet as editor. */
export const checkSheet = ({ account, sheetId, problems, rows, mayEdit }: SheetFacts): readonly Finding[] => {
  const share = `open https://docs.google.com/spreadsheets/d/${sheetId}, Share, add ${account} as Editor`;
  if (problems.length > 0) return problems.map(problem => wrong('sheet', problem, share));
  return mayEdit === false
    ? [wrong('sheet', `${account} may read the sheet but not write: outcomes and approved rows cannot be kept`, share)]
    : [good('sheet', `the sheet is shared with ${account}, ${rows} ${rows === 1 ? 'row' : 'rows'}`)];
};
