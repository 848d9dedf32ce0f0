import * as E from 'fp-ts/lib/Either.js';
import { labelByWords } from '../../mail-reading/reply-label/label-by-words.ts';
import { withoutAccount } from '../offline-model.ts';

export const templateModel = withoutAccount(async text => E.right(labelByWords(text)));
