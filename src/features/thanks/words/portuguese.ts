// How people say thank you in Portuguese, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const portuguese: LanguageWords = {
  language: 'pt',
  sets: {
    obrigado: `~obrigado, ~obrigada, ~obrigados, ~obrigadas, ~obrigadão, obrigadinho, obrigadinha, obrigadíssimo, obrigadíssima, obg, obgd, obgda, obgdo, obrg, obrgd, obrigad, obrigadaço,
      brigado, brigadão, brigadao, brigadinho, brigadinha, brigadu, abrigado por, obigado, obigada, bgd, obrigadooo`,
    valeu: `valeu, vlw, vlws, valew, vlew, vlwzao, valeuzão, vlwzão, vleu, vlww`,
    agradeço: `~agradeço, ~agradecemos, agradesso`,
    grato: `grato, grata, gratos, gratas, agradecido, agradecida, agradecidos, agradecidas, agradecidíssimo`,
    tu: `ti, você, voce, vc, vcs, vocês, voces, todos, todas, tds, @, ambos, galera, pessoal, tu, vós, o pessoal, a galera, a comunidade, a equipe, a equipa`,
    amigo: `mano, cara, irmão, brother, bro, galera, gente, pessoal, mesmo, parceiro, amigo, amiga, man, meu, chefe, aí, velho, mlk, professor, amigão, demais, mestre, família, tmj, véi,
      parça, querido, querida, malta, pá, moça, moço, @, campeão, fera`,
    te: `te, lhe, lhes, vos, nos`,
    seu: `seu, sua, seus, suas, teu, tua, teus, tuas, vosso, vossa, vossos, vossas`,
    muito: `muito, mto, mt, mtt, muitíssimo, demais, bastante, realmente, super, tanto, imensamente, extremamente, eternamente, sinceramente, tão, infinitamente, profundamente, dms, sempre, mesmo,
      muuito, imenso, pra caramba, de coração, de verdade`,
    es: `és, você é, voce é, vc é, vcs são, vocês são, são, cê é, @ é, foste, você foi, vc foi, tu é, vc eh, vcs foram, vocês foram`,
    craque: `anjo, anjos, gênio, gênios, génio, génios, mito, lenda, lendas, herói, heróis, deus, monstro, brabo, braba, foda, fodas, fera, craque, mestre, salvador, salvadora, santo, santa, rei,
      rainha, amor, máquina, melhor, melhores, crack, campeão, gigante, top, maior, maioral, incrível, incríveis, fantástico, fantástica, sensacional, maravilhoso, maravilhosa, show, espetáculo,
      espectáculo, máximo, gentil, simpático, simpática, querido, querida, generoso, atencioso, atenciosa, amável, prestativo, demais, grande`,
    mito: `mito, lenda, herói, gênio, génio, monstro, brabo, craque, salvador, anjo, mestre`,
    ajuda: `ajuda, resposta, respostas, dica, dicas, explicação, explicações, info, informação, informações, tempo, atenção, força, apoio, paciência, conselho, link, solução, esclarecimento,
      suporte, toque, contribuição, moral, ajudinha, sugestão, sugestões, disponibilidade`,
    feito: `dica, dicas, resposta, respostas, explicação, explicações, esclarecimento, esclarecimentos, info, informação, informações, link, solução, correção, toque, sugestão, sugestões, conselho, aviso, indicação`,
    antecipado: `antecipadamente, desde já, desde ja, dsd já, de antemão, antemão, adiantado, antecipado, antecipados, antecipada, por antecipação, adiantadamente, d já`,
    dizer: `dizer, digo, diz, dizem, disse, diga, dizendo, falar, fala, falou, falando, escrever, escreve, mandar, manda, ouvir, receber, dar`,
    alguém: `alguém, alguem, algm, quem, qualquer um, alguma alma`,
    quebrou: `quebrou, quebrado, quebrar, quebrarem, perdi, estragou, estragar, estragarem, apagar, apagaram, apagou, crashou, pior, parou, arruinar, banir, bugar, bugou, ignorar, ignorarem, lixar`,
  },

  thanks: `
    {obrigado}
    {obrigado} a {tu}
    ({muito}) {obrigado}
    < {valeu}
    {valeu} >
    {valeu} {muito}|{amigo}|pela|pelo|pelas|pelos|por|ajudou|funcionou
    ok|beleza|blz|opa|show|ah|boa|certo|entendi|ata|perfeito|top|massa|deu|funcionou|consegui|tmj|flw {valeu}
    < brigada >
    brigada {amigo}|pela|pelo|mesmo
    < (muito|mt|mto|super) {grato}
    {muito} {grato}
    {grato} pela|pelo|por|a {tu}|{seu}|{ajuda}|me|a|o
    ({te}) ({muito}) {agradeço}
    agradeço-te|agradeço-vos|agradeço-lhe
    mil|grande|enorme|imenso|super|mega {obrigado}
    queria|quero|gostaria|vim|passando|venho|queremos|gostava|passei|preciso|só (..) agradecer
    queria|quero|gostaria|vim|passando|venho|queremos|gostava|passei|só (..) {dizer} (..) {obrigado}|{valeu}
    minha (..) gratidão
    meus (..) agradecimentos
    bem haja|hajam
    < gratidão
    graças a {tu}
    graças à|a|ao|às|aos {seu} (..) {ajuda}
  `,

  thanksForDeed: `
    {obrigado}|{valeu}|{grato} (..) pela|pelo|pelas|pelos|por (..) {feito}
    {obrigado}|{valeu}|{grato} (..) por ter|terem|teres|me|ajudar|ajudarem|responder|responderem|explicar|explicarem|avisar|esclarecer|compartilhar|partilhar|ajudares|responderes
    {obrigado}|{valeu} , agora|isso|aqui|já|era|deu (..) funcionou|resolveu|certo|ajudou|funciona|consegui|deu
    me|nos|@|vc|você|tu|vcs|vocês (acabou|acabaste|acabaram) (de) (me) salvou|salvaram|salvaste|salvar
    salvou-me|salvaste-me|salvaram-me
    salvou-nos|salvaste-nos
    salvou|salvaste|salvaram|salva|salvar (a|o|meu|minha) vida|dia|pele|projeto|tcc|noite|semana|trabalho|emprego|pescoço|tarde|tese
    < salvou|salvaste {muito}|{amigo}
    me ajudou|ajudaste|ajudaram
    ajudaste|ajudou|ajudaram me
    ajudou|ajudaram|ajudaste {muito}|pra (..) {amigo}
    me tirou|tiraste|tiraram de um|uma
    {es} ({muito}) (um|uma|o|a|os|as|uns|meu|minha) ({muito}|verdadeiro|verdadeira|puta|baita|grande|meu|minha) {craque} >
    {es} ({muito}) (um|uma|o|a|os|as|uns|meu|minha) ({muito}|verdadeiro|puta|baita) {craque} {amigo}
    muito|mt|mto|super|que gentil|gentileza|simpático|fofo|querido (da|de) {seu} parte
    gentileza {seu}
    < que|um|verdadeiro {mito} >
    < {mito} {amigo}
    < {mito} >
    meu|minha herói|salvador|salvação|anjo
    {te} devo|devendo (..) uma|um|essa|mil (..) cerveja|breja|café|jantar|bira|fino|jola|favor
    {te} devo uma|essa|a|muito
    devo-te|lhe|vos uma|um|a|essa
    ficarei|fico|fiquei|estou|tô {te} devendo
    pago-te um|uma|umas
    {te} pago um|uma (cerveja|café|breja)
    sem {tu} (..) não|nunca|jamais|teria|estaria|estava|ia|tava
    sem a|o|as|os {seu} (..) {ajuda}
    que|o|quê faria|seria|fazia (..) sem {tu}
    que seria de mim
    não (sei|tenho|há) (..) como (te|lhe|vos) agradecer
    não|nem tenho|há palavras
    como posso|te (..) agradecer
    deus {te} abençoe|pague|ajude|ilumine
    deus abençoe
    abençoado|abençoada seja
    estou|sou|fico|ficamos|somos|serei|tô ({te}) ({muito}) {grato}
    ganhou|ganhaste (o) meu dia|respeito|coração
    fez|fizeste|fizeram (o) meu dia
    quebrou|quebraste (..) galho
    te amo {amigo}
    amo {tu} >
    tu és grande
  `,

  answered: `
    < ok|okay|ah|ahh|oh|ata|opa|blz|beleza|certo|entendi|perfeito|ótimo|show|boa|massa|top|fixe|pronto|resolvido|sim|deu|consegui|funcionou|funciona|maravilha|edit|tranquilo|excelente|bacana|percebi|era|bom|saquei|ahn
    deu (tudo) certo
    já|agora|aqui (..) funciona|funcionou|funcionando|consegui|deu|foi|resolvi|entendi|percebi
    era isso
    consegui resolver|aqui|fazer|entender
    vou|irei testar|tentar|ver|experimentar
    agora sim
    resolveu aqui|meu
  `,

  asking: `
    por favor|gentileza
    porfavor|pfv|pfvr|pf|pff|pfvor|plis|sff|fvr
    se faz favor
    {alguém} (..) sabe|saberia|pode|poderia|consegue|tem|teria|me|aqui|que|já|conhece|ajuda|ajudar|puder|souber|entende|usa|podia|aí
    podem|podes|pode|poderia|poderiam|podia|podiam|poderias|consegue|conseguem me|ajudar|{alguém}|dizer|explicar|você|nos|dar
    me|nos ajuda|ajudem|ajudam|ajudar|dá|diz|explica|explicar|diga|expliquem|fala|indica
    ajudem|ajudem-me
    < ajuda
    ajuda >
    ajuda com
    preciso|precisava|procuro|precisando (..) ajuda|saber|de|uma|um
    < onde|qual|quais
    como (eu|que|se) faço|posso|fazer|consigo|instalo|resolver|resolvo|configuro|faz
    onde (eu) posso|encontro|fica|acho|baixo
    tem|há|existe (..) como|jeito|forma|maneira
    estou|tenho|tô|tou|tava|com|uma|deu (..) problema|dúvida|erro|problemas|dúvidas|pergunta
    vocês|vcs|você|vc sabem|sabe|têm|tem|conhecem|podem|pode|conseguem|usam
    alguma|algum ideia|dica|sugestão|conselho
    não (está) funciona|consigo|sei|percebo|entendo|abre|funcionando|roda
    se {alguém}|puder|puderem|souberem|souber
    gostaria|gostava|queria (de) saber
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    não|nao|nop , (não) ({muito}) {obrigado}|{valeu}
    {obrigado}|{valeu} , mas não|dispenso|passo
    dispenso , {obrigado}
    bem , (e) {obrigado}
    não|nao (..) precisa|precisas|precisam|tem|há|necessário (..) agradecer|{obrigado}
    não me agradeça|agradeças|agradeçam
    não por|que (isso) agradecer
    nada que agradecer

    # Sarcasm, blame and causes.
    {obrigado}|{valeu} (..) por nada
    {obrigado}|{valeu} (..) por (..) {quebrou}
    {obrigado}|{valeu} (..) pelo|pelos|pela spoiler|spoilers|spam|bug|vírus|ban
    {obrigado}|{valeu} , capitão|captain|microsoft|windows|sherlock|einstein|bolsonaro|lula
    graças a {tu}|{seu} (..) (..) {quebrou}
    graças à|a|ao|{seu} (..) update|atualização|erro|bug
    {valeu} (..) a pena
    {valeu} a|o|à|mais|tudo|cada|como|apenas esforço|tentativa|que|por|espera
    não|nunca|já|que|isso|tudo|só|quanto|jogo|gol|regra|ponto {valeu}
    {valeu} pena
    sou|é|ser|fui|foi|somos|está|estou|estava|era|ficou|me|fica|sentir|sentiu|são|eram|seria|sendo {obrigado} (a) (_)


    # In advance.
    {obrigado}|{agradeço}|{valeu}|{grato} (..) , (já) {antecipado}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) pela|pelo|por (..) (..) {antecipado}
    {antecipado} , (muito|eu|os|meu|mto|te|já|o|um) (meu|meus|muito) {obrigado}|{agradeço}|{valeu}|{grato}|agradecimentos
    já (te|lhe|vos|lhes|eu) {agradeço}|agradecendo
    já {grato}|{obrigado}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) por|pela|pelo qualquer|alguma|toda|toda|quaisquer {feito}|{ajuda}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) a|por|pela {alguém}|qualquer|toda|quem|alguma ({feito}|ajuda)
    {obrigado}|{agradeço}|{valeu}|{grato} (..) a todos|todas|galera que (..) puder|souber|puderem|ajudarem|souberem|responderem|ajudar|responder
    {obrigado}|{agradeço}|{valeu}|{grato} , se {alguém}|puder|puderem|souber|me
    {agradeço} (muito|desde) qualquer|toda|alguma|quem|se|quaisquer
    ficaria|ficava|serei|seria|ficarei|estaria|ficaríamos|ficaremos|estarei ({te}) ({muito}) {grato}|{obrigado}
    agradeceria|agradecia|agradecerei|agradeceríamos
    salvaria|salvariam

    # Speaking of thanks.
    {dizer} (um|só|apenas|nem|o|ao|pelo|a) (menos) {obrigado}|{valeu}
    como (se) (..) {dizer}|agradeço|agradecer (..) {obrigado}|{valeu}|{alguém}|pessoas|usuário
    {obrigado}|{valeu} em inglês|japonês|francês|espanhol|italiano|alemão|russo|grego|chinês|polonês
    {obrigado}|{valeu} significa|quer
    significa|palavra {obrigado}|{valeu}|ty
    o|um|do|no|ao|simples|nenhum|botão|comando|canal|cargo|mensagem|página|emoji|cartão {obrigado}
    um simples|só {obrigado}
    comando|canal|botão (de) {obrigado}
    {obrigado} bot não|está
    me|lhe|nos|te agradeceu|agradeceram
    devia|deveria|deve|tem|tens|podia|esqueci|esqueceu|esqueça|sem|para|deviam|deveriam|pode|podes (..) agradecer
    se (..) quiser|quiseres|quiserem (..) agradecer|{obrigado}
    brigada militar|de|do|contra|da|ambiental|policial|antiterrorista
    não {es} (..) {craque}
    um|esse|este|o mito que|urbano|grego|da|do|é
    lei {obrigado}
  `,
};
