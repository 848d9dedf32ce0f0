import type { RestReason } from '../../cadence/due.ts';

/** Why a quote rests today, in words that end the sentence "It rests: …". */
export const restReasonText = (reason: RestReason): string => {
  switch (reason) {
    case 'not-listed':
      return 'it is not in the sheet';
    case 'closed':
      return 'it is closed';
    case 'held':
      return 'it is on hold';
    case 'expired':
      return 'its expiry date has passed';
    case 'answered':
      return 'the customer answered';
    case 'contact-stopped':
      return 'the contact asked us to stop writing';
    case 'contact-bounced':
      return 'mail to the contact bounced';
    case 'contact-complained':
      return 'the contact reported our mail as spam';
    case 'reply-unread':
      return 'a reply came in and is not read yet';
    case 'sent-later':
      return 'its date sent is still to come';
    case 'deferred':
      return 'it is put off to a later date';
    case 'send-approved':
      return 'an approved draft is on its way';
    case 'send-unknown':
      return 'nobody knows yet whether the last mail left';
    case 'draft-waiting':
      return 'a draft waits for a decision';
    case 'cap-reached':
      return 'it has had as many nudges as the rules allow';
    case 'too-close':
      return 'the last nudge was too few days ago';
    case 'no-working-day':
      return 'today is not a working day';
    case 'last-call-done':
      return 'the last call is dealt with, nothing follows';
    case 'last-call-too-soon':
      return 'it was sent too few days ago for a last call';
    case 'step-done':
      return 'the next step is still to come';
    case 'no-step-yet':
      return 'its first step is still to come';
    case 'contact-had-its-turn':
      return 'another quote of this contact has its turn today';
    case 'cannot-leave-in-time':
      return 'a nudge could not leave before it expires';
    case 'log-changed':
      return 'its log was changed behind its back, and the admin has not answered for it';
    case 'unreadable':
      return 'this version of the program cannot read its log';
    case 'contact-unreadable':
      return 'this version of the program cannot read the log of its contact';
    case 'system-unreadable':
      return 'this version of the program cannot read the log of the settings, so nothing is planned or sent';
  }
};
