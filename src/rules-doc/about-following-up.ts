import { editDistance } from '../kernel/edit-distance.ts';

const TRIGGER =
  /(?<![\p{L}\d])(?:nudg(?:e|es|ed|ing)|chas(?:e|es|ed|er|ers|ing)|remind(?:s|ed|er|ers|ing)?|follow(?:s|ed|ing)?[- ]?ups?|cadences?|last[- ]calls?|final[- ]calls?|sen(?:d|ds|ding|t)|expir(?:e|es|ed|y|ing|ation)|default(?:s|ed|ing)?(?: \S+){0,2} (?:owner|to)|cover(?:s|ed|ing| for| is)|(?:days?|weeks?|hours?) between (?:them|each|any|two)|quiet[- ]hours?)(?![\p{L}\d])/iu;

/** Mail that must not go to customers is about following up, whatever verb forbids it. */
const FORBIDS =
  /(?<![\p{L}])(?:never|not|don't|no|nothing)(?![\p{L}]).{0,40}?(?<![\p{L}])(?:(?:e-?mail|mail|contact|message|write to|ping|bother|disturb)(?:s|ing)?(?: any| our| the)? (?:customers?|clients?|quotes?)|(?:e-?mails?|mails?|messages?|go(?:es)? out|leaves?)(?! (?:us|me)).{0,20}(?<![\p{L}])(?:on|between|after|before|at|over) (?:the )?(?:weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|holidays?|\d|noon|midnight|night))/iu;

/** "Standard quotes: call at 3 days": a tier, then a colon and days, is a cadence in whatever words. */
const TIER_WITH_DAYS =
  /(?<![a-z])quotes?(?![a-z])[^.:]{0,80}:.{0,200}?(?<![a-z])(?:days?|weeks?|fortnight|\d+\/\d+)(?![a-z])/;

/** A list of holidays by date is about when not to send, though it does not say so. */
const HOLIDAYS =
  /^(?:(?:our|the|public|bank|company) )*holidays?(?: (?:are|is|this year|on))*\s?:? .*(?:\d{4}-\d|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?\d|\d(?:st|nd|rd|th)?(?: of)? ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/;

const MISSPELT = [
  'nudge',
  'nudges',
  'nudged',
  'nudging',
  'chase',
  'chases',
  'chased',
  'chasing',
  'chaser',
  'chasers',
  'remind',
  'reminds',
  'reminded',
  'reminder',
  'reminders',
  'reminding',
  'followup',
  'followups',
  'follow-up',
  'follow-ups',
  'cadence',
  'cadences',
  'send',
  'sends',
  'sending',
  'expiry',
  'expire',
  'expires',
  'expired',
  'expiring',
  'expiration',
  'covers',
  'default',
  'defaults',
  'covering',
] as const;

/** English words one slip away from those: no slip at all. */
const REAL_WORDS = new Set(
  `faults defaulted defaulter defaulters defaulting judge judges judged judging fudge budge nude nudes nudist case cases cased phase phases phased phasing chose choose chooses ease eases
  cease ceases ceased ceasing chaste chasm chasms chafe chafed chafes chafing chaise chast casing charing char chars cheese purchase purchases
  purchased purchasing rewind rewinds remand remands remained remainder remainders minded minder minders reminded render renders rendered
  reindeer rejoinder follow follow-on chas refined refiner refiners remanded rescinded resided refunded remixed remitted remnant
  followed follows follower followers following fellow hollow allow allows flow flows
  spend spends spending tend tends tending sand sands sanding seed seeds seeding bend bends bending lend lends lending mend mends mending fend
  fends fending rend rending vend vends vending wend wends wending end ends ending pending sense senses sensing sen seen sent senders sender
  mend scend ascend ascending upend sends second seconds send-off
  empire empires expert experts expose exposed expires aspire aspires aspired inspire inspires inspired respire umpire exploration aspiration
  respiration inspiration expatriation exporting exploring exposing exciting aspiring export exports explore
  cover lovers lover movers mover rovers hovers hover covert coverts coves comers coders clovers covens cowers covets overs hovering lowering
  recovering recovers recovery uncovers uncovering discovers discovering covered coverings coverage govern governing catering
  credence cadences candence decadence cadenza science`.split(/\s+/),
);

/** Why a sentence must be understood: it speaks of following up, or seems to. */
export type Concern =
  | { readonly kind: 'says' }
  | { readonly kind: 'misspells'; readonly word: string; readonly meant: string };

/** A sentence's concern with following up, or null: then it is let be. `names`: words of people's names, no slips. */
export const concernOf = (low: string, names: ReadonlySet<string>): Concern | null => {
  const slip = slipIn(low, names);
  if (slip) return slip;
  return TRIGGER.test(low) || FORBIDS.test(low) || TIER_WITH_DAYS.test(low) || HOLIDAYS.test(low)
    ? { kind: 'says' }
    : null;
};

const WORDS = /(?<![\p{L}\p{N}@.-])[a-z]{4,12}(?:-[a-z]{2,3})?(?![\p{L}\p{N}@-])/gu;
const FOLLOW_UP = /(?<![a-z])(f[ol]{2,5}ow?(?:s|ed|ing)?)[- ](ups?|pu|upp|u)(?![a-z])/;
const LAST_CALL = /(?<![a-z])([a-z]{3,5})[- ]([a-z]{3,5})(?![a-z])/g;
const NOT_LAST = /^(?:past|list|lost|least|fast|cast|blast|east|vast|lasts?|first)$/;
const NOT_CALL = /^(?:cell|calls|tall|fall|hall|wall|ball|all|mall|calm|called|cal)$/;
const STANDARD_QUOTES = /(?<![a-z-])([a-z]{6,10}) quot(?:e|ation)s?(?![a-z])/g;

const slipIn = (low: string, names: ReadonlySet<string>): Concern | null => {
  for (const [word] of low.matchAll(WORDS)) {
    const meant = names.has(word) ? null : meantBy(word);
    if (meant !== null) return { kind: 'misspells', word, meant };
  }
  const [followUp] = FOLLOW_UP.exec(low) ?? [];
  if (followUp !== undefined && !/^follow(?:s|ed|ing)?[- ]ups?$/.test(followUp)) {
    return { kind: 'misspells', word: followUp, meant: 'follow-up' };
  }
  for (const [words, last = '', call = ''] of low.matchAll(LAST_CALL)) {
    const slips = editDistance(last, 'last', 1) + editDistance(call, 'call', 1);
    if (slips === 1 && !NOT_LAST.test(last) && !NOT_CALL.test(call))
      return { kind: 'misspells', word: words, meant: 'last call' };
  }
  for (const [, word = ''] of low.matchAll(STANDARD_QUOTES)) {
    const near = word !== 'standard' && word !== 'standards' && editDistance(word, 'standard', 2) <= 2;
    if (near) return { kind: 'misspells', word, meant: 'standard' };
  }
  return null;
};

const known = new Map<string, string | null>();

const meantBy = (word: string): string | null => {
  if (word.length < 4 || word.length > 12 || REAL_WORDS.has(word)) return null;
  const before = known.get(word);
  if (before !== undefined) return before;
  const meant = MISSPELT.some(right => right === word) ? null : nearestTo(word);
  if (known.size > 20_000) known.clear();
  known.set(word, meant);
  return meant;
};

const nearestTo = (word: string): string | null => {
  const near = MISSPELT.filter(right => isSlipOf(word, right));
  return near.sort((a, b) => editDistance(word, a) - editDistance(word, b))[0] ?? null;
};

/** Long words bear two slips, short ones one. */
const isSlipOf = (word: string, right: string): boolean => {
  const slips = right.length > 7 && right !== 'covering' ? 2 : 1;
  return editDistance(word, right, slips) <= slips;
};
