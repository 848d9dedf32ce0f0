const SUBJECT =
  'quotes?|follow(?:ing)?[- ]?ups?|following up|nudg(?:es?|ing)|chas(?:ers?|ing)|reminders?|reminding|cadences?|send(?:ing)?|last calls?|expiry|expiration|quiet hours?|people|team|teams|reps?|owners?|default owners?|defaults|away|absences?|cover|covers|covering|holidays?|limits?|caps?|tiers?|times?|hours?|dates?|days?|weekends?';
const KIND =
  'rules?|polic(?:y|ies)|guide|guidelines?|guidance|notes?|plan|schedule|schedules|timing|settings?|document|doc|handbook|playbook|basics|overview|summary|instructions?|times|dates';
const SMALL =
  "our|the|a|an|how|we|when|what|who|which|to|for|of|on|in|and|or|&|about|with|by|at|do|that|is|are|'s|from|it|its|their";

const ONLY_TITLE_WORDS = new RegExp(`^(?:${SUBJECT}|${KIND}|${SMALL})(?:[ ,:/-]+(?:${SUBJECT}|${KIND}|${SMALL}))*$`);
const NAMES_A_KIND = new RegExp(`(?<![a-z])(?:${KIND})(?![a-z])`);
const SUBJECT_WORD = new RegExp(`(?<![a-z])(?:${SUBJECT})(?![a-z])`);

/** Words that make a line an instruction, however short. */
const INSTRUCTS =
  /\d|(?<![a-z])(?:never|not|don't|no|must|should|always|only|unless|except|please|before|after|every|until|than|most|least|one|two|three|four|five|six|seven|eight|nine|ten|once|twice|if|first|stop|skip|leave|daily|weekly|monthly|chase|nudge|remind|sends?|follow up)(?![a-z])/;

/** "How we chase quotes" only asks, as titles do; with a condition in it it says more. */
const ASKS = /^(?:how|who|what|why) /;
const TURNS = /\d|(?<![a-z])(?:never|not|don't|no|only|unless|except|until|if|must|should)(?![a-z])/;

const MOST_WORDS = 10;

/** "Quote follow-up rules", "Sending:", "# Who covers": a line that only says what comes next. */
export const isTitle = (low: string, heading: boolean): boolean => {
  const text = low.replace(/[:\s]+$/, '');
  if (/[.!?]$/.test(text) || text.split(' ').length > MOST_WORDS) return false;
  if (ONLY_TITLE_WORDS.test(text)) return !/^(?:send|nudge|chase|cover|follow up) /.test(text);
  if (ASKS.test(text)) return !TURNS.test(text);
  return !INSTRUCTS.test(text) && SUBJECT_WORD.test(text) && (heading || NAMES_A_KIND.test(text));
};
