import type { Phrases } from '../phrases.ts';

const OTHER =
  "(someone else|somebody else|something else|elsewhere|another (one|company|supplier|vendor|contractor|provider|firm|offer|quote|quotation|option|party|bid|bidder|partner|agency|solution|product|shop|team|direction|route)|the other (company|supplier|vendor|contractor|provider|firm|bidder|agency|venue|builder)|(a|some|the) (different|competing|cheaper|rival|lower|local|better) (one|company|supplier|vendor|contractor|provider|firm|offer|quote|quotation|option|party|bid|bidder|partner|agency|solution|product|shop|team|business)|(a|your|their|our|the) competitors?('s)?|competition|(our|the|my|an) (existing|current|incumbent|previous|usual|regular|old) (one|supplier|vendor|contractor|provider|firm|partner|agency|team)|(a|the|my|our|his|her) (friend|neighbou?r|colleague|relative|cousin|brother|uncle|father|son|dad|nephew|sister|family)('s)?( \\w+)?|in-?house)";

export const english: Phrases = {
  language: 'en',
  marks: "the|and|we|you|your|is|are|for|with|this|that|have|thanks|thank|please|it's|i'm|we'll|not|quote",
  accept: `
(get|put|add) (us|me) (on|onto|into|in) (the|your) (schedule|calendar|diary|books|list for)|(po|purchase order)( (no\\.? ?|number )?\\d+)?( has been| was| is)?( now)? (raised|issued|submitted|approved)
(we|you|i)( can| may|'ll| will)( now| then)? (move|go) (ahead|forward) with (your|the|this) (offer|quote|proposal|quotation|order|work|job|project)(?! (once|if|when|as soon|after|but|only|competitor))
(big |it's a |a )?thumbs up( from (us|me|our (end|side)|the (team|board|boss)))?(?=\\s*([.!,;]|$))
(please|pls) find( attached| enclosed)?( our| the| my| a)* (po|purchase order|signed \\p{L}+)( (no\\.? ?|number )?\\d+)?( is)? (attached|enclosed|below)
(po|purchase order) (no\\.? ?|number |# ?)?\\d[\\w-]*( is| are)?( now)? (attached|enclosed|below|to follow|herewith)
that'?s( all)? agreed(?=\\s*([.!,;]|$))|(had|got|have|received|obtained|secured)( the| our)? (sign-?off|go-?ahead|approval) from (the |our |my )?(head office|board|boss|management|client|owners?|director|cfo|ceo|finance|committee)
(all )?(good|fine) (from|on|at) (our|my) (end|side)(?=\\s*([.!,;]|$))(?<!(seem|seems|seemed|if) (all )?(good|fine)[^.!,;\\n]*)
(budget|funding|money|funds)( has| have| is)?( now)?( been)? (released|signed off|freed up|available),? (so )?(please|we can|you can|let'?s|go)
(?<=^|[.!,;\\n] ?)ordered(?=\\s*([.!,;]|$))|(we|i) hereby order(?! (you|that))|(we|i) (would like to |'d like to )?order(?=\\s*([.!,;]|$))
(happy|pleased|delighted|glad|keen) to go (with|for) (this|it|that|the (quote|offer|full|whole)|your|option \\w+)(?! competitor)
(ceo|boss|director|manager|client|husband|wife|owner|board|he|she|they|partners?|management)( has| have|'ve|'s)? (now |just |finally )?signed( it| off| the (contract|quote|offer|proposal|agreement))?(?=\\s*([.!,;]|$))(?! with)
(contract|agreement|proposal|quote|document)( is)? (signed and )?(attached|enclosed)(?=\\s*([.!,;]|$))(?<=signed[^!?\\n]{0,40})
(confirm|confirming) (the|our|my|this) (booking|reservation|appointment|slot|order|purchase) (for|of|on)
(just )?(crack on|get cracking|fire away|full throttle)(?=\\s*([.!,;]|$|with (it|the (work|order|job))))
happy for you to (start|go ahead|proceed|begin|do (it|this|the work))
(quotation|quote|offer|price|proposal|terms|estimate|everything|figures|numbers)( in (it|there))? (is|are|looks?|seems?)( all| perfectly| quite)? (acceptable|fine|good|great|perfect|ok|okay|agreeable) (to|for|with|by) (us|me)
(please|pls|plz) (issue|send|raise|email)( us| me)?( over| through)? (a |the |your )?(pro-?\\s?forma|deposit)( invoice)?
(voted|vote|decision|ruled|came down|decided) (in favou?r of|for|to go with) you(r (offer|bid|quote|proposal))?(?! competitor)
(you can|you may|you're|you are|feel free to|free to)( now| free to| welcome to| clear to| good to)* (start|begin|go ahead|proceed|place the order|schedule (us|it|the)|book (us|it)|ship|deliver|invoice us)
placed (the|an|our|my) order (with you|online with you|through your (site|portal|shop))
(put|mark) (us|me) down for (it|one|two|\\d+|the)
(we're|we are|i'm|i am) on board(?=\\s*([.!,;]|$))
(i|we)('ll| will|'d like to)? have (you|your (team|company)) (do|start|handle)( it| this| the (work|job))
(sounds|looks) (good|great|perfect),? (go|do it|start|book|order|send (the|over)|let's|when can you start)
((please|pls|plz) |kindly |do |just )?go ahead(?! and (wait|charge|tell|explain))
(please|pls|plz|kindly|let'?s|we can|you can|you may|happy to|ready to|like to|want to|wish to|going to|will|'ll|decided to|(please|pls|plz)d to|glad to|good to|ok to|okay to|fine to|should) proceed(?! (to|with) (send|provide|explain|give|forward|share|tell)~)
proceed with (the|this|your|our|it|order)
(happy|(please|pls|plz)d|ready|glad|keen|delighted|excited) to (go ahead|proceed|move forward|move ahead|accept|confirm (the|our|your|this|that (we|i) (accept|would like|want|'d like|approve))|start|get started|sign|place the order)
(?<!\\p{L})(would|we'd|i'd|'d|we|i) (like|love|want|wish) to (go ahead|proceed|move forward|move ahead|accept|confirm|order|place (an|the|our) order|book|get started|start|take you up on|go with you~|buy|purchase|sign|have you do)
(we|i|we'll|i'll|we'd|i'd)( hereby| gladly| happily| formally| will| would| do| shall)* accept(?! (that|the fact|defeat|your apolog|apolog|the apolog|no |credit|cash|card|returns|your (point|reason|explanation)))
accepted
accept (the|your|this) (quote|quotation|offer|proposal|estimate|price|terms)
(quote|offer|proposal|quotation|estimate|price|order|budget|it|this|all)( is| has been| was| are)? ?(now |hereby |formally |fully )?(accepted|approved|signed off|agreed)
(we|i|board|boss|management|director|manager|cfo|ceo|committee|client|wife|husband|he|she|they|team)('ve| have| has)? (just |now |finally )?approved? (the|your|this|it)
approved
(approval granted|granted approval|got (the )?approval|approval is (in|through|here|given))
you have (my|our|the) (full )?(approval|go-?ahead|ok|okay|green light|sign-?off|blessing)
(giving|give|gave|given|get|got)( you| us)?( the| our| my)? (go-?ahead|green light|thumbs up)
(it'?s|this is|that'?s|is|it is) a go
let'?s (do (it|this|that)|go for it|go|move forward|move ahead|get started|get going|get (it|this) (done|moving|going|started|booked|ordered|signed)|start|make it happen|book (it|this)|sign|roll|crack on|get cracking|lock (it|this) in|order|get the ball rolling)
go for it
(we|i|we'll|i'll|we'd|i'd)( will| would like to| want to)? take (it(?! (from|up|slow|back|to|easy|as|into|off|out))|them|all of (it|them)|you up on|(option|package|plan|variant|version) \\w+|the (whole|full|lot|offer|deal|job|first option|second option))
(go|going|went)( ahead)? with (you(?!r competitor)|your (company|quote|offer|proposal|team|firm|bid|quotation|estimate|services?)|this (quote|offer|proposal|option|one)|the (quote|offer|proposal|order|option|installation|work|project|job)|(option|package|plan|variant|version) \\w+)
(we|i)('ve| have)? (chosen|selected|picked|decided on|choose|chose|select) (you|your (company|quote|offer|proposal|firm|bid))
(please|pls|plz) (process|enter|put through|submit|action) (the|our|this|my) order
(?<=^|[.!,;\\n] ?)(do it|ok,? go|okay,? go|go)(?=\\s*([.!,;]|$))
(please|pls|plz) get (started|going)
(decided|happy|pleased|delighted|going|want) to (award|give)( you)? (the|this|our) (contract|job|order|work|project|tender|business)( to (you|your))?(?! to (?!you))
happy with (the|your|this) (quote|quotation|offer|proposal|estimate|price)(?=\\s*([.!,;]|$|and))
(deposit|down ?payment)( has| was| is)?( just| already| now)? (been )?(transferred|paid|sent|wired)
you('ve| have)? (got|have|won|get|got yourself|got yourselves) (the|our|a|yourself a|yourselves a) (job|contract|order|business|deal|work|customer|tender|bid)
you (won|are hired)|you're hired
the (job|contract|order|work|project|deal)('s| is) yours
(we|i)( hereby| would like to|'d like to)? confirm (the|our|your|this|my|that) ?(order|booking|acceptance|purchase|we want|we accept|we would like)
(order|booking)( is| has been)? confirmed
confirmed
consider (this|it)( as)?( our| my| an| the| a| your)?( formal| official| firm)? (order|acceptance|approval|confirmation|po|purchase order|go-?ahead|yes|done|confirmed|sold)
(this|(please|pls|plz) take this)( email| mail| message)? (is|as) (our|my) (formal |official |firm )?(order|acceptance|approval|confirmation|po|purchase order|go-?ahead)
plac(e|ing) (the|an|our|this|my) order
(purchase order|po|p\\.o\\.?|order form|signed (copy|quote|contract|proposal|agreement|offer|quotation|estimate|version|document|pdf|form)|signed( and \\w+)?)( is| are)?( now)? (attached|enclosed|below|included|to follow|follows|coming|on (its|the) way|in the attachment|herewith)
(attached|enclosed|here|find attached|find enclosed|attaching|sending|sent|returning|herewith)( is| are|'s| you will find| (please|pls|plz) find| you)?( the| our| a| your| over| back)*( fully| duly)? (signed|countersigned|po|purchase order|order form)
(po|purchase order) (number|no\\.?|#|\\d)
(we|i)('ve| have)? (just )?(signed|countersigned)( (it|the|your|this)( \\w+)?)?( and (returned|attached|sent|scanned)~)?(?! with| up)
signed and (returned|attached|sent|scanned)
(book|schedule|pencil|put|sign|count|slot) (us|me) (in|up|down)
book (it|this)( in)?
(it|that|this)('s| is) a (big |definite |firm )?yes( from (us|me|our side))?
(we|i)('re| are|'m| am) (all )?in(?=\\s*([.!,;]|$))
(good|all set|set|clear) to go
(please|pls|plz) (start|begin|commence|order|deliver|ship|produce|dispatch|supply)(?! (by \\p{L}+ing|with (a|an|some|your)|(us |me )?(with )?(a|an|any|some|more|further|full|your|details?|samples?|references?|drawings?|information|info|data|photos?|pictures?|documents?|proof|evidence)(?!\\p{L})))
(please|pls|plz) (issue|raise|send|prepare|draw up)( me| us| over| through| across)*( the| your| an| a| our)* ?(deposit |first |final |pro-?forma |service )?(invoice|contract|agreement|paperwork|order confirmation)
(send|invoice)( me| us| over| through| across| the| your| an| a)+ ?(deposit |first |final )?(invoice|contract|agreement|paperwork|order confirmation)
(?<=^|[.!,;\\n] ?)(just )?signed (the|your|it|and)
((please|pls|plz) )?invoice us
(it'?s|it is|we have|we've got|you have|you've got|that'?s|sounds like) a deal
(?<=^|[.!,;] ?)deal(?=\\s*([.!,;-]|$))
(?<=^|[.!,;] ?)agreed(?=\\s*([.!,;-]|$))
(?<=^|[.!,;] ?)sold(?=\\s*([.!,;-]|$))
(we|i)('re| are|'m| am)? (all )?agreed?( to| with| on)? (the|your|this) (price|quote|offer|terms|proposal|estimate|quotation|conditions)
full (steam|speed) ahead
green light
make it so
by all means(?! (necessary|possible))
yes,? (please|pls|plz)
(hire|hiring|engage|engaging|appoint|appointing) (you|your)
want you to (do|start|go ahead|take)
(?<=^|[.!,;\\n] ?)(yes,? |ok,? |okay,? |great,? |perfect,? )?(that|it|this|the (price|quote|offer|proposal)|your (price|quote|offer|proposal)|everything|all)?('s| is)? ?(works( well| fine| great| perfectly)? for (us|me)|(good|fine|ok|okay|great|perfect|acceptable) (with|by|for|to) (us|me))(?=[^?\\n]*$|[.!,])
((please|pls|plz)d|happy|delighted|glad) to (award|offer) you
(we|i)('ve| have)? (just |already |now )?(transferred|paid|wired|sent) (the|your|a) (deposit|down ?payment|first (payment|instal~))
deposit (is )?(paid|sent|transferred|on its way)
`,
  acceptAsking: `
where (do|can|should) (i|we) sign
where (do|can|should) (i|we) send (the|our) (po|purchase order|deposit|signed~)
`,
  pleased: `
(sounds|looks|seems|all looks|everything looks|it all looks) (good|great|perfect|fine|fair|reasonable|excellent|ok|okay|right|amazing)
works (for|well for|fine for) (us|me)
(good|fine|ok|okay|happy|cool) (with|by|for) (us|me|the|your|this|that|it)
love it
(looking forward to|can'?t wait (to|for)) (work|getting|start|see|the|it|your)~
(no|without) objections?
`,
  decline: `
(the|our|my) (answer|decision)( is|'s)( still)? (a )?(firm |definite |clear )?no(?=\\s*([.!,;]|$|and))
(give|giving) (it|this( one)?|that) a miss|(a|the|my|our|his|her) (friend|mate|neighbou?r|cousin|brother|uncle|father|son|dad|nephew|sister|daughter|family)…(is|are|was|will be|ended up)( now)? (doing|handling|building|making|supplying|taking care of) (it|this|that|the (job|work|project))
not this (year|season|quarter|month|time),? (i'm|i am|we're|we are|i) (afraid|sorry)(?=\\s*([.!,;]|$))
(we|i)('d| would) rather not(?=\\s*([.!,;]|$))
(another|a different|other) (firm|company|supplier|contractor|bidder|vendor|quote|offer|bid) (was|is|were|has been) (cheaper|better|lower|chosen|accepted|approved|selected)
accepting (your|the|this) (offer|quote|proposal) is (not possible|out of the question|impossible)
(another|a different|an alternative) (contractor|supplier|vendor|firm|company|provider|bidder)( has| was| is)?( been)? (chosen|selected|appointed|awarded|got|won|hired|given)
(position|slot|job|work|contract|role|order)( has| was| is|'s)?( already| now)?( been)? (filled|taken|awarded|given)( to| by) (another|a different|someone|somebody|an?other|a local|a competitor)
already (sorted|dealt with|taken care of|resolved|covered|done),? (thanks|thank you|cheers)
(do|doing|keep|keeping|bring|bringing|handle|take) (it|this|that|the work|everything) in[ -]house
(you|your (bid|offer|quote))( were| was|'ve been| have been) (outbid|undercut|beaten)
(have|has|had|'ve) no (further|more|longer any) (need|use|requirement|interest)s?( for| of| in)?
(partner|boss|manager|board|husband|wife|client|director|committee|management|he|she|they)( has| have)? vetoed( it| this| that| the \\p{L}+)?
(didn't|did not|haven't|couldn't|failed to) (get|secure|win|obtain|receive|raise) (the )?(funding|budget|money|funds|grant|loan|finance)(?! (yet|until))
(out of|over|beyond|outside)( of)? (our|my|the) (budget|price range)[^.!?\\n]{0,20},? so (we('ll| will| must| have to)|i('ll| will)|it's) (pass|a no|no|leave it|decline)
(we|i)( were| was)?[^.!?\\n]{0,60}(signed|went) with (them|him|her)(?=\\s*([.!,;]|$))
(changed?|changing) (my|our|their|his|her) minds?(?! (back|about the (colou?r|size|date|finish)|and (now )?(want|would|we'd)))
(don't|do not|didn't|haven't|hasn't|doesn't|no longer|never) (really )?(have|got|had) (the|a|any|enough|that kind of|sufficient)( \\w+)? ?(budget|money|funds|funding|use|need|room)(?! (yet|until|approval|sign))
(more|higher) than (we|i) (can|could|are able to|want to|wanted to|planned to|are willing to) (spend|afford|pay)
(opted|gone|went|decided|settled|plumped) (for|on|with) (an|a|some|the) (alternative|different|other|cheaper|another) (solution|option|approach|system|product|route|plan|supplier|provider)
(chose|chosen|choose|opted|elected|decided|voted) not to( \\w+)? ?(go|proceed|accept|continue|pursue|order|buy|sign|move|renew|take)?
no longer in (need|want) of
put (a )?(stop|end) to (this|the|our) (project|job|plan|work|order|plans)
had to (stop|cancel|drop|scrap|abandon|shelve|kill|pull) (this|the|our) (project|job|plan|work|order|plans)
(we|i|we'll|i'll|we're|going to|gonna|decided to|will|'ll|better)( just| rather)* (stick(ing)?|stay(ing)?|keep(ing)?)( on)? (with )?(what (we|i)('ve| have)?( already)?( got)?|the (old|existing|current|present) \\w+|our (old|existing|current|present) \\w+)
(isn't|is not|not) (something|a service|anything) (that )?(we|i)('re| are|'m| am)?( really| currently)? (need|want|looking for|interested in|require|pursuing|after)
(manager|boss|wife|husband|client|owner|board|director|partner|he|she|they|finance|management|committee|landlord|bank|customer|ceo|cfo)( has| have| just)? (said|says|voted|ruled|decided) (no|against)(?=\\s*([.!,;]|$|to it|to this|it))
(thx|thanks|thank you|ty|cheers),? but,? no,?( thx| thanks| thank you| ty)?
(beat|undercut|outbid) you( on| to| by)?
(you )?(didn't|did not) (make the cut|get (the|this) (job|contract|order|work|tender|project))
we have (now )?(appointed|engaged|hired|selected|chosen|picked) (another|a different|somebody|someone)
(have to|must|going to|'ll|will|regret to|afraid (we|i) (have to|must)) (say no|give (it|this) a miss)
lost interest
(renovation|project|job|deal|event|wedding|build|move|order|party|purchase|sale|install~)( is|'s| was| has been)( now)? off(?=\\s*([.!,;]|$))
ended up (hiring|using|buying|going|choosing|doing|ordering|signing|with)
(sorted|solved|handled|fixed|done|resolved|built|made) (this|it|that)( out)? (in-?house|internally|ourselves|elsewhere|ourself|without)
(bought|got|ordered|found) (one|it|them|something) (on|at|from|through|via|elsewhere|second|used|online|locally)
(we|i|we'll|i'll|we're|i'm|we'd|i'd)( will| are| am| have to| need to| going to| gonna| think we'?ll| think i'?ll|'ve decided to| have decided to| decided to| must| rather| would rather| both)* (have to )?pass(ing)?(?=\\s*([.!,;–-]|$)| on (this|it|the|your)| for now| this (time|one|year)| at this| thanks?| thank you| unfortunately| i'?m afraid)
no,? thank(s| you)(?! (needed|necessary|required|to))|no,? but thank(s| you)|thanks,? but no|no to (this|the|your)|hard (no|pass)
(not|no longer|never|aren't|isn't|ain't|am not|wasn't|weren't) (really |particularly |that |at all |actually |currently |longer )?interested(?! in (?!this|it|your|the (offer|quote|quotation|proposal|service|product|project|job|work)|going|proceeding|buying|pursuing|continuing|moving|any(thing)? |purchasing|working|these|that))
no (longer|more) (need(?! to| the (discount|change|revis|extra|delivery|option))|needs|needed|require|requires|required|looking|in the market|want|wanted|pursuing|relevant|necessary|happening|going ahead)
(not|aren't|isn't|no longer) (going ahead|going forward|proceeding|moving forward|moving ahead|pursuing|looking to (buy|proceed|purchase)|in a position to|able to (proceed|go ahead|accept|move forward|afford|take|commit)|buying|taking (this|it|you up)|renewing)
(won'?t|will not|not going to|aren'?t going to|isn'?t going to|don'?t (want|wish|intend|plan) to|do not (want|wish|intend|plan) to|decided not to|chosen not to|opted not to|elected not to|choosing not to|prefer not to|can'?t|cannot|can not|unable to|couldn'?t|not able to|decided against|choose not to)( \\w+ly)? (be )?(go(ing)? (ahead|forward|with|through with|for)|proceed(ing)?|mov(e|ing) (forward|ahead)|accept(ing)?|order(ing)?|need(ing)?|tak(e|ing) (it|this|you|your|the|part)|us(e|ing) (it|this|you|your)|buy(ing)?|purchas(e|ing)|sign(ing)?|continu(e|ing)|pursu(e|ing)|requir(e|ing)|afford|justify|hir(e|ing)|work(ing)? with you|do(ing)? (it|this|business))
decided (against|not to)
(decided|going|'ll|will|rather|think we'?ll|think i'?ll|prefer|choosing|chosen|opted)( to)? (leave it|give (it|this) a miss|let (it|this) go|sit this one out|skip (this|it)|drop (it|this)|call it off)
(budget|funding|request|proposal|project|purchase|expense|quote|it|this|that) (was|has|is|were|did|got)(n't| not)( been| get)? (approved|granted|signed off|authori[sz]ed|funded|accepted|passed)
(it|that|this|its|thats)('s| is)? (an? )?(firm |definite |clear |hard |polite |big |sadly |unfortunately )*no(?=\\s*([.!,;]|$|from|for))
already (signed|gone|contracted|booked|engaged|committed|agreed|working|went|arranged)( up)? (it )?with(?! you)
(it|this|that|they|work|service|system|job)('s| is| are|'re|s)?(n't| not| no longer) (needed|required|necessary)
(nah|no|nope),? (we'?re|i'?m) (good|fine|ok|okay|all set|sorted)
(go|goes|going|gone|went|choose|chosen|chose|opt|opted|opting|select|selected|pick|picked|sign|signed|stick|sticking|stay|staying|accepted|accept|accepting|award|awarded|hire|hired|using|use|used|found|bought|ordered|purchased|placed|given|gave|approved|decided|decide|settled|awarding|switched|taken|took|contracted|engaged|booked|appointed)…${OTHER}
(go|going|gone|went|heading|moving) (in )?(a |another )?(different|another|other) (direction|route|way)
(have to|must|going to|gonna|will|'ll|would like to|'d like to|want to|regret to|respectfully|need to|afraid we|sorry to|we|i|hereby|politely|to)( \\w+ly| have to)* decline
declin(ed|ing)
reject(ed|ing)?
turn(ed|ing)? (it|this|you|your (offer|quote|proposal)|the (offer|quote|proposal)) down|turn(ed|ing)? down
(it's |this is |is |it is |that's )?(just )?not (for us|for me|a (good |great |real )?fit|what (we|i)('re| are|'m| am| were| was)? (looking for|after|need|want)|the right (fit|one|time|solution)|(this time|on this occasion)|right for (us|me)|worth it|going to happen|happening)
(we|i)('ve|'d| have| had)? (already )?(found|bought|ordered|sorted|hired|chosen|engaged|booked|solved|got|fixed)( it| this)?( out)? (a|an|another|someone|somebody|it|elsewhere|the problem|the issue|something|what we need)
(project|job|request|order|plans?|event|work|tender|programme|program|initiative|build|renovation|campaign|contract|enquiry|inquiry)( has| have| is| was| got| are|'s)?( now)?( been)? (cancell?ed|called off|shelved|scrapped|dropped|abandoned|dead|axed|off the table|killed)
(cancel|cancell?ing|cancell?ed|scrap|scrapped|shelved|abandoned|dropped|drop) (the|this|our|my|it|that)(?! ((last|previous|earlier|old|first|\\d[\\d:.]{0,4}( ?[ap]m)?) )?(message|mail|e-?mail|meeting|call|appointment|reminder))( \\w+)?
(withdraw|withdrawing|withdrawn|retract) (the|our|this|my|from)
(close|remove|archive|bin|discard|delete|void) (the|this|our|your|my) (quote|quotation|file|offer|enquiry|inquiry|ticket|request|case|proposal|estimate)
(don'?t|do not|doesn'?t) (need|want|require) (it|this|that|your (services?|product|help|quote|offer|system|work)|these|them|one|any of (it|this|these)|a quote|the (quote|service|work|product|job))(?=\\s*([.!,;-]|$)| any ?more| any longer| now| right now| after all| at (this|the))
(do|did|doing|handle|handling|build|building|make|making|solve|solving|done|keep|take) (it|this|that|the work|the job|everything|care of it) (ourselves|in-?house|internally|myself|on our own)
too (expensive|pricey|costly|dear|much|high|steep|rich) for (us|me|our|my)
(there'?s|there is|we have|we've got|have|got) no (budget|money|funds|funding|use|interest|need|demand|room in (our|the) budget)
budget (was|has been|got|is|'s|has) (been )?(cut|frozen|slashed|withdrawn|pulled|gone|used up|exhausted|spent|rejected|denied)
lost (the|this|our) (tender|bid|project|client|contract|funding|customer)
(didn'?t|did not|haven'?t|have not) (choose|select|pick|chosen|selected|picked|gone with|go with|go for) (you|your|this)
(you|your (bid|offer|quote|proposal|tender))( were| have| was| has|'ve)? (not |un)(been )?(selected|successful|chosen|accepted)
unsuccessful
(we|i)('re| are|'m| am) (all set|all good|good|fine|sorted|covered|ok|okay)(,| -| –)? (thanks|thank you|without|as (we|it))
no need( any ?more| any longer| for (it|this|the|your)| at (the|this))|not needed any ?more|no longer applicable|count us out|count me out
not at this (time|stage|point|moment)|no deal|out of the question|off the table|thanks,? but we'?re good|forget (it|about it)
(wouldn'?t|would not|can'?t|cannot|could not) (recommend|justify) (it|this|the)
`,
  against: `
(far |way |much |a bit |a little |really |simply |just |still |bit |slightly )*too (expensive|pricey|costly|dear|much|high|steep|late|big|long)
(out of|beyond|above|over|exceeds?|outside|exceeding)( of)? (our|my|the) (budget|price range|means|league|limit)
over budget|overpriced|rip-?off|not competitive
(found|got|have|received) (a )?(cheaper|better|lower) (one|offer|quote|price|deal|option)
(keep|have) you in mind
(wish|wishing) you (all the best|luck|well|success|every success)
(all the )?best of luck|good luck
thanks anyway|thank you anyway|thanks all the same
(maybe|perhaps) (next time|another time|in (the )?future)
not a priority
`,
  regret: `
sorry|unfortunately|regret~|afraid|sadly|(we|i|our|my) apolog~|apologies|alas|thanks anyway|thank you for your (time|effort|offer|quote|interest)|thanks for (the|your) (time|effort|offer|quote)|appreciate (the|your)|however
`,
  doubt: `
so (that )?(\\p{L}+ ){1,3}can (look|check|review|read|see|compare|study)
(for|to) (our |your |my |a |legal |further |internal |final )*(review|comments?|checking|perusal|comparison)|to (have a look|look at|review|check|compare)
let's (discuss|talk|speak)|talk (it|this) (over|through)|mull|chew on|have a (look|think|read)|look (it|this) over|(look at|read) (it|this)( through| over| properly)? (this|next|on|tomorrow|tonight|over|later|when)|hold (this|it|off|the (quote|offer|price|order))|pricey|expensive|steep|contact us (then|in|after)|resend
close|closing(?! (the|this) deal)|closed|remov~|forget|without (you|us)|on (our|my) own|from here|anyhow|anyway|another time|gone to|done with|leave it|stay(ing)? with|pick(ed|ing)?|delet~|archiv~|look(ing)? for another|all set|ended up|cancel~|withdr~|reject~|refus~|declin~|stop|disappoint~|wrong|mistake~|error|errors|terminat~|we('re| are) out
if|unless|provided|providing|subject to|as long as|so long as|on (the )?condition|condition~ (that|upon|on)|conditional~|contingent|pending|assuming|until|otherwise|except|apart from|instead|in exchange|in return
(need|needs|have|has|want|wants|like|got|going)( still)? to (check|discuss|talk|confirm with|run|ask|review|think|see|wait|consult|compare|sleep|look|know|understand|clarify|get (approval|sign|a|the|our)|speak|negotiate|decide|go over|read)
check(ing)? (with|in with|internally|first)|waiting (for|on|to)|wait (for|until)|think(ing)? (about|it over)|considering|consider(?! (this|it|that|us|me|yourself) )|comparing|reviewing|evaluating|deciding|undecided|sleep on it
not (sure|certain|yet|ready|quite|entirely|fully|convinced|all|everything|the|until|before|so fast|completely|now)|unsure|maybe|perhaps|probably|possibly|likely|leaning|might|hopefully|hope(ful)? to|hoping
(would|could|can|may|might|we'd|i'd|shall|should) (only |also |be (happy|able|willing|ready) to |consider )?(accept|approve|agree|sign|go ahead|proceed) (at|for|it if|once|when)
(will|'ll) (let you know|get back|come back|revert|decide|discuss|review|think|consider|confirm (by|on|next|tomorrow|later|soon|shortly)|look|see)
let you know|get back to you|come back to you|keep you posted|touch base
discounts?|cheaper|lower(ed|ing)?|reduc~|negotiat~|best price|match|counter-?offers?|halfway|knock off|shave|sharpen|come down|better (price|deal|offer|terms)|less expensive|price (drop|cut|match)|cut the
revis(e|ed|ion|ions|ing)|amend~|adjust~|modif~|chang(e|es|ed|ing)|updated? (quote|version|offer|proposal|price)|new (quote|offer|version|price)|another (quote|offer|version)|corrected?|corrections?|fix (the|this)
only(?=\\s*([.!,;]|$))|only (the|part|item|items|half|one|two|three|for|take|phase|want|need|with|a)|just (the|item|items|part|one|two|half|phase|want|a quick)|half|partial(ly)?|part of|parts of|some of|first (phase|item|half|part|two)|without the|minus|excluding|exclude|remove|drop|skip|leave out|not including|everything (but|except)|all (but|except)|smaller|fewer
almost|nearly|in principle|in theory|theoretically|verbal~|draft|tentativ~|provisional~|preliminar~|sort of|kind of|partly
before (we|you|i|signing|proceeding|going|ordering|accepting|that)|once|after (we|you|the|our|i|that|my|a|your)|as soon as|when(ever)? (we|you|the|our|they|it|he|she|i|my|your)|first (need|want|we|i|you|please|let|send|tell)|from (someone|another)
still (need|waiting|deciding|looking|reviewing|comparing|some|have|has|open|not|unclear|under|considering|discussing|in)
(a|one|some|few|two|three|couple of|more|another|any|my|quick|small|with|have) (more |final |last |quick |small )?(questions?|concerns?|doubts?|reservations?|comments?|issues?|conditions?|points?|remarks?|caveats?|things?)(?! (left|remain))
concern~|worr(y|ied|ies)|issues? with|problems? with|clarif~|more (information|info|detail~)|explain|how much|how (is|was|will|would|many|about)|what (about|if|is|are|does|would)|tell (me|us)|which (one|option|of)|why
(is|are) there any~|any (flexibility|room|wiggle|chance|possibility)|ask (me|us|my|our)|(contact|call|email|ping|remind|try|catch) (me|us) (again |back )?(in|after|next|on|when|later)|try (me|us)? ?again|circle back|later|next (year|quarter)|not ready|postpon~|delay(ed)?|on hold|on ice|paused?|up in the air|revisit
(need|needs|get|seek|await|awaiting|waiting|for|requires?|pending|subject) (an |the |final |formal |their |his |her |my |our )?(approval|sign-?off|consent|permission|decision)
approval from|(boss|manager|board|committee|management|director|cfo|ceo|partner|wife|husband|client|legal|finance|procurement) (needs?|has to|must|wants?|is|will|would|to|might|may|says?|said|hasn'?t|have)
(mis)?understand~|suppose(d)?|pretend~|told|saying|someone said|you (said|asked|wrote|say|want|mention~)|(he|she|they|who) (said|says|wrote|told)|as if|imagine|joke|joking|kidding|not really|allegedly|example
does|did (you|we|they|i|anyone)
for (free|less|half)|(at|for|do|say|offer|pay|make it|take it for) (?:[$€£¥]|s\\$|usd|eur|gbp|sgd)? ?\\d[\\d.,]*k?(?! ((of )?(january|february|march|april|may|june|july|august|september|october|november|december)|am|pm|units|pieces|days|weeks|people|guests|months|sets|pcs|years))|\\d+ ?(%|percent) (off|less|discount)
`,
  doubtNo: `
if (you|we|the|it|there)|unless|until|(can|could|would|will) you|ask (me|us)|try (me|us)? ?again|(contact|call|email|ping|remind|write) (me|us) (again |back )?(in|after|next|when|later|on)|get back to (me|us)|check (back|in again|again)|circle back|come back (to (me|us) )?(in|after|next|when|with|later)|reach out (again|in|next|after)|follow up (with (me|us) )?(in|next|after|again)|get in touch (again )?(in|after|next)|talk (again )?(in|after|next)|yet|on hold|postpon~|maybe|might|perhaps|reconsider|revisit|counter-?offer|(for|at) the moment|right now|for now we|either|undecided|not sure|whether|both options|discount|come down|sharpen|better (price|offer|deal)|lower (the|your)( \\w+)? price|phone|before|only|without|otherwise|haven'?t (decided|yet)|(?<!(could|can|able to) )start|begin|(?<!could )commence|deliver|ship|install
`,
  turn: 'but|however|although|though|yet|nevertheless|nonetheless|that said|still,',
  us: 'you|yours|your (?!competit~)\\p{L}+|over|rather than|than|instead of|not',
  others: `
another|others?|else|elsewhere|someone|somebody|competitors?('s)?|competing|rivals?|in-?house|ourselves|instead|friends?|neighbou?rs?|cousins?|brothers?|cheaper|they('re| are)?|their|different (company|supplier|vendor|contractor|provider|firm)|existing supplier|incumbent
`,
  not: "not|\\p{L}+n't|cannot|cant|wont|dont|never|no|nor|neither|without|hardly|barely|refuse to|nothing|hesitant to|reluctant to|unable to|rather than|instead of|far from|nobody|none",
  yes: 'yes|yep|yup|yeah|aye|sure|yes indeed|yes sir|yes absolutely|of course|absolutely|definitely|affirmative',
  no: 'no|nope|nah|negative|no way|no sir',
  polite:
    'hi|hello|hey|dear|good (morning|afternoon|evening)|please|pls|thanks|thank you|thx|ty|cheers|so much|very much|a lot|many|all|again|best|kind|warm|regards|greetings|sincerely|yours|brilliant|great|perfect|from|us|me|team|everyone|there|sir|madam|sorry|all the best|have a (good|nice|great|lovely) (day|one|weekend|week|evening)',
  harmless: `
(please |kindly |can you |could you )*(confirm|acknowledge)( the| safe| your)* receipt( of (this|my|our last|the above)[^.!?\\n]*)?
(we're |we are |i'm |i am )?(waiting|await(ing)?|look(ing)? forward)( for| to)?( receiving| getting| seeing)? (the|your|an?) (invoice|contract|paperwork|confirmation|agreement|documents|order confirmation|start|delivery)
(please )?(let (me|us) know|contact (me|us)|call( me| us)?|feel free|shout|ping me|reach out|get in touch)[^.!?\\n]{0,40}(if|when|once|should)[^.!?\\n]*
if (you have|there are|you've|you need|anything|something|you require|you want|you could also|necessary|needed|not already|so)[^.!?\\n]{0,30}(questions?|anything|else|more|further|info~|detail~|help|queries|necessary|needed|done|missing|required)
if (possible|that'?s ok|that is ok|that works|necessary|needed)
(as soon as (possible|you can|convenient|practical)|whenever (you'?re ready|you can|you (like|want|wish|please)|suits|it suits( you)?|convenient)|when you('re| are) ready|when you can|when you get a (chance|moment)|at your (earliest )?convenience|once again|at once|only just|not only)
(,? )?but thank(s| you)( very much| so much)?( for[^.!?\\n]*| anyway)?
(sorry|apologies|apologise|apologize)( about| for)? (the|my|our|such a|a|this|taking|not|being|it took) ?(late|delay~|slow|long|belated|so|such|silence|getting|replying|wait|radio)[^.!?,;\\n]{0,40}((,|;)? but)?
(maybe|perhaps|possibly|hopefully)? ?(for |on |to )?(next time|another time|some other time|in (the )?future|future (projects?|work|needs|opportunit~|jobs?|requirements?))
(no|not) later than[^.!?\\n]{0,20}|not a problem|no (problem~|worries|issues?|concerns?|questions?|changes|rush|hurry|further questions|more questions|objections?|need to (change|revise|wait|amend|discuss|call|meet))
(have|has|had) no (further |more |other |additional )?(questions?|concerns?|objections?|comments?|issues?|changes)
without (any )?(further )?(delay|ado|hesitation|reservations?|changes)
(after|having|following|upon) (careful|much|some|long|further|due|thorough|internal|a lot of|review~|compar~|consider~|discuss~|speaking|talking|looking|weighing|careful~)[^.!?;]{0,40}?(consideration|thought|deliberation|review|discussion|comparison|options|the team|my (boss|manager|wife|husband|team|partner)|internally|everything|our (board|team|client|management)|it over|several quotes|quotes|offers)?(?=[,.; ])
(don'?t|do not|please do not|never) hesitate
can'?t wait
why not,? (let'?s|go ahead)
it (took|was) (a while|some time|a long wait|tight),? but
nothing (else|further|more) (to (add|discuss|change)|needed|from (us|our side))
(do|did) (you )?(get|receive) (it|this)
any (other|further|more) (questions|information)
as (discussed|agreed|quoted|is|per (your|the|our) (quote|offer|proposal|discussion|call))
for (your|the) (patience|understanding)
what'?s next
thank(s| you) for (changing|revising|updating|adjusting|the (new|revised|updated|lower|reduced)|lowering|reducing|explaining|clarifying|the (clarification|explanation|discount|information|info|details)|your (explanation|clarification|patience|understanding|consideration))[^.!?;]{0,40}
`,
  practical: `
(when|how soon|how quickly|what (date|day|time|is the next|are the next)|which (day|date)|where|who|what'?s (the )?next|what next|what else do you need|what do you need|how (do|should|can) (we|i) (pay|proceed|sign|transfer|send|go about))
(can|could|would|will) you (please |kindly |also )?(send|start|begin|invoice|confirm|schedule|book|ship|deliver|let|share|forward|call|email|get|come|arrange|pencil|make sure|put|do (it|the work|this) (on|next|this)|issue|raise|order|dispatch)
(do|does|shall|should|can|could) (you|we|i) (need|require|send|pay|sign|transfer|call|expect|want (me|us) to|start|begin|come)
is (next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \\d|early|mid|late)
is there (anything|something) (else )?(you need|we need|i need|to sign|else)
`,
  money:
    'price|prices|cost|costs|cheaper|less|discount|lower|reduce|deal|better|terms|warranty|guarantee|free|included?|revis~|new|quote|instead|without|budget|%|percent|match|option|change',
  away: `
out of (the |my )?office|ooo|automatic reply|auto-?reply|auto-?response|autoreply|auto reply|automated (reply|response|message)
(i am|i'm|i will be|i'll be|we are|we're|we will be|currently|he is|she is|am|is)( currently| now| presently)? (away|out(?= (until|till|on|from|this|today|tomorrow|all|sick|next|through|with|for (the|a|an|two|three|\\d)|of (the )?(office|town|country)))|on (annual |parental |maternity |paternity |sick |medical |study |bereavement )?leave|on (vacation|holidays?|pto|a business trip|business travel|travel|sabbatical)|travell?ing|abroad|unavailable|off (work|sick)|at a (conference|trade fair|trade show)|attending)
(limited|no|intermittent|sporadic|restricted) (access to (my )?e-?mails?|e-?mail access|access)
(annual|parental|maternity|paternity|sick) leave|on leave|on vacation|on holiday
(back|return~|returning) (to the office|in the office|at work|to work|at my desk) (on|in|from)
(office|offices|shop|we|business|company) (is|are|will be)( now)? closed (until|from|for|through|between|on|over)
(will|i'll|shall) (respond|reply|answer|get back to you|read (your|it)|deal with|attend)…(return|back|when i)
`,
  left: `
no longer (with|at|employed|work(s|ing)?|part of|an employee)…(company|firm|organi[sz]ation|here|employ~|team|us|business|there)
no longer (with|works? (for|at)|working (for|at)|employed (by|at|with)) (?!(a|an|any|my|this|that|it|in)\\b)\\p{L}+|not (employed|part of the (company|firm|team)|with (the (company|firm)|us) any ?more|working (here|for us|for the company)( any ?more)?)
(this|my|the|his|her|that) (e-?mail |mail )?(address|mailbox|inbox|account) (is|has been|will be|was) no longer (being )?(monitored|in use|used|active|valid|read|checked|attended)|(this|my) (mailbox|inbox|account) (is|has been) (unmonitored|deactivated|closed)
(has|have|i've|i have|he's|she's) left (the )?(company|firm|organi[sz]ation|business|us|our)
(left|leaving) (the )?(company|firm|organi[sz]ation)|retired|my last day|moved on (from|to)|changed jobs|new (role|position|job) (at|with|elsewhere)|no longer works
`,
  stop: `
unsubscribe( me| us)?( from)?|opt(ing)? (me |us )?out|(?<=^|[.!\\n] ?)stop(?=\\s*([.!]+|$|\\n))|(?<=^|[.!,;\\n] ?)(please |just |kindly )?stop (it|this|that)(?=\\s*([.!]+|$|\\n))|please,? (just )?stop(?=\\s*([.!,]|$))
stop (all )?(e-?mail~|contact~|messag~|mail~|call~|writ~|spam~|bother~|send~|pester~|chas~|harass~|nagg~|text~|phon~|follow~|remind~)( to)?( me| us| these| this| those| any| your| with| so| the (e-?mails?|reminders?|messages?|follow-?ups?))*
(take|remove|delete|strike|drop|get|cross) (me|us|my (name|e-?mail|address|details|data|contact)|our (name|e-?mail|address|details|company|data)|this (e-?mail )?address)…(off|from|out of)…(list|lists|database|mailing|system|records|contacts|distribution|mailings?|e-?mails?|crm)
(remove|delete) (me|us)(?=\\s*([.!]|$))|(delete|erase|remove) (all )?(my|our) (data|details|contact details|personal data|information|address)
(do not|don'?t|never|not to|no longer|cease to|stop to|quit)( ever| please)? (contact~|e-?mail~|call~|writ(e|ing)( to)?|messag~|mail~|spam~|bother~|text|harass|pester|chase|chasing|approach|send)( me| us)( any~| again| more| further| these| this| such| \\w+)*
(do not|don'?t) (want|wish|like) (to (receive|get|hear|be contacted|be emailed)|any more|any further|further|more|these|your) ?(from you |any |more |further |these |your |such )*(e-?mails?|messages?|mails?|contact|communication~|reminders?|follow-?ups?|from you|again|any ?more|mailings?)?
no (more|further) (e-?mails?|messages?|mails?|contact|follow-?ups?|reminders?|calls|communication~|spam)
leave (me|us) alone|cease and desist|quit (e-?mailing|spamming|bothering|contacting|messaging)|enough with the (e-?mails|reminders)|you are spamming|this is spam|go away(?=\\s*([.!,]|$))|stop the (e-?mails|spam|reminders|messages)|not (be )?contacted again|cease (all )?(contact|communication|e-?mail~)|lose my (number|e-?mail|address)
`,
  notStop: `
(non-?stop|can'?t stop|cannot stop|couldn'?t stop|won'?t stop|don'?t stop|do not stop|never stop~|not stop|stop by|stop in|stop over|stop off|one-?stop|full stop|bus stop|pit stop|tram stop|short stop|stop at nothing|stopped by)
(before|until|till|on|by (phone|telephone|text|whatsapp)|at (home|work|my|this number)|via|during|over the|after \\d|between|for (the )?next|while|in the (morning|evening|afternoon)|today|tomorrow|this week|about the|my (boss|husband|wife|client|colleague|customer|team|manager))
(send|e-?mail) (me|us) (the|an?|any) (invoice|quote|old|paper|hard|printed|revised|new|another (quote|version))
`,
};
