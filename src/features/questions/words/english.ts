// How people say in English that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const english: SolvedWords = {
  language: 'en',
  sets: {
    // What is said to work: not the thing by its name, which may be any thing.
    it: `it, that, this, all, everything, which, @, u, you, your suggestion, your solution, your answer, your fix, your code, your advice, your tip,
      your idea, that one, this one, the first one, the second one, the last one, the solution, the fix, the workaround, the trick, restarting,
      reinstalling, updating, upgrading`,
    adv: `now, just, finally, actually, indeed, really, totally, definitely, seems, seem, seemed, to, has, have, had, all, perfectly, completely, fully,
      certainly, apparently, then, too, also, already, successfully, immediately, instantly, magically, been, is, was, well, clearly, both`,
    fixed: `~fixed, ~solved, ~resolved, sorted, fixd, sloved`,
    repair: `fix, solve, resolve, help, work, change`,
    works: `works, ~worked, wroks, wokrs`,
    trouble: `error, errors, problem, problems, issue, issues, bug, bugs, crash, crashes, warning, warnings, exception, message`,
    well: `now, again, fine, perfectly, great, beautifully, flawlessly, wonderfully, well, nicely, smoothly, correctly, properly, like a charm, like charm,
      like magic, as expected, as intended, out of the box, alright, wonders, a treat, too, fantastically, very well, ok, okay, thanks, thank, thx, ty, tysm, cheers`,
    not: `not, isnt, aint, arent, wasnt, never, no longer, stopped, stops, quit`,
    didnt: `didnt, doesnt, dont, did not, does not, do not, wont, will not, wouldnt, couldnt, cant, cannot, didn, doesn, dosent, dosnt, doesent, didint, ditn, hasnt, has not,
      havent, have not, hadnt`,
    thanks: `thanks, thank you, thx, ty, thank u, cheers, thnx, tnx, thks, thanx, i appreciate, appreciate, appreciated`,
    myself: `myself, my self, ourselves, on my own, by myself, alone, on our own`,
    before: `before, yesterday, until, till, earlier, previously, last, in theory, everywhere, elsewhere, differently, similarly, as long, because, only, for some, for most,
      for you, for others, for him, for them, for everyone, together, there, here, around, out, under, with, without, when, if, on, in, by, as, like this, like that, that way, this way, the same`,
    // What a thing does that works.
    runs: `runs, builds, compiles, loads, starts, connects, passes, boots, launches, opens, deploys, renders, installs`,
  },

  supposing: `
    if
    when
    whenever
    whether
    unless
    until
    till
    once
    assuming
    hope
    hoping
    hopefully
    wish
    maybe
    perhaps
    probably
    might
    should
    shouldve
    would
    wouldve
    could
    couldve
    can
    may
    must
    why
    how
    where
    who
    does
    < did|has|is|are|was|were|have|do|will
    wonder|wondering
    expect|expected|supposed
    i|we thought|think|guess|assume|assumed|doubt|believe
    make sure
    let me|us know
    tell me|us
    someone|somebody|anyone|anybody
    he|she|they
    usually|normally|sometimes|always
    replace|remove|delete|change
    im|are|be able
    in order to
    so that
    trying|try to
    get|make it|this|that to
    used to
    < what
    what is|am|does|do
  `,

  solved: `
    < {fixed} >
    < {fixed} it|that|this|now|thanks|thank|thx|ty|cheers|by|using|via|yay|too|guys|already|finally|successfully
    < ({adv}) ({adv}) {fixed} it|that|this (now) >
    (the|my) {trouble} ({adv}) ({adv}) {fixed}|gone|disappeared|vanished (now)
    (the|my) {trouble} is|are|was|were|got|gets|has ({adv}) ({adv}) {fixed}|gone|disappeared (now|thanks|by)
    {it} is|are|was|got|gets|been|has|its ({adv}) ({adv}) {fixed} (now|thanks|by) >
    its|thats ({adv}) ({adv}) {fixed} (now|thanks|by) >
    {trouble} went away
    no longer (any) {trouble} (anymore|now) >
    no more {trouble}
    i|we ({adv}) ({adv}) {fixed} it|that|this|the (now) >
    i|we ({adv}) ({adv}) {fixed} it|that|this|the (..) now|with|by|using|via|thanks|following|as
    {fixed} it|that|this now|thanks
    {fixed} everything|it|that|this (now|for me|thanks|thank|thx|cheers) >
    {fixed} my|the {trouble} (now|for me|thanks|thank|thx|cheers) >
    all {fixed} (now|out)
    everything is {fixed} (now)
    got it (all) {fixed}|working|running (now)
    i|we (have|finally|now|just) got|made it|that|this|everything (all) (to) work|working|running|going (now)
    {it} ({adv}) ({adv}) did [it|the trick|the job] (now)
    did the trick|job
    {it} ({adv}) ({adv}) ({adv}) {works}
    {it} ({adv}) ({adv}) ({adv}) {works} {well}
    {it} ({adv}) ({adv}) {fixed} (it|that|this|my|the|everything)
    {it} ({adv}) ({adv}) helped (me|a|lot|alot|so|much|thanks|thank) >
    {it} ({adv}) ({adv}) helped me|a|alot (out|lot)
    {it} seems|seem|appears to have {fixed}|{works}
    {it} seems|seem|appears to work|be (working) (now|fine|well) >
    {it} seems|seem|appears to fix|solve|resolve|do it|that|this|the
    is|its|now|all|everything|everythings|thats (now|all) working (now|again|fine|perfectly|great|well|properly|correctly|like|as|thanks|ok|okay|too) (now|again|well|a charm|expected)
    < working now|again|fine|perfectly|great|well|thanks
    {works} {well}
    {works} for me (now|too|thanks|well|great|fine|perfectly) (now|too|thanks)
    < ({adv}) {works} >
    ok|okay|yes|yep|yeah|great|cool|nice|perfect|awesome|sweet|ah|aha|oh|wow|yay|hey|good|amazing|brilliant|bingo , (that|it|this) (now) {works}|{fixed} (now|thanks|perfectly|great|fine) >
    < that was it
    that was it >
    that|it|this was|is (indeed|exactly|actually) the|my problem|issue|culprit|cause|solution|fix|answer
    < bingo
    it|that|everything|all|this (all) now runs|builds|compiles|loads|starts|connects|passes|boots|launches|opens
    it|that|everything|all|this (all) runs|builds|compiles|loads|starts|connects|passes|boots|launches|opens now|again
    now|and it|that|everything|this (all) runs|builds|compiles|loads|starts|connects|passes|boots|opens now|fine|perfectly|again >
    now it|that|everything|this (all) works|runs|builds|compiles|loads|starts|connects|passes|boots|opens
    now works
    it|everything|that started working
    back to normal
    back up and running
    up and running now|again|thanks
    < all (is) good|set|ok|okay now
    < success >
    that|this|you ({adv}) ({adv}) answered|answers my question
    my question (was|is|has been|got) answered
    mark|marked|close|closed (it|this) as solved|resolved|fixed
    marking (it|this) as solved|resolved
    consider it|this|that {fixed}
    {works} on my end|side now
    (i) can confirm (that|it|this|the) (fix|solution|now) ({adv}) {works}|working|{fixed}
    that|this was the missing piece|bit|part|step|one
    (you) can (be|now) close|closed (it|this|the) (ticket|thread|issue|question|one) >
    [everythings|everything is|all is] fine|good|ok|okay|normal (now|again|thanks) >
    no errors|issues|problems anymore|now|either (now) >
    < {runs} fine|perfectly|great|now|again|cleanly (now|again) >
    {runs} without (any) {trouble} (now) >
    < (all|now) (and) (is|its) all fine|good|well again|now >
    is|its back online|up|running (again|now) >
    is|its online|running again (now) >
    (yay|ok|okay|finally|now|yes) , (it|that|everything) finally|now {runs} (now|again|fine) >
    its|it is up|back now|again >
    < got past it|that|this
    switching|upgrading|downgrading|updating|moving|going|changing|rolling|reinstalling|restarting|removing|adding (..) (..) did [it|that|the trick] >
  `,

  noHelp: `
    [youre|your|ur|you are|u r] (very|most|always) welcome
    < welcome >
    no problem|problems|prob|probs|worries|biggie >
    < np
    < yw
    < anytime
    < any time >
    my pleasure
    glad|happy|good|great|nice|pleased to help|hear|know|be|see|have
    glad|happy (that) i|it|that|you|we|this|u could|helped|works|worked|got|was|is|found|fixed|sorted|solved
    best|good of|gl luck
    good luck
    < gl >
    < [glad|cool|nice|great|awesome|perfect|sweet|yay|congrats|congratulations|nice one|good job|well done|excellent|lol|haha] >
    have fun
    happy coding|hacking
    dont mention it
    (i) [dont|do not|wouldnt] (really) know
    no (real) idea|clue
    i doubt
    never used|tried|heard|seen
    (im) not sure
    (i) [cant|cannot|cant really] help
    im (..) guessing
    same problem|issue|question|here >
    i have the same
    anyone|anybody else
    looks|look|looking good|nice|great|like it
    let us|me know
    i|ill have to ask|think
    interesting >
    sorry >
  `,

  pending: `
    [ill|i will|lemme|let me|gonna|going to|will|imma|i shall|lets] (..) (..) try|check|test|see|look|read|give|take|have|do|investigate|experiment|play|dig|study|search|google|report|attempt|implement|go|watch|explore|research|figure|paste|show|ask|find|write|send|upload|think
    trying|testing|checking|reading|installing|rebuilding (it|that|this) (out) (now|again|right|rn) >
    < checking|trying|looking|reading|testing it|that|this|out|into|now|again
    will report (back)
    one|1|a sec|second|moment|minute|min >
    just a|one moment|second|sec|minute|min
    give me (a|one|1|some) (few) sec|second|moment|minute|min|minutes|time
    gimme a sec|second|min
    brb
    i [have to|need to|want to|should] (..) try|check|test|read|look|think
    (to) (go|time) figure|find|work (that|it|this) out >
    figure out how
    try it|that|this (out) tomorrow|later|tonight|now
    looking|look into it|that|this
    i can|could try|check|test|look
    # Thanks that hold no "it works".
    {thanks} (..) , but
    {thanks} (..) anyway|anyways|anyhow|regardless|still >
    {thanks} (..) though|tho >
    {thanks} (..) for (..) trying|offering|responding|replying|asking|reporting|noticing|feedback
    {thanks} (..) for coming|getting back
    ({it}) ({adv}) {works}|working (..) , but
    ({it}) ({adv}) {works} (..) , so i was|am wondering
    ({it}) ({adv}) {works} (but|except|although|only|just) partially|partly|sort|kind
    works for some
    almost|nearly|partly|partially|halfway {works}|working|{fixed}|there
    wrong group|channel|place|forum|room
    for now >
    < but i|im|we (still) need|want|have|cant|get|dont|am|would
    is|are working (..) , but|without
  `,

  alone: `
    i|ive|we ({adv}) ({adv}) {fixed} (it|that|this) (..) {myself}
    < {fixed} it|that|this {myself}
    (i|we|ive|weve) ({adv}) figured it|this|that out (myself|now|thanks) >
    < (ah|oh|ok|alright) , figured it out
    (i|we|ive|weve) ({adv}) found it >
    (i|we|ive|weve) ({adv}) found the|my|out|a (problem|issue|mistake|error|bug|culprit|cause|answer|solution|reason|typo|fix|way|what) (now|myself|in|was|it)
    (i) think i found it
    < found it >
    < nvm
    < never mind
    < nevermind
    my bad|mistake|fault
    mistake|error|fault on my part|side|end
    stupid|silly|dumb|rookie|my|own (..) mistake|typo
    stupid|silly|dumb error|me
    (it) was (just) (a|my) (..) typo
    i|we (just|had|simply) forgot|forgotten to add|import|set|install|save|restart|include|put|change|call|enable|run|close|remove|update|write|pass|declare|build|export|await|return|register|configure
    i|we (just|had|simply) forgot|forgotten the|a
    i|we just had|needed to
    i|we (ended|end) up using|doing|with
    ended up using|doing|with
    it was a|an (..) error|mistake|bug elsewhere|somewhere|in|on my
    (syntax) error elsewhere|somewhere
  `,

  stillBroken: `
    {not} (quite|yet|really|fully|completely|exactly|all|been|it) {fixed} (yet)
    {not} (quite|yet|really|fully|completely|exactly|all) working
    nothing|nothings|none (..) working
    ({it}|still|unfortunately|sadly|but|@) (really|still|also) {didnt} (seem|appear|actually|really|quite|even|completely|fully|make|making|all|just|get|been|it) (to|quite|any|it) (really|actually|even) {repair}|{works}|{fixed}|working|helping|do
    {didnt} (..) make|made (any|a|much) difference
    cant|cannot|couldnt|unable (to) (seem) (to) get|make|have (it|that|this|anything) (to) work|working
    still [not|isnt|doesnt|dont|wont|cant|cannot|didnt|does not|is not|am not|no|nothing|fails|fail|failing|failed|crashes|crashing|crashed|happens|happening|getting|get|gets|broken|broke|stuck|same|having|errors|erroring|error|shows|showing|throws|throwing|occurs|occurring|persists|persist|freezes|freezing|hangs|hanging|wrong|unsolved|unable|gives|giving|facing|seeing|breaks|breaking|says|unresolved|there|exists|an issue|a problem|have the|has the|the same|the error|the problem|the issue]
    the|my|only problem|issue is (that|now)
    (the) {trouble} (is|are|still|has|have) (still) [there|persists|persist|remains|remain|back|returned|continues|came back|reappeared|occurs|exists]
    the same|exact|exactly (same|exact) {trouble}|result|thing|behavior|behaviour|exception|outcome
    < same {trouble}|result|thing|outcome >
    no luck|dice|change|difference|joy|effect|avail
    to no avail
    without (any) luck|success
    broke|broken|breaks|breaking|failing|fails|crashing|crashes|happening|happened again
    ({it}) ({adv}) {works} (..) (..) , but then|now|after (..) {trouble}|fails|broke|broken|crashes|not|doesnt|still
    ({it}) ({adv}) {works} (..) (..) , but (..) not|doesnt|isnt|still|wont|fails|failed|cannot|cant|didnt (..) (..) (on|in|with|for|work)
    stopped working|functioning
    no longer works|working|work
    {not}|{didnt} work|working|{works} (..) [anymore|any more]
    nothing (has) (changed|{works}|helped|helps|happens|happened|changes|{fixed}|seems to)
    none of that|it|this|them|these|those (worked|works|helped|helps|work)
    it|that|this failed|fails again|too|with|as
    unsolved
    unresolved
    < nope >
    i|we|it|that keep|keeps|kept (on) getting|seeing|failing|crashing|happening|giving|throwing|showing
    spoke too soon
    i take it|that back
    worse (now|than)
    now i|im|it|its|we|there (..) get|getting|got|have|having|has|see|seeing|gives|giving|throws|says|shows (..) {trouble}|another|different|new|crash
    [another|a different|a new|different|new] {trouble} (now|though)
    ({works}|no) but (..) (..) error|errors|still
    < (nah|no|nope|hm|hmm) , (the|still) same thing (happens|happened|again|here) >
    same thing still|happens|happened (again|though) >
    hangs|freezes|stalls again|still
    still nothing >
  `,

  neither: `
    {it} ({adv}) ({adv}) {works} (fine|great|well|perfectly) {before}
    {works} (fine|great|well|perfectly) {before}
    {works} (fine|great|well|perfectly) (..) before|yesterday|until
    ({it}) ({adv}) {works} for me when|if|in|on|with|without
    used to work
    {fixed} in|version|width|height|position|point|size|price|set|amount|number|length|value|rate|array|list|default|promise|promises|values|to|asap|soon|yet|gear|costs|cost|issues
    is|was|were|been|being|are|get|gets|be {fixed} in|with|when|at|on|soon|the|as|version|yet
    has|have|had|needs|need|want|going|gonna|will|to (..) be {fixed}
    promise|promises|promised|path|paths|url|urls|host|hostname|import|imports|module|type|types|dependency|dependencies|variable|conflict|conflicts|dns|address|alias|array|list|lists|rows|results|items (is|are|was|gets|get) {fixed}|unresolved
    position , {fixed}
    sorted by|array|list|set|map|order|alphabetically|data|in
    unresolved|unsolved promise|import|module|reference|symbol|dependency|external|variable|mystery|riddle
    not fixed position|width|size
    working directory|dir|on|copy|tree|with|as|hours|group|example|code|set|class|memory|version|solution|title|draft|life|day|days|at|in|from
    i|im|am|ive|been|we|were|youre|who|you|he|she|they|currently (been|are|was|currently|just|also|still|mainly|really) working
    everything|all|it working|works fine|ok|well|great|perfectly if|when|in|on|before|until|with|for|as|except|but|locally
    i|we to {repair}
    have|has|had no {trouble}
    no {trouble} with|to|in|doing|running|when|at
    i|we|you have|had|has|got no {trouble}
    no problem is|with|at|to|if|for|when|so
    there (is|are|was|were|isnt|arent) no|any {trouble}
    no {trouble} shown|displayed|message|messages|in|reported|thrown|at|on
    without {trouble}
    {didnt} matter|hurt|mean|need|look
    {didnt} help (me) to
    not a|an|the|my|that (big) {trouble}
    success true|false|message|callback|response|handler|case|status|story|rate|code
    not working hours|days|on
    (i|im) {didnt} know|understand|see|get|tell|think|say|mean (..) (..) {didnt}|{not} work|working|help|solve|{fixed}
    reason|because|since|thats|like|as|what (..) (..) {didnt}|{not} (..) [work|working|help|works|fix|fixed|solve|solved|getting]
    you|u still
    {works} out|on|at|under|around|there|council|as
    i worked|work on|with|at|for|as|around
    already tried
    just|only want|wanted|need|needed (..) {fixed}|working
    want|wants|wanted|need|needs (it|this|that) {fixed}|working
  `,
};
