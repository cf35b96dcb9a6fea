// How people say thank you in English, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const english: ThanksWords = {
  language: 'en',
  sets: {
    // People spoken to.
    you: `you, u, ya, y'all, uu, yu, you all, u all, you guys, u guys, you lot, you both, you two, you folks, all of you, both of you`,
    your: `your, ur, y'alls, everyone's, everybody's, you guys, @`,
    youre: `you're, youre, you are, ur, u r, u are, yr, ure, ya're, @ is, you guys are, you all are, yall are, you lot are, u guys are,
      you folks are, you people are, you were, you've been, you have been, u been, you guys have been, you've all been, you be`,
    everyone: `everyone, everybody, all, both, @, those, whoever, the team, the community, the devs, the mods, the helpers`,
    mates: `mate, m8, man, bro, bruh, brother, bud, buddy, dude, pal, guys, guy, lads, lad, all, folks, everyone, everybody, boss,
      sir, chief, champ, friend, friends, fam, team, bruv, fella, fellas, love, sis, king, legend, y'all, peeps, people, cuz, hun, duck, kind`,
    anyone: `anyone, anybody, someone, somebody, any one, some one, any1, some1, sum1`,

    // Words of thanks.
    thank: `~thank, thnk, thak, thx, fank, thabk, thamk`,
    object: `you, u, uu, ya, yu, yuo, oyu, yoy, tou, ypu, yiu, uou, yaw, y'all, thee, ye, yous, youse`,
    thanks: `~thanks, ~thankyou, thx, thxs, thnx, tnx, okthanks, okaythanks, okthx, okty, okthankyou, thanksman, thanksbro, thanksalot, thxalot, thanx, thanxs, thnks, thaks, thans, tks, thkx, thks, thankx, thanq, thankq, thanku,
      tysm, tyvm, tyty, tqvm, tysvm, tq, thankies, thankya, thankee, thanky, thanksies, thabks, thamks, thanls, thajks, fanks,
      kthx, kthxbye, kthanks, thankyu, thankyousm, thankew, thank yew, thank chu, tqsm, {thank} {object}, thx you, than you so|very much, tanks a lot, tanks mate|man|bro|guys`,
    truly: `really, truly, very, very much, so, so much, super, just, sincerely, deeply, greatly, highly, genuinely, honestly,
      absolutely, definitely, def, extremely, massively, hugely, totally, seriously, rly, incredibly, immensely, eternally, forever,
      insanely, always, also, do, most, much, certainly, fucking, well`,
    appreciate: `~appreciate, appriciate, apriciate, apreciate, appreaciate, preciate, apprec`,
    appreciated: `~appreciated, appriciated, apriciated, apreciated, appreaciated, preciated`,
    grateful: `~grateful, greatful, gratefull, thankful, thankfull, indebted, obliged`,
    helper: `lifesaver, life-saver, lifesavers, life savers, lifesavior, lifesaviour, legend, legends, ledgend, star, superstar, hero,
      heroes, god, godsend, angel, angels, saint, saints, gem, gems, treasure, saviour, savior, saviours, saviors, wizard, wizards, genius,
      geniuses, goat, champ, champion, champions, rockstar, rock star, rockstars, king, queen, beast, boss, gentleman, diamond, trooper, mvp,
      magician, blessing, peach, goddess`,

    saviour: `lifesaver, life-saver, lifesavers, lifesavior, lifesaviour, legend, legends, ledgend, superstar, hero, heroes, godsend, angel, saint,
      champion, saviour, savior, rockstar, rock star`,

    // Called on in relief.
    heavens: `god, goodness, heavens, heaven, christ, jesus, jebus, jeebus, bejesus, bejebus, bejeebus, bejebuzz, lord, gods, fuck`,
    salute: `shoutout, shout out, shoutouts, shouts, s/o, props, kudos, hats off, big up, big ups, massive up, respect`,
    // Thanked only in irony: nobody here.
    company: `microsoft, windows, google, apple, amazon, discord, nvidia, amd, intel, adobe, oracle, meta, facebook, twitter, reddit, steam, valve,
      sony, nintendo, cloudflare, aws, azure, python, javascript, php, java, npm, obama, trump, biden`,
    foreign: `danke, merci, gracias, grazie, obrigado, obrigada, arigato, arigatou, spasibo, dank je, dankjewel, dzieki, dziekuje, efharisto, efcharisto,
      terima kasih, makasih, muchas gracias, merci beaucoup`,

    // What thanks are given for.
    help: `help, time, support, assistance, patience, advice, answer, answers, reply, replies, response, responses, input, feedback, effort,
      efforts, explanation, explanations, info, information, insight, insights, guidance, tip, tips, pointer, pointers, suggestion, suggestions,
      work, link, links, kindness, heads up, clarification, hint, hints, fix, solution, hand, thoughts, reminder, recommendation`,
    deed: `tip, tips, hint, hints, pointer, pointers, suggestion, suggestions, explanation, explanations, correction, corrections, link, links,
      info, information, clarification, reply, replies, answer, answers, response, responses, reminder, heads up, fix, fixes, solution,
      feedback, recommendation, recommendations, headsup, write-up, insight, example, walkthrough, workaround, snippet, write up, writeup`,
    advance: `in advance, in advanced, in adv, in advence, in advace, inadvance, in anticipation, beforehand, ahead, upfront, up front`,
    broken: `broke, broken, breaks, worse, crash, crashes, crashed, bricked, dead, ruined, deleted, lost, killed, fails, stuck, banned`,
    blame: `nothing, nothin, nuthin, nada, breaking, ruining, wasting, crashing, deleting, spoiling, ignoring, killing, messing, screwing,
      destroying, spamming, trolling, making it worse, making things worse, not helping, not answering, not reading, the spoiler, the spoilers,
      the spam, the downvote, the downvotes, the virus`,
    say: `say, says, saying, tell, telling, type, typing, write, writing, send, sending, give, giving, express, hear, hearing, get, getting,
      receive, deserve, deserves, expect, expecting`,
    told: `said, told, gave, typed, wrote, sent, received, got, heard`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    house: `rules, rule, guidelines, faq, pins, pinned, readme, channel, channels, forum, forums, thread, threads, topic, spam, spamming, dm, dms, ticket, tickets, template, codeblock, codeblocks, code block, code blocks, docs, documentation`,
    shown: `log, logs, logfile, screenshot, screenshots, stack trace, stacktrace, trace, traceback, version, config, output, error message, full error, code, snippet, repro, reproduction, minimal example, dump`,
    please: `please, pls, plz, plss, pl0x`,
  },

  thanks: `
    {thanks}
    < thank >
    {thank} {heavens}
    ok|okay|great|alright|oh thank >
    {thanks} to {you}|{everyone}|{your}
    {thanks} to .. for
    < {thanks} to the (whole|entire) (..) team|devs|mods|community|folks|helpers|staff|guys|admins|moderators|maintainers
    big|huge|many|special|massive|great|warm|endless|sincere|heartfelt|giant|enormous|infinite|quick|million|thousand (big|huge) {thanks} (to)
    (a) lots|loads|tons|ton of {thanks}
    (i|we) ({truly}) {thank} {object}
    thanking {object}
    much|muchly|{truly} obliged
    < obliged >
    (my) deepest|sincere|sincerest|eternal|heartfelt|utmost|undying gratitude|appreciation
    < my gratitude|thanks|appreciation

    # Weak words, which count only where they cannot be something else.
    < ty >
    ty >
    < ty {mates}|a|alot|lots
    < ty _ >
    ty {mates}|so|very|v|for|sm|vm|anyway|anyways|kindly|that|it|this|i|ill|im|will|works|worked|@|dear|my|to|u|again
    ok|okay|k|kk|oh|ah|aha|yes|yep|yeah|nice|cool|great|awesome|perfect|alright|gotcha|sweet|lol|haha|omg|yay|yup|bet|wow|and|but|amazing|works|worked|done ty
    < ta , will|ill|thats|that|worked|works|sorted|fixed
    ta mate|muchly|love|for|heaps|pal|lad|very|duck|again
    < ah|oh|great|brilliant|ace|lovely|cool|nice ta >
    < cheers
    cheers >
    cheers {mates}|@|for|again
    ok|okay|ah|oh|great|brilliant|ace|lovely|cool|nice|perfect|awesome|sweet|right cheers
    < tx >
    tx {mates}|@
    < 10x >

    # Praise of a person by name, for help given to the author.
    {salute} (to) {you}|{your} .. for .. me|my|us|our|helping|walking|fixing|solving|explaining|answering|debugging|sorting|figuring|finding|everything|help
    {salute} (to) {you}|{your} .. for .. .. with me|us

    # "I wanted to say thanks" thanks, although "say thanks" does not.
    i|we|just|only|really|also|id|wed want|wanted|wanna|like|love|wish (to) (..) {say} (..) {thanks}
    wanted to (..) {say} (..) {thanks}
    wanted|want|wanna|like|love|wish to (really|sincerely|also|just|personally|publicly) {thank} {object}|{everyone}
    i|we|just|only|really|also wanna (..) {thank} {object}|{everyone}
    came|here|back|popping|dropping|stopping (back) (in|here|by) to (..) {say} {thanks}
    let me (..) {say} (..) {thanks}
    let me (..) {thank} {object}|{everyone}
    must|gotta {say} {thanks}
    i|we want|wanna|wanted (to) {thank} them|him|her
    i must|gotta|have {thank} {object}|{everyone}
    i|we have|need|got to (..) {say} {thanks}
    i|we have|need|got to {thank} {object}|{everyone}
    can|may i (just) {say} {thanks}
    all i can {say} is {thanks}
    forgot to {say} {thanks} >
    < forgot to {say} {thanks}
    meant to {thank} {object}
    i forgot to {thank} {object}
    i never {told} {thanks} >
    thanks|thank|all (..) goes|go to {you}|@
    {salute} (to) _ for (the|your|that|this|his|her|their|sharing|spotting|catching) (..) {deed}|{help}
  `,

  thanksForDeed: `
    {salute} to whoever|whomever
    {youre} the best support|community|people|team|bunch
    {thanks} (..) for the|your|ur|this|that|these|those|all (..) {deed}
    {thanks} for {deed}|clearing|explaining|clarifying|pointing|letting|answering|correcting|sharing|sorting|showing|reminding|solving|spotting|catching|replying|responding
    {thanks} (..) for helping (me|us|out|them|a) (out|with|fix|solve|get|figure|sort|understand)
    {thanks} again
    (but) {thanks} anyway|anyways|though|tho|regardless
    but {thanks} >
    {thanks} for trying|going|checking|testing|looking|working|writing|making|fixing|building|digging|coming|investigating|bearing|sticking|putting
    {thanks} for doing this|that|it
    {thanks} (..) that|it|this|now|everything (..) worked|works|helped|helps|fixed|solved
    cant|cannot|couldnt {thank} .. enough
    (words|cant|cannot) (cant|cannot) express how {grateful}
    [can not|could not] {thank} .. enough
    how can|could|do i|we (ever) (possibly|even) {thank} {object}
    dont know how to {thank} {object}
    (i|we) ({truly}) ({truly}) {appreciate} it|that|this|you|u|ya|yall|your|ur|everything|everyone|everyones|@
    (i|we) ({truly}) {appreciate} the|that|this|all (..) {help}|writeup|walkthrough|offer|detail|honesty|concern|support|encouragement|love|sentiment|correction|perspective|gesture
    (i|we) ({truly}) {appreciate} the|all (the) (many|few|lovely|kind|good) people|folks|men|women|guys|ones (who|that|here)
    < good looks {mates}|on|@|fam
    < preesh|appreesh (..) >
    < i appreciates >
    < ({truly}) {truly} {appreciate} >
    {truly} ({truly}) {appreciated}
    < {appreciated} >
    < {appreciated} {mates}|@
    {your}|the|this (..) {help} (is|was|has|been) ({truly}) {appreciated}
    < {truly} {grateful} >
    {grateful} {mates}|@ >
    [im|i am|were|we are] (..) {grateful} >
    ({truly}) {grateful} to|for {you}|{your}|{everyone}|your|ur|the|this|that|everything
    (forever|eternally) in {your} debt
    (you|u) have my (..) gratitude|thanks
    (i) owe {you} guys >
    owe {you} (..) one|1|big|beer|beers|coffee|drink|pint|lunch|dinner|lot|so|everything|my|much|pizza|cookie
    buy {you} a beer|coffee|pint|drink
    beers|beer|drinks|drink|coffee|rounds|pints (is|are) on me

    # Gratitude without the word.
    {you}|@|that|this|which (guys) (just|really|literally|totally|basically|actually|legit|prob|probably|have|honestly|def) saved my|our|me (..) day|life|lives|bacon|ass|butt|sanity|project|week|weekend|night|skin|hide|neck|evening|morning|job|server|arse|soul|deadline|hours|time|headache|trouble|thesis|assignment|exam|demo|release|afternoon|days|weeks|grade|semester|hour|work
    {you} (guys) (just|really|literally|totally|have) saved me|us >
    {you} (guys) (just|really|literally|totally|have) saved me|us from|a|so|hours|lots|tons|again
    < saved my|me (..) day|life|bacon|ass|butt|sanity|skin|arse|neck|hours|time|headache|trouble
    [youve|youd|you have|@ has] saved my|me|our|us
    {youre}|your (..) a|an|my|the (..) {helper}
    {youre} (truly|absolute|true|total|actual|all|real|such|literal|literally) {helper} >
    {youre}|your (..) the (..) best|man|goat|greatest|bomb|real|shit|bestest|mvp >
    {youre}|your (..) the (..) best|man|goat|greatest|bomb {mates}|ever|seriously|honestly|haha|lol|so|@
    u|you da best|man|goat|real|bomb
    < the best >
    {youre} ({truly}) awesome|amazing|incredible|brilliant|fantastic|wonderful|awsome|fab|magic|ace|godlike|goated >
    {youre} ({truly}) awesome|amazing|incredible|brilliant|fantastic|wonderful {mates}|@
    {youre} ({truly}) (too) kind|sweet|generous|kindest|sweetest|helpful|patient >
    very|so|really|too|thats|how|super kind|nice|sweet|generous|thoughtful|good of {you}
    ({youre}) been (..) helpful
    {youre} ({truly}) patient with
    your|ur|{your} (..) explanation|answer|tip|advice|suggestion|link|comment|message|help|fix|solution|pointer|guide|hint|reply (just|really|actually|totally) helped|saved
    ({youre}) been such|a|of|so (..) help
    {youre} (..) helpful
    {youre} (..) helpful {mates}|@|thanks
    {youre} such|of (a|an) (..) help
    {youre} a (..) help
    such|what a (..) help|lifesaver|legend >
    {you}|@ (guys|all) (really|have|truly|just|totally) helped me|us|out
    {you} (guys|all) (really|have|truly|just|totally) helped (a|so) lot|much|alot|heaps|tons
    {your} help (..) means|meant (a|so|the)
    means a|the (..) lot|world (to)
    < (you|ya|what) (a|an|my|such) (absolute|absolutely|total|real|true|complete|actual|literal|fucking|bloody|proper|certified|legit) (a) {saviour} (right) (there) >
    < (absolute|total|real|true|what) (a|an) {saviour} {mates}|@
    [thats|that is|that was|thats been|this is|this was] (such) (a|an) (..) [lifesaver|life saver|godsend] >
    < you|u (guys|all|people) (really|fucking|freaking|absolutely|totally) rock|rule >
    you|u guys|all|people (really|fucking|freaking|absolutely|totally) rock >
    real mvp|mvps
    {youre} a real one
    < hats off to {you}
    < (really|totally) made my day
    < #thank {object} for|so|very
    you a|the goat|legend|real|mvp|hero|beast
    good on you|ya|u mate|man|all|both|@
    onya mate|@
    you|ya (little|bloody|absolute) beauty|ripper|beaut|bewdy >
    < you|ya|u (absolute|total|bloody|fucking) genius|wizard|god|angel|queen|king|goat|beast|hero|star|gem
    < what (a|an) star|gem|angel|hero|champ >
    couldnt|wouldnt|wouldve|couldve|would|could|cant|not|never|lost|nowhere|nothing .. (..) without {you}|{your}
    (what|how) (id|i would|we would|would i) do|be|manage|survive without {you}
    {you} carried|rescued me
    if it [werent|wasnt|were not|was not] for {you}|{your}
    what|where would i|we (ever) (do|be) without
    bless you|ya|u|@
    bless your soul
    < bless >
    < bless {mates}|@
    god bless you|u|ya|@|your
    blessings to|on you
    could|can|wanna|literally|gonna|would (just|literally|seriously) kiss|hug|marry {you}
    (i) love {you} (guys|all|so|much) for this|that
    ily|ilysm for this|that
    {you}|youve|@ (just) (have) made my (..) day|week|life|year|night|month|morning|evening|weekend
    < nice one , (mate|man|bro|pal|lad|cheers|dude|buddy|@) , (that|it) (has|just|totally) works|worked|fixed|did|sorted|solved
    < nice one mate|man|bro|pal|lad|cheers|dude|buddy|@
    good lookin|looking out
    {thank} god|goodness for {you}|{your}
    < fair play {mates}|@|to
    {salute} (to) @ , (i) (would|could|id) (have) wouldnt|couldnt|never|not
    (that|this|it) was ({truly}) {truly} helpful (@|{mates}) >
  `,

  answered: `
    < ok
    < okay
    < oki
    < okey
    < k
    < kk
    < oh
    < ooh
    < ohh
    < ah
    < ahh
    < aha
    < alright
    < aight
    < right
    < great
    < awesome
    < cool
    < perfect
    < brilliant
    < excellent
    < sweet
    < lovely
    < amazing
    < wow
    < yes
    < yep
    < yeah
    < yup
    < nvm
    < nevermind
    < never mind
    < edit
    < update
    < solved
    < fixed
    < sorted
    < resolved
    < gotcha
    < works
    < worked
    < working now
    < nice one
    got it
    i see >
    makes sense
    understood
    understand now
    figured it out
    figured out
    i get it
    now i get
    good to know
    it|that|this|everything|all (now|just|finally|actually|indeed|really|seems|to) works|worked|fixed|solved|helped|did|sorted
    is|its (now|all) working (now|fine|perfectly|again|great)
    works now|fine|perfectly|great|like|again|well|beautifully
    did the trick
    was|is|so|very|super|really|that's helpful
    clears it up
    cleared it up
    found it
    will try
    will do
    ill try
    ill do
    ill check
    ill give
    lemme try
    let me try
    all good now
    all set
    im good now
    found|figured|figure|know|knew|understand|understood|learned|learnt|explained|explaining|showing|showed|see|seen (..) [how|why|what] (to|do|i|you|it)
  `,

  asking: `
    kindly
    can|could|would|will|may|cud|might {anyone}|i|we|one|any|some
    {anyone} (..) know|knows|have|has|had|who|can|could|tell|help|here|got|familiar|experienced|able|explain|online|around|up|willing|point|run|encountered|idea|there|using|tried
    does|has|is|do|did|are {anyone}|any|some|you (guys) (know|have|understand|see) (how|why|what)
    any ideas|idea|suggestions|suggestion|advice|tips|tip|clue|clues|pointers|thoughts|help|chance|hints|hint|recommendations|input|feedback|solution|insight|guidance|info
    [need|needs|needed|looking for|seeking|want|require|after] (some|a|bit|of|your|any|urgent|little) (of) help|advice|assistance|pointers|guidance|feedback|suggestions|someone|somebody
    < {anyone} >
    could|can|would|will (a|the|any|some) (of) (the) mod|mods|admin|admins|moderator|moderators|dev|devs|staff
    im|i|keep|keeps|still|just (keep|still|just|am) getting|get|seeing|see (..) error|errors|exception|crash|400|401|403|404|500|502|503
    < (i|we) (still|just) cant|cannot log|login|connect|access|install|open|join|start|run|boot|build|compile|deploy|upload|download
    < bump >
    < any luck|update|updates|takers
    < help >
    < help me|please|pls|plz|needed|wanted
    help needed
    help wanted
    help me (with|out|to|fix|understand|figure|find|solve|debug|get)
    any|some|need|of (a) help|hand with
    how do|can|would|should|could|might i|you|we|one|people
    < how do|can|to|would|should|does|come|could|is|did
    any way to|of|i|that
    how to
    what is|are|s (..) best|right|way|difference|correct
    whats the
    what does|should|would|am i
    where can|do|could i|we|you
    is there (..) a|any|some|anything
    do you (guys) know|have|think|happen
    is it possible
    why does|is|do|am|isnt|doesnt|did|cant|wont|are
    let me know
    lmk
    wondering if|how|whether|what|why|where
    tell me
    explain to me
    hoping
    urgent
    urgently
    point me
    have|got|having|running|facing|encountering|experiencing|getting|into (..) problem|question|issue|questions|issues|problems|trouble|error|errors
    cant|cannot|couldnt|dont (seem) (to) figure|understand|get|find
    if {anyone}|you|u can|could|know|have
    would|id like to|some|help|a
    # What moderators and helpers ask for.
    {please} (..) read|check|follow|respect|use|keep|stay|move|take|search|open|create|mark|avoid|stick|refrain|remember|stop|dont|no (..) (..) {house}|solved
    {please} (..) post|send|share|paste|upload|provide|attach|include|add|show|format|wrap (..) (..) {shown}|{house}
    < (everyone|everybody|guys|all) read|follow|respect|use|keep|move|stay|stick|search|check (..) (..) {house}
    can|could|would|will you|u (..) post|send|share|paste|show|upload|provide|attach|include|open|try (..) (..) {shown}|{house}
    < no spam|spamming|ads|advertising|promo|politics|nsfw|crossposting|dms|pings
    {please} read|check|see|use (..) before|first
    {please} move|take this|that|it (to|elsewhere|somewhere)
  `,

  notThanks: `
    {thank} {heavens} i|we|someone|somebody|its|hes|shes|theyre|theres|for the
    dont {thank} me , {thank}
    # Refusals.
    no|nah|naw , (no) {thanks}|ty|thank
    nty
    {thanks} , but no (thanks|thank|thx|ty)
    {thanks} , but [ill|im|i am|we are|were] (..) pass|good|fine|okay|ok|interested
    {thanks} , but i already|dont|wont (have|got|need|want)
    [im|i am|we are|were] (all) good|fine|ok|okay|alright|well (for|right) (now) , {thanks}|ty|cheers
    [im|i am] doing|feeling well|good|great|fine|ok , {thanks}
    < not (..) interested|today|needed|necessary|required|me|now , {thanks}
    not interested|today|for me , {thanks}
    < np|yw , ty|{thanks} for (asking|checking)
    pass , {thanks}
    rather not , {thanks}

    # Nobody needs to.
    no need (..) {thank}|{thanks}|thanks
    no {thanks} needed|necessary|required
    {thanks} (is|are) not|isnt|arent needed|necessary|required
    not necessary to {thank}
    welcome and|but no need
    my pleasure {thanks}

    # Sarcasm and blame.
    {thanks} (..) for (..) {blame}
    (oh) gee , {thanks}
    {thanks} (a|so) (lot|much) , captain obvious
    {thanks} (a|so) (lot|much) , {company}|sherlock|einstein|asshole|idiot|jerk|dumbass
    {thanks} be to god
    {thanks} (..) for your|ur (kind|continued) understanding|cooperation|attention|interest|consideration|business|purchase|order
    {thanks} (..) for your|ur (continued) patience , (and|while|as) (we|were|our)
    we (really|do|truly) {appreciate} your interest|understanding|cooperation|business|application|feedback
    {thank} u|you , next
    {thanks} for reading|watching|subscribing|shopping|contacting
    {thanks} (a|so) (lot|much) , now (..) {broken}
    {thanks} (a|so) (lot|much) , (that|you|u|it) (just) {broken}
    {thanks} to you|your|u|ur (..) , (..) {broken}
    {thanks} to your|ur|the (..) update|patch|change|changes|commit|release|migration|push
    {thanks} (..) for the|this|that|your|another (..) ban|kick|mute|timeout|ping|pings|outage|useless|cryptic|downtime|error
    no {thanks} to

    # In advance.
    {thanks} (..) , {advance}
    {thanks} (..) for (..) (..) {advance}
    {thanks} (..) , [im voraus|schonmal|schon mal|vorab|d'avance|de antemano|in anticipo|sebelumnya|alvast|bij voorbaat|desde já|z góry|заранее|εκ των προτέρων|προκαταβολικά]
    [bij voorbaat|alvast|z góry|desde já|заранее|d'avance] {thanks}
    {advance} , (many) {thanks}
    cheers|ty|appreciated {advance}
    advance|advanced {thanks}
    {thanks} (..) for|to any|anyone|anybody|whoever|whatever
    {thanks} (..) if you|u|{anyone}|any
    {thanks} to everyone|everybody|all|those .. can|could|helps|will|might|would
    be (..) {appreciated}
    be|being ({truly}) {grateful} (for|to) (any|some|the|your)
    would|will|d|id|wed|ill (..) {appreciate} (it|any|a|some|the|your|you|this|that|u)
    id|would|will|wed be (..) {grateful}
    {appreciate} (it) any|some|if|all|feedback|help|advice|input|suggestions|tips
    any|some|all (..) {appreciated}
    help|advice|suggestions|suggestion|tips|pointers|ideas|input|assistance|guidance|feedback|thoughts|insights|hints|info (is|are|would|will) (be) ({truly}) {appreciated}|welcome
    ({truly}) {appreciated} if
    would|youd|could|will|itd|thatd be (..) (a|an|my|the|such) (..) {helper}|help|best
    would|itd|thatd be (..) great|nice|awesome|cool|lovely|amazing|good|helpful|perfect (..) (..) , {thanks}|ty
    would|could (really|literally) save (my|me)

    # Speaking of thanks.
    {say} (a|me|you|him|her|us|them|the|my|your|any|no|some|it|even|ever|people|him) {thanks}
    {told} (a|my|your|his|her|many|me|us|him|no|the|them) {thanks}
    should|shouldnt|could|would|will|wont|can|cant|might|may|ought|gonna|going|dont|didnt|doesnt|not|never|forgot|forget|remember|need|needs|supposed|please|who|youll (to) (all|really|not|also|always|even|just) {thank} (_)
    if|when you|u|someone|they|anyone|i|we|people (..) want|wanna|wanted|like|feel|would|wish|{say}|{thank} (to) (..) {thank} (_)
    if|when you|u|someone|they|anyone|i|we|people (..) want|wanna|wanted|like|feel|would|wish|{say} (to) (..) {thanks}
    {thank} me|him|her|them|us|the|my|his|their|someone|people|somebody
    to {thank} _
    without|instead|before .. {thanks}
    how (do|can|to|would|should|does|did) (..) {say}|{thank} (..) {thanks}|people|someone|him|her|them|others|helpers|somebody|members|other
    how do|to|would|should (..) {thanks}
    how can you|we|one|someone|people (..) {thanks}
    {thanks} in japanese|french|german|spanish|italian|dutch|greek|polish|russian|portuguese|indonesian|english|chinese|korean|your|other|different|arabic|hindi|turkish|another|my
    what does|do {thanks}|ty mean
    {foreign} means|mean (..) {thanks}
    {foreign} means|mean|is (just|the|a) (japanese|german|french|spanish|italian|dutch|polish|russian|greek|portuguese|indonesian|used|for|correct|right|word|spelled|how|what|more|formal)
    is {foreign} (..) japanese|german|french|spanish|italian|dutch|polish|russian|greek|portuguese|indonesian|used|said|formal|correct|right|spelled|thanks|word|better
    japanese|german|french|spanish|italian|dutch|polish|russian|greek|portuguese|indonesian is|its|say|for {foreign}|{thanks}
    {thanks}|ty means|mean|meant|meaning|stands
    means|for|word|words|phrase|spell|pronounce|translate|called|named {thanks}|ty
    a|an|the|his|her|their|your|ur|its|even|another|any|simple|little|single|how|most|more|fewest|total|per|in|of {thanks}
    a (simple|little|single|nice) {thanks}
    my {thanks} count|counter|total|score|points|are|is|were|was|didnt|not
    how many {thanks}
    {thanks} command|commands|channel|button|page|role|note|notes|card|cards|email|mail|points|system|counter|count|feature|emoji|gif|sticker|letter|screen|speech|popup|modal|template|string|leaderboard|detector|detection|event|table|variable|function|endpoint|reaction|keyword|module|plugin|log|logs|received|given|limit|limits|cooldown|per|dialog|form|banner|toast
    {thanks} bot is|was|does|doesnt|isnt|keeps|gives|has|not|cant|wont|went
    he|she|they|someone|somebody|nobody|who {thanks}|{thank}
    it|bot {thanks}|{thank} me|him|her|them|us|you|people|everyone
    {thanks} giving
    counts|counting|counted|detects|detect|recognises|recognizes {thanks}|thx|ty
    does|is {thanks}|thx|ty as|count|counted|counting|work|works|detected|recognised|recognized
    {thanks}|thx|ty (..) is|are|isnt (not) (the) same|counted|detected|recognised|recognized
    i|we have|got|had|has|only|earned (..) 2|3|4|5|6|7|8|9|10|20|50|100|zero|few|more {thanks}
    {thanks} to

    # Other uses of the weak words.
    cheers to|from|up|and
    three|crowd|happy|birthday|the|of|with cheers
    new year cheers
    cheers (..) clink
    type|types|struct|impl|let|rust|mr|hi|hello|with|from|by|tell|ask|name|is|of|t|const|fn|pub|enum|macro|generic|param|def|var|value ty
    my|our|a|the|another ta
    ta for the (..) course|class|module|lab|seminar|section
    ty cobb|dolla|burrell|lawson|said|is|was|has|says|pennington|param|params|or|as|and

    # Praise that is not for a person here, or not praise.
    {helper} of|in|was|says|has|status|section|image|component
    how much i owe
    {you} may|might|could|would (have) saved
    may|might|could|would (have) saved
    bless your heart
    not ({truly}) helpful
    {youre} not|no|never|hardly (..) {helper}|help|helpful|best
    {youre} (..) awesome|amazing|great|brilliant at|with|but
    {youre} the best _ (to|for|at)
    your|ur {helper} _
    your|ur app|docs|product|tool|bot|library|site|game|server|mod|plugin|package|website|software|channel|videos is|are (..) (the) best|awesome|amazing|goat
    please and {thanks}
    dont|not|never want|need|expect|ask|asking (for) (any|your|a|the) {thanks}
    count|counted|counting|register|registered|log|logged|track|tracked my|our|your|any {thanks}
  `,
};
