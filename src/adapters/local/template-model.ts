import * as E from 'fp-ts/lib/Either.js';
import { labelByWords } from '../../inbox/label/label-by-words.ts';
import { withoutAccount } from '../without-account.ts';

export const templateModel = withoutAccount(async text => E.right(labelByWords(text)));
