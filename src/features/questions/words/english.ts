// How people say in English that something works, that it does not, or that they are about to see.
import type { SolvedWords } from '../meanings.rules.ts';

export const english: SolvedWords = {
  language: 'en',
  sets: {
    it: `it, that, this, all, everything, which, @, u, you, your suggestion, your solution, your answer, your fix, your code, your advice, your tip, that one,
      this one, the first one, the second one, the last one, the solution, the fix, the workaround, the trick, restarting, reinstalling, updating, upgrading`,
    adv: `now, just, finally, actually, indeed, really, totally, definitely, seems, seem, seemed, to, has, have, had, all, perfectly, completely, fully, certainly,
      apparently, then, too, also, already, successfully, immediately, instantly, magically, been, have, is, well`,
    fixed: `~fixed, ~solved, ~resolved, sorted, fixd, sloved`,
    repair: `fix, solve, resolve, help, work, change`,
    works: `works, ~worked, wroks, wokrs`,
    trouble: `error, errors, problem, problems, issue, issues, bug, bugs, crash, crashes, warning, warnings, exception, thing, message`,
    thing: `it, that, this, all, everything, {trouble}`,
    is: `is, are, was, were, its, thats, has been, have been, got, gets, be, been`,
    well: `now, again, fine, perfectly, great, beautifully, flawlessly, wonderfully, well, nicely, smoothly, correctly, properly, like a charm, like charm, like magic, as
      expected, as intended, out of the box, alright, wonders, a treat, too, fantastically, very well, ok, okay, thanks, thank, thx, ty, tysm, cheers`,
    hedge: `if, when, whenever, until, till, til, once, unless, after, assuming, hope, hoping, hopefully, wish, wishing, maybe, perhaps, probably, might, should, shouldve, shoulda, would,
      wouldve, could, couldve, will, ill, itll, thatll, can, may, must, to, wonder, wondering, how, why, what, who, where, does, did, do, is, was, are, any, anyone, anybody,
      someone, somebody, has, expect, expected, expecting, guess, think, thought, assume, assumed, assuming, suppose, supposed, not sure, unsure, whether, before, because, since, so that, whatever,
      make sure, ensure, verify, confirm, let me know, tell me, they, he, she, usually, normally, always, only, sometimes, needs, need, want, trying, see, check, way, the way, thats how, thats why,
      i doubt, doubt, believe, i know, knew, known, where, as, like`,
  },
  solved: `
    < {fixed} >
    < {fixed} (it|that|this|now|thanks|thank|thx|ty|cheers|by|using|via|yay|too|guys|already|finally|successfully)
    < ({adv}) ({adv}) {fixed} it|that|this (now) >
    (the) (..) {thing} ({is}) ({adv}) ({adv}) {fixed} (now|it|thanks|by|too)
    (the) {trouble} ({is}) ({adv}) gone|disappeared|solved|vanished (now)
    (the) {trouble} went away
    no (more|longer) (any) {trouble} (anymore|now|any more) >
    no more {trouble}
    i|we ({adv}) ({adv}) {fixed} it|that|this|the now|with|by|using|via|thanks|following|as
    {fixed} it|that|this now|thanks
    all {fixed} (now|out)
    all|everything (is) {fixed} (now)
    got it (all) {fixed}|sorted|working|running (now)
    i|we (have|finally|now|just) got|have|made it|that|this|everything (to) work|working|running (now) >
    it|that|this|everything|u|you|yours ({adv}) ({adv}) did [it|the trick|the job] (now)
    did the trick|job
    {it} ({adv}) ({adv}) ({adv}) {works}
    {it} ({adv}) ({adv}) ({adv}) {works} {well}
    {it} ({adv}) (it|that|this) ({adv}) {works} >
    {it} ({adv}) ({adv}) {fixed} (it|that|this|my|the|everything)
    {it} ({adv}) ({adv}) helped (me|a lot|alot|so much|thanks|thank) >
    {it} ({adv}) ({adv}) helped (me) (a) (lot|alot|thanks|thank)
    {it} ({adv}) ({adv}) to have {fixed}|{works}
    {it} ({adv}) ({adv}) to ({adv}) work (now|fine|well)
    {it} ({adv}) ({adv}) to be working (now|fine)
    {it} ({adv}) ({adv}) to fix|solve|resolve it|that|this|the
    {it} ({adv}) ({adv}) to do the trick
    is|its|now|all|everything|everythings|thats (now|all) working (now|again|fine|perfectly|great|well|properly|correctly|like|as|thanks|ok|okay|too) (now|again|well|a charm|expected)
    < working now|again|fine|perfectly|great|well|thanks
    < working >
    {works} {well}
    < ({adv}) {works} >
    < {works} for me
    ok|okay|yes|yep|yeah|great|cool|nice|perfect|awesome|sweet|ah|aha|oh|wow|yay|hey|good|amazing|brilliant , (that|it|this) (now) {works}|fixed|solved (now)
    that was it >
    < that was it
    that|it|this was|is (indeed|exactly|actually) the|my problem|issue|culprit|cause|mistake|solution|fix|answer|bug
    you|u were|are|was (absolutely|totally|completely|so) right , (it|that|the) (..) {works}|fixed|was
    it|that|everything|all|this (now) runs|builds|compiles|loads|starts|connects|passes|boots|launches|opens (now|again|fine|perfectly|without) (now|again|fine|problems|errors)
    now it|that|everything|this (all) works|runs|builds|compiles|loads|starts|connects|passes|boots|opens
    it|everything|that started working
    back to normal
    back up and running
    up and running now|again|thanks
    < all (is) good|set|ok|okay now
    problem solved|gone|fixed|sorted
    issue|bug|error|question solved|fixed|gone|resolved|sorted|answered
    that|this|you (just) (completely|perfectly|fully) answered|answers my question
    my question (was|is|has been|got) answered
    < success >
    consider it|this|that {fixed}
    can|you (can) (be) mark|marked|close|closed (it|this) as solved|resolved|fixed
    marking (it|this) as solved|resolved
  `,
  courtesy: `
    [youre|your|ur|you are|u r] (very|most|always) welcome
    < welcome >
    no problem|problems|prob|probs|worries|biggie >
    < np
    < yw
    < no worries
    < anytime
    < any time >
    my pleasure
    glad|happy|good|great|nice|pleased to help|hear|know|be|see|have
    glad|happy (that) i|it|that|you|we|this|u could|helped|works|worked|got|was|is|found|fixed|sorted|solved
    good|best|gl luck
    good luck
    < gl >
    < [glad|cool|nice|great|awesome|perfect|sweet|yay|congrats|congratulations|nice one|good job|well done|excellent|lol|haha] >
    have fun
    happy coding|hacking
    dont mention it
    happens to all|everyone|everybody|the
  `,
  trying: `
    [ill|i will|lemme|let me|gonna|going to|will|imma|i shall|lets] (..) try|check|test|see|look|read|give|take|have|do|investigate|experiment|play|dig|study|search|google|report|attempt|implement|go|watch|explore|research|put|add|change|update|install|run|use|restart
    trying (it|that|this) (out) (now|again|right)
    < (..) trying
    will report (back)
    one|1 sec|second|moment|minute|min
    give me (a|one|1|some) (few) sec|second|moment|minute|min|minutes|time
    brb
    gimme a sec|second|min
    i [have to|need to|want to|should] (..) try|check|test|read|look
    try it|that|this (out) tomorrow|later|tonight|now
    look|looking into it|that|this
    i can try|check|test
  `,
  stillBroken: `
    not (quite|yet|really|fully|completely|exactly|all) {fixed} (yet)
    [not|isnt|aint|arent|wasnt|never|no longer|stopped|stops|quit|nothing|nothings|none] (..) working
    (it|that|this|which|still|unfortunately|sadly|but) (really|still|also) [didnt|doesnt|dont|did not|does not|do not|wont|will not|cant|cannot|wouldnt|couldnt|didn|doesn|ditn|dosent|doesent|dosnt|didint|hasnt|has not|havent|isnt] (seem|appear|actually|really|quite|even|completely|fully|make|making|to|all|just) (to|quite|any) {repair}|{works}|{fixed}|working|helping|do
    [didnt|doesnt|dont|did not|does not|wont|will not|hasnt|has not|didn|doesn|dosent|dosnt|didint|havent|have not] (seem|appear|actually|really|quite|even|completely|fully|all|just) (to|quite|any) {repair}|{works}|{fixed}|worked
    [didnt|doesnt|did not|does not] (..) make any|a|much difference
    (i|we) (still) [cant|cannot|couldnt|can not|could not|unable] (to) (seem) (to) get|make|have (it|that|this|anything) (to) work|working
    still [not|isnt|doesnt|dont|wont|cant|cannot|didnt|does not|is not|am not|no|nothing|fails|fail|failing|failed|crashes|crashing|crashed|happens|happening|getting|get|gets|getting|broken|broke|stuck|same|having|errors|erroring|error|shows|showing|throws|throwing|occurs|occurring|persists|persist|freezes|freezing|hangs|hanging|wrong|unsolved|unable|gives|giving|facing|seeing|breaks|breaking|says|unresolved|there|exists|an issue|a problem|have the|has the|the same|the error|the problem|the issue|no luck]
    (the) {trouble} (is|are|still|has|have) (still) [there|persists|persist|remains|remain|back|returned|continues|came back|reappeared|occurs|exists]
    the same|exact|exactly (same|exact) error|problem|issue|result|thing|behavior|behaviour|message|exception|crash
    < (..) same error|problem|issue|result|here|thing|outcome >
    no luck|dice|change|difference|success|joy|effect|avail
    to no avail
    without (any) luck|success
    broke|broken|breaks|breaking|failing|fails|crashing|crashes|happening|happened again
    {works} (..) (..) , but (..) (..) not|doesnt|didnt|isnt|cant|still|wont|fails|failed|cannot|now|no
    {works} (..) , but then|now|after
    stopped working|functioning
    no longer works|working|work
    {works}|working not [anymore|any more]
    [isnt|not|doesnt|dont|wont|is not|does not] work|working|{works} (..) [anymore|any more]
    nothing (has) (changed|{works}|helped|helps|happens|happened|worked|changes|fixed|seems to)
    none of that|it|this|them|these|those (worked|works|helped|helps|work)
    it|that|this failed|fails again|too|with|as
    unsolved
    unresolved
    < nope >
    i|we|it|that keep|keeps|kept (on) getting|seeing|failing|crashing|happening|giving|throwing|showing
    spoke too soon
    i take it|that back
    worse (now|than)
    now i|im|it|its|we|there (..) get|getting|got|have|having|has|see|seeing|gives|giving|throws|says|shows (..) error|errors|problem|issue|exception|another|different|new|crash|warning
    [another|a different|a new|different|new] error|problem|issue (now|though)
  `,
  neither: `
    {hedge} (..) (..) {works}|{fixed}|work|working|helped|help|fix|solve|runs|compiles|builds|did|starts|loads|connects|failed|fails|running
    {hedge} (..) (..) {works} {well}
    {hedge} (..) (..) {fixed} (it|that|this|the)
    {hedge} (..) (..) did the trick|job
    {hedge} (..) (..) {trouble} (is|was|are) {fixed}|gone|there
    {hedge} (..) (..) still [not|getting|broken|the same|there]
    {hedge} (..) (..) all good|set|okay|ok
    {hedge} (..) (..) broken
    {hedge} (..) (..) (no|any) {trouble}
    {it} ({adv}) ({adv}) {works} (fine|great|well|perfectly) (..) [before|yesterday|until|till|earlier|previously|once|last|for you|for others|for him|for them|for everyone|everywhere|locally|elsewhere|in theory|differently|the same|similar|similarly|like this|like that|in the same|on my machine|with the old|when|if|in|on|with|without|as long|by|because|through|only|exactly|under|from|inside|inside|internally|against]
    {works} (fine|great|well|perfectly) [before|yesterday|until|till|earlier|previously|last|in theory|locally|everywhere|elsewhere|differently|similarly|as long|because|only|on|with|when|if|in|without|both|either|for]
    {works} (fine|great|well|perfectly) (..) before|yesterday|until
    used to work
    {works} together|there|here|around|out|at|under|there|it out|as a|around
    {fixed} in|version|width|height|position|point|size|price|set|amount|number|length|value|rate|array|list|by default|promise|promises|value|values|to
    is|was|were|been|being|are|get|gets|be {fixed} in|with|when|by|at|on|soon|the|as|version|yet
    (it|that|this|i|you|we|he|she|they) (has|have|had) (..) to be {fixed}
    promise|promises|promised|path|paths|url|urls|host|hostname|import|imports|module|type|types|dependency|dependencies|variable|conflict|conflicts|dns|address|alias (is|are|was|gets|get) {fixed}|unresolved
    array|list|lists|arrays|rows|results|items|data|it|them (is|are|was|be|get) sorted
    sorted by|array|list|set|map|order|alphabetically|data|in
    unresolved|unsolved promise|import|module|reference|symbol|dependency|external|variable|mystery|riddle
    working directory|dir|on|copy|tree|with|as|hours|group|example|code|set|class|memory|version|solution|title|draft|group|life|day|days
    < working on|with|at|in|from|directory
    i|im|am|was|ive|been|we|were|are|youre|anyone|who|you|he|she|they (been|are|was|currently|just|also|still|mainly|really) working
    i|we|ive|have|you (..) {works} with|on|at|for|in|there
    works council
    (i|we|ive|weve|have) ({adv}) {fixed} (it|that|this) (..) [myself|my self|ourselves|on my own|by myself|alone|another way|differently|in another]
    never mind|mine
    i|we (..) figured|found|realized|realised (it|out|the|that|what|my)
    i|we (have|had|can|cant|could) to {repair}
    no problem is|with|at|to|if|for|when
    have|has|had no {trouble} with|to|in|doing|running|when|at
    there (is|are|was|were|should|shouldnt) (be) no|any {trouble}
    what|which|whats|same|similar {trouble} >
    it works by|like this|like that|as follows|that way|this way|the same way|with|how|in that
    without errors|problems|issues|error|problem
    doesnt matter|hurt|mean|need|look|help to
    dont|doesnt help (me) to
    not a|an|the|my|that (big) {trouble}
    success true|false|message|callback|response|handler|case|status|story|rate|code
    all right
    not working hours
    would|could|should|might|may not work|help
    i|im dont|cant|not know|sure|tell|understand (..) (..) [doesnt|didnt|isnt|not|still|wont] work|working|help
    why|how|reason|because|since|if|when|whenever|where|what|thats|unless (..) (..) [doesnt|didnt|isnt|not|still|wont|is not|does not|did not|cant|cannot|dont|no longer|stopped] (..) [work|working|help|works|fix|fixed|solve|solved|getting]
    you|u still not|getting|having|have|there|see|need|get
  `,
};
