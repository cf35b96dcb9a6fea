// How people say thank you in Portuguese, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const portuguese: ThanksWords = {
  language: 'pt',
  sets: {
    obrigado: `~obrigado, ~obrigada, ~obrigados, ~obrigadas, ~obrigadão, obrigadinho, obrigadinha, obrigadíssimo, obrigadíssima, obg, obgd, obgda, obgdo, obrg, obrgd, obrigad, obrigadaço,
      brigado, brigadão, brigadao, brigadinho, brigadinha, brigadu, brigadim, obrigadu, obrigadaum, obrigadim, brigadaum, obrigadãozão, abrigado por, obigado, obigada, bgd, obgs, obgg, obrigdo, obrgado, obrgada`,
    valeu: `valeu, vlw, vlws, valew, vlew, vlwzao, valeuzão, vlwzão, vleu, valeus, valews, valeuu, vlwzin, valeuzin, vlwww`,
    agradeço: `~agradeço, ~agradecemos, agradesso`,
    grato: `grato, grata, gratos, gratas, agradecido, agradecida, agradecidos, agradecidas, agradecidíssimo, agradecidíssima, gratíssimo, gratíssima`,
    tu: `ti, você, ocê, cê, voce, vc, vcs, vocês, voces, todos, todas, tds, @, ambos, galera, pessoal, tu, vós, o pessoal, a galera, a comunidade, a equipe, a equipa`,
    amigo: `mano, cara, irmão, brother, bro, galera, gente, pessoal, mesmo, parceiro, amigo, amiga, man, meu, chefe, aí, velho, mlk, professor, amigão, demais, mestre, família, tmj, véi,
      parça, querido, querida, malta, pá, moça, moço, @, campeão, fera, rapaziada, turma, truta, tio, chefia, patrão, lindo, linda, amor, dog, guerreiro, rei, rapaz, chapa, nobre, consagrado, msm, memo, viu, dms, bro, jovem, doutor, manos, pessoas, time, tropa`,
    te: `te, lhe, lhes, vos, nos`,
    seu: `seu, sua, seus, suas, teu, tua, teus, tuas, vosso, vossa, vossos, vossas`,
    muito: `muito, mto, mt, mtt, muitíssimo, demais, bastante, realmente, super, tanto, imensamente, extremamente, eternamente, sinceramente, tão, infinitamente, profundamente, dms, sempre, mesmo,
      muuito, imenso, pra caramba, pra krl, pra caralho, pra cacete, pra dedéu, pacas, pakas, horrores, bué, imenso, um monte, de mais, d+, mt mesmo, de coração, de verdade, de vdd`,
    es: `és, você é, voce é, vc é, vcs são, vocês são, são, cê é, @ é, foste, você foi, vc foi, tu é, vc eh, vcs foram, vocês foram, sois, cê foi, vc foi, ocê é, vocês sao, vcs sao`,
    craque: `anjo, anjos, gênio, gênios, génio, génios, mito, lenda, lendas, herói, heróis, deus, monstro, brabo, braba, foda, fodas, fera, craque, mestre, salvador, salvadora, santo, santa, rei,
      rainha, amor, máquina, melhor, melhores, crack, campeão, gigante, top, maior, maioral, incrível, incríveis, fantástico, fantástica, sensacional, maravilhoso, maravilhosa, show, espetáculo,
      espectáculo, máximo, gentil, simpático, simpática, querido, querida, generoso, atencioso, atenciosa, amável, prestativo, demais, grande, cara, fofo, fofa, fofos, fixe, porreiro, sinistro, zika, fodão, fodástico, impecável, impecáveis, bala, gente boa, anjinho, heroína`,
    mito: `mito, lenda, herói, gênio, génio, monstro, brabo, craque, salvador, anjo, mestre`,
    ajuda: `ajuda, resposta, respostas, dica, dicas, explicação, explicações, info, informação, informações, tempo, atenção, força, apoio, paciência, conselho, link, solução, esclarecimento,
      suporte, toque, contribuição, moral, ajudinha, sugestão, sugestões, disponibilidade`,
    feito: `dica, dicas, resposta, respostas, explicação, explicações, esclarecimento, esclarecimentos, info, informação, informações, link, solução, correção, toque, sugestão, sugestões, conselho, aviso, indicação`,
    antecipado: `antecipadamente, desde já, desde ja, dsd já, de antemão, antemão, adiantado, antecipado, antecipados, antecipada, por antecipação, adiantadamente, d já`,
    dizer: `dizer, dizerem, disser, dizes, falei, falam, falasse, falarem, falares, digitar, digitei, digite, digita, escrevi, escreveu, escrevem, escrevo, escreva, mandei, coloquei, dizer, digo, diz, dizem, disse, diga, dizendo, falar, fala, falou, falando, escrever, escreve, mandar, manda, ouvir, receber, dar`,
    ajudar: `ajudar, ajude, ajudem, ajudarem, puder, puderem, souber, souberem, responder, responderem, responda, respondam, possa, possam, quiser, quiserem, tiver, tiverem, informem, informe, enviem, envie, indiquem, indique,
      digam, diga, confirmem, confirme, expliquem, explique, avisem, avise, mandem, mande, esclareçam, esclareça`,
    ajudou: `ajudou, ajudaram, respondeu, responderam, participou, participaram, tentou, tentaram, explicou, explicaram, mandou, mandaram, indicou, deu, deram, passou, passaram, avisou, avisaram, teve, tiveram, contribuiu, comentou,
      comentaram, resolveu, resolveram, apoiou, apoiaram`,
    produto: `microsoft, windows, discord, google, apple, meta, github, steam, nvidia, android, amazon, whatsapp, facebook, telegram, chatgpt, gpt, copilot, java, javascript, npm, docker, linux, mac, chrome, cloudflare, aws, nintendo,
      sony, capitão, captain, sherlock, einstein, bolsonaro, lula, elon, zuckerberg, vivo, claro`,
    alguém: `alguém, alguem, algm, quem, qualquer um, alguma alma`,
    quebrou: `quebrou, quebrado, quebrar, quebrarem, perdi, estragou, estragar, estragarem, apagar, apagaram, apagou, crashou, pior, parou, arruinar, banir, bugar, bugou, ignorar, ignorarem, lixar, derrubar, derrubou, derrubarem, cair, deletar, excluir, travar, travou, zerar, foder, fuder, ferrar, atrapalhar, bloquear, reiniciar, me ignorar, sumir, expulsar, cobrar, acabar com`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    casa: `regras, regra, canal, canais, tópico, tópicos, fórum, thread, spam, flood, faq, documentação, docs, ticket, tickets, fixado, fixados, modelo, duplicado, duplicados`,
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
    mil|grande|enorme|imenso|super|mega|gigante {obrigado}
    um|o|meu (meu|muito) (grande|enorme|imenso|gigante|mega|super) {obrigado} enorme|especial|gigante|imenso|a|ao|à|aos|pra|para|pela|pelo
    o|um meu {obrigado}
    não , ({muito}) {obrigado} a {tu}
    não , ({muito}) {obrigado} eu|você|vc|nós
    muito|mt|mto brigada|brigado
    brigada|brigado viu|por|pela|pelo|gente|mesmo|demais
    {obrigado} a|ao|aos|pra|para quem|todos|todas|galera|pessoal|os (os|as) (que) (..) {ajudou}
    (eu|nós|eu é) que {agradeço}
    < [tmj|tamo junto] {amigo}
    [tmj|tamo junto] , (já|agora|era) funcionou|resolveu|consegui|deu|foi|rodou
    bem hajas
    [queria|quero|gostaria|vim|passando|venho|queremos|gostava|passei|passar|preciso|só|aproveito|aproveitar|deixar|gostaríamos|tenho que|temos que|deixa eu|deixem-me|permita-me] (..) agradecer|agradecimento
    meu|nosso (sincero|eterno|grande) agradecimento
    queria|quero|gostaria|vim|passando|venho|queremos|gostava|passei (..) {dizer} (..) {obrigado}|{valeu}
    só (queria) dizer|falar|mandar (..) {obrigado}|{valeu}
    minha (..) gratidão
    meus (..) agradecimentos
    estou|sou|fico|ficamos|somos|fiquei|tô ({te}) ({muito}) {grato}
    fico|fiquei lhe|te|vos ({muito}) {grato}
    bem haja|hajam
    < gratidão
    graças a {tu}
    graças à|a|ao|às|aos {seu} (..) {ajuda}
  `,

  thanksForDeed: `
    se não|nao fosse (por|pelo|pela|aquele|esse|este|o|a) (..) você|vc|vcs|vocês|ti|teu|tua|seu|sua|@
    < q|que|quão fofo|fofa|fofos|gentil|querido|querida (você|vc|vcs)
    é|eh por minha conta
    vocês|vcs|você|vc são|é brabos|brabo|feras|fera|fodas|foda demais
    {obrigado}|{valeu} @ (..) pela|pelo|por
    {obrigado}|{valeu} (..) por tudo|tentar|tentarem|ter|esperar
    {obrigado}|{valeu} [na mesma|de qualquer|assim mesmo|mesmo assim|novamente|outra vez|mais uma|de novo|igual|pela tentativa|pelo esforço]
    mas|porém , ({muito}) {obrigado}|{valeu} >
    mas|porém , ({muito}) {obrigado}|{valeu} {amigo}|pela|pelo|por|mesmo|de
    {obrigado}|{valeu}|{grato} (..) pela|pelo|pelas|pelos|por (..) {feito}
    {obrigado}|{valeu}|{grato} (..) por ter|terem|teres|me|ajudar|ajudarem|responder|responderem|explicar|explicarem|avisar|esclarecer|compartilhar|partilhar|ajudares|responderes
    {obrigado}|{valeu} , agora|isso|aqui|já|era|deu (..) funcionou|resolveu|certo|ajudou|funciona|consegui|deu
    < me|nos salvou|salvaram ({muito}) ({amigo}|aqui|hoje|real|kkk|kkkk) >
    < me|nos salvou|salvaram [{muito}|{amigo}|de uma|de novo|a vida|aqui]
    me|nos salvaste|salvastes
    (me) {tu} (acabou|acabaste|acabaram) (de) me|nos salvou|salvaram|salvaste|salvar
    {tu} (me) salvou|salvaram|salvaste {muito}|{amigo}
    {tu} me|nos salvou|salvaram >
    me salvou|salvaram de um|uma
    < salvou|salvaram >
    < salvou ({muito}) a pátria
    salvou-me|salvaste-me|salvaram-me
    salvou-nos|salvaste-nos
    salvou|salvaste|salvaram|salva|salvar (a|o|meu|minha) rolê|sábado|domingo|fds|madrugada|vida|dia|pele|projeto|tcc|noite|semana|trabalho|emprego|pescoço|tarde|tese
    < salvou|salvaste {muito}|{amigo}
    {tu} (que) me|nos ({muito}) ajudou|ajudaram
    me|nos ajudaste
    < me|nos ajudou|ajudaram
    me|nos ajudou|ajudaram {muito}|{amigo}
    ajudaste|ajudaram|ajudou me
    < ajudou|ajudaram|ajudaste {muito}|bastante|pra
    ajudou|ajudaram|ajudaste (mt) {muito} >
    {seu} ajuda|dica|dicas|resposta|explicação (..) foi|foram|ajudou|salvou|ajudaram (..) essencial|fundamental|ótima|excelente|perfeita|tudo|me|demais|muito|valiosa|preciosa
    (me|nos) [me tirou|me tiraste|me tiraram|nos tirou] de|do|da|dum
    < me|nos poupou|pouparam|poupaste|livrou|livraste|livraram
    {tu} me|nos poupou|pouparam|livrou|livraram
    me poupaste|livraste
    poupaste|livraste me
    livrou|livraste (a) minha|meu|a cara|barra|pele|pescoço
    (me) deu|deste|deram (me) uma (baita|enorme|grande|bela|puta|super) força|moral|ajuda|luz|mão (enorme|gigante|{muito})
    me deu|deste|deram uma|um (..) luz|força|mão|help|moral|ajuda
    {es} ({muito}) (um|uma|o|a|os|as|uns|meu|minha) ({muito}|verdadeiro|verdadeira|puta|baita|grande|meu|minha) {craque} >
    {es} ({muito}) (um|uma|o|a|os|as|uns|meu|minha) ({muito}|verdadeiro|puta|baita) {craque} {amigo}
    muito|mt|mto|super|que gentil|gentileza|simpático|fofo|querido (da|de) {seu} parte
    gentileza {seu}
    < que|um|verdadeiro|foi {mito} >
    < foi um {mito}|anjo|santo >
    < o|a brabo|braba|mito|melhor >
    < melhor pessoa
    < fera >
    < {mito} {amigo}
    < {mito} >
    meu|minha herói|heroína|salvador|salvadora|salvação|anjo
    < (foi) muito|mt|mto|super gentil|atencioso|atenciosa|prestativo|prestativa|simpático (mesmo) >
    < que gentileza
    muita gentileza
    {te} devo|devendo (..) uma|um|essa|mil (..) cerveja|breja|café|jantar|bira|fino|jola|favor
    {te} devo uma|essa|muito >
    {te} devo uma|essa|muito {amigo}|demais
    {te} devo a vida
    devo te|lhe|vos uma|essa|muito
    devo te|lhe|vos (..) cerveja|café|jantar|copo|vida|fino
    ficarei|fico|fiquei|estou|tô {te} devendo
    pago-te um|uma|umas
    {te} pago um|uma (cerveja|café|breja)
    se não fosse|fossem|fosses (por|a|o|pelo|pela) {tu}|{seu}
    ainda bem que {tu} existe|existem|está|estava|viu|me|avisou|falou
    ainda bem que existes|estavas|viste|existem
    sem {tu} (..) nunca|jamais|teria|estaria|estava|ia|tava|conseguia|conseguiria|perdia|tinha
    sem {tu} (..) não (..) teria|conseguia|conseguiria|ia|tinha|dava|sairia|saía|saberia|daria|chegava|seria
    sem (a|o|as|os) {seu} (..) {ajuda}
    que|o|quê|q (eu) faria|seria|fazia (..) sem {tu}
    que seria de mim
    não|nem (sei|tenho|há) (nem) (..) como (te|lhe|vos) agradecer
    não|nem tenho|há palavras
    como posso|te (..) agradecer
    deus {te} abençoe|pague|ajude|ilumine
    deus abençoe
    abençoado|abençoada seja
    ganhou|ganhaste (o) meu dia|respeito|coração
    fez|fizeste|fizeram (o) meu dia
    quebrou|quebraste|quebraram (..) galho|galhão
    < (eu) te amo {amigo}
    < (eu) te amo >
    adoro te >
    < (eu) amo {tu} >
    tu és grande
  `,

  answered: `
    [o problema|o erro|a solução] (..) era|foi
    tinha|tinhas razão
    (já) resolvi|resolvido
    pra|para quem (..) tiver|tem|tinha (o|esse|este) (mesmo) problema|erro
    já não (..) aparece|dá|tenho|falha|cai
    < ok|okay|ah|ahh|oh|ata|opa|blz|beleza|certo|entendi|perfeito|ótimo|show|massa|top|fixe|pronto|resolvido|sim|deu|consegui|funcionou|funciona|maravilha|edit|tranquilo|excelente|bacana|percebi|era|saquei|ahn
    < boa|bom >
    < boa|bom funcionou|era|demais|mano|cara
    deu (tudo) certo
    já|agora|aqui (..) funciona|funcionou|funcionando|consegui|deu|foi|resolvi|entendi|percebi
    era isso
    consegui resolver|aqui|fazer|entender
    vou|irei testar|tentar|ver|experimentar
    agora sim
    resolveu aqui|meu
    que|baita|grande|enorme|boa|bela|ótima|puta ajuda
  `,

  asking: `
    por favor|gentileza
    porfavor|pfv|pfvr|pf|pff|pfvor|plis|sff|fvr
    se faz favor
    < favor
    < preciso|precisava|precisamos|gostaria|gostava|peço|pedia|pedimos|solicito|solicitamos|procuro|procuramos|vendo|compro|alugo
    < queria|quero|queremos (..) saber|trocar|mudar|cancelar|alterar|comprar|pedir|uma|um|ajuda|resolver|instalar|fazer|reportar|reembolso
    [bom dia|boa tarde|boa noite|olá|oi|opa|gente|galera|pessoal] preciso|queria|quero|gostaria|gostava|estou|tô|tenho|precisava
    aguardo|aguardamos|aguardando|aguardar|aguarda|aguardos
    à|na|fico|ficamos espera
    espero|esperamos|esperando (..) resposta|retorno|ajuda|{ajudar}|alguém|novidades
    me|nos chama|chamem|chame|avisa|avisem|avise|responde|respondam|responda|manda|mandem|mande|passa|passem|envia|enviem|envie|contata|contatem
    < mandem|chama|chamem|avisem|respondam|enviem|respondem|contactem|entrem
    chama|chamar|chamem|manda|mandem|chame (no|na) pv|dm|inbox|privado|pm|zap
    interessados|interessado
    procura|vende|precisa|compra se
    socorro
    qualquer|toda|quaisquer ajuda|dica|sugestão|info|informação|ideia|luz
    aceito|aceitamos|aceita|aceitando sugestões|ajuda|dicas|ideias|sugestão
    podem|pode|podes|poderia|poderiam|podia|podiam|conseguem|consegue (me) verificar|ver|conferir|olhar|enviar|mandar|passar|checar|confirmar|resolver|responder|mudar|trocar|corrigir|analisar|informar|indicar
    < dá pra|para
    não (me|se) responde|carrega|liga|conecta|instala|atualiza|inicia|baixa|reconhece|arranca
    se (me|nos|alguém) (me|nos) {ajudar}
    tem como
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
    leiam|leia|lê|usem|use|usa|utilizem|respeitem|respeite|evitem|evite|mantenham|consultem|pesquisem|pesquise|postem|poste|abram|abra|movam|sigam|siga|vejam (..) (..) {casa}
    sem|nada|parem|pare|não|chega (de|façam|mandem|com) spam|flood|propaganda|divulgação
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    não|nao|nop|n|nah , (não) ({muito}) {obrigado}|{valeu}
    {obrigado}|{valeu} , mas dispenso|passo|prefiro
    {obrigado}|{valeu} , mas não >
    {obrigado}|{valeu} , mas não , {obrigado}|{valeu}
    {obrigado}|{valeu} , mas não (me) quero|preciso|precisa|tenho|interessa|queremos
    (eu) dispenso|passo , {obrigado}|{valeu}
    não|n (me) precisa|preciso|quero|interessa|queremos|precisamos (mais) , ({muito}) {obrigado}|{valeu}
    não|n é|tenho|temos necessário|preciso|interesse , ({muito}) {obrigado}|{valeu}
    (por|agora) (enquanto|ora) não , ({muito}) {obrigado}|{valeu}
    tô|to|estou|tou (de) boa|bem|tranquilo (assim) , {obrigado}|{valeu}
    bem|bom|ótimo|certo , {obrigado}|{valeu} , (e) (com) você|vc|tu|contigo|ti|consigo
    tmj (..) , (..) precisando|precisar|qualquer|qlqr|sempre|chama
    não|nao (..) precisa|precisas|precisam|tem|há|necessário (..) agradecer|{obrigado}
    não me agradeça|agradeças|agradeçam
    não por|que (isso) agradecer
    não|n|nunca (me) ajudou
    ajudou|ajudaram (..) (em) nada
    nem|não (se) agradeceu|agradecem|agradece
    nada que agradecer

    # Sarcasm, blame and causes.
    {obrigado}|{valeu} (..) por nada
    {obrigado}|{valeu} (..) por (..) {quebrou}
    {obrigado}|{valeu} (..) pelo|pelos|pela spoiler|spoilers|spam|bug|vírus|ban
    {obrigado}|{valeu} ({muito}|hein|ein|viu|mesmo) , {produto}
    {obrigado}|{valeu} (..) por não responder|ajudar|avisar|fazer|ler|me|responderem|ajudarem
    {obrigado}|{valeu} (..) pela|pelo (bela|linda|ótima|maravilhosa) atualização|update|patch bela|linda|maravilhosa|incrível|que
    {obrigado}|{valeu} (..) pela|pelo bela|linda|ótima|maravilhosa atualização
    perdi tudo , ({muito}) {obrigado}|{valeu}
    culpa (..) , {obrigado}|{valeu}
    graças a {tu} que
    {obrigado} ou
    {valeu} por um|uma|dois
    ficou|ficaram ({muito}) {grato}
    {agradeço} (..) o mais
    me salvaste|salvou o|a ficheiro|arquivo|partida|foto

    # What shops and forms say.
    {obrigado} (..) por|pela|pelo (a|sua|tua|vossa) compra|preferência|compreensão|inscrição|visita|assinatura|cadastro|encomenda|pedido|doação
    {obrigado} (..) por (se) entrar|contactar|contatar|escolher|cadastrar|inscrever|comprar|registrar|registar|assinar|visitar|instalar|adquirir|preferir|usar|baixar|jogar
    {obrigado} por se
    graças a {tu}|{seu} (..) (..) {quebrou}
    graças à|a|ao|{seu} (..) update|atualização|erro|bug
    {valeu} (..) a pena
    {valeu} a|o|à|mais|tudo|cada|como|apenas esforço|tentativa|que|por|espera
    não|n|nunca|que|tudo|só|quanto|jogo|gol|regra|ponto|cupom {valeu}
    {valeu} pena|cada|ontem|até
    {valeu} pra|para todos|todo|mim|nada|quem|os|as
    ninguém|não|n|você|vc|tu|cê|gente|usuário|cliente é obrigado|obrigada
    é obrigado|obrigada ter|colocar|usar|fazer|pagar|atualizar|instalar|que
    sou|ser|fui|foi|somos|está|estou|estava|era|ficou|me|fica|sentir|sentiu|são|eram|seria|sendo|foram|fomos|vi|viu|vejo|ver|sente|sinto|sentem|sentindo|será|serão (que|meio|quase|praticamente|legalmente) (que) obrigado|obrigada|obrigados|obrigadas (a) (_)
    {obrigado} a usar|pagar|trocar|mudar|reinstalar|formatar|fazer|ter|instalar|comprar|aceitar|responder|ajudar|atualizar|reiniciar|sair|ficar|ler|ver|ir|dar|colocar|assinar|baixar|escolher|passar|saber
    brigado|brigada|brigados com
    gratidão não|faz
    gratidão é importante|tudo|fundamental|essencial


    # In advance.
    {obrigado}|{agradeço}|{valeu}|{grato} (..) , (já) {antecipado}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) pela|pelo|por (..) (..) {antecipado}
    (fico|sou|estou|ficamos) ({muito}) {grato} , {antecipado}
    {antecipado} , (deixo|fico|ficamos|eu) (o|meu|te|lhe|vos) (meu|muito) ({muito}) {obrigado}|{grato}|agradecimento|agradecimentos
    desde logo , {obrigado}|{agradeço}|{grato}
    (já) deixo meu {obrigado}
    {antecipado} , (muito|eu|os|meu|mto|te|já|o|um) (meu|meus|muito) {obrigado}|{agradeço}|{valeu}|{grato}|agradecimentos
    já (te|lhe|vos|lhes|eu) {agradeço}|agradecendo
    já {grato}|{obrigado}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) por|pela|pelo qualquer|alguma|toda|toda|quaisquer {feito}|{ajuda}
    {obrigado}|{agradeço}|{valeu}|{grato} (..) a|por|pela {alguém}|qualquer|toda|quem|alguma ({feito}|ajuda)
    {obrigado}|{agradeço}|{valeu}|{grato} (..) a todos|todas|galera que (..) puder|souber|puderem|ajudarem|souberem|responderem|ajudar|responder
    {obrigado}|{agradeço}|{valeu}|{grato} (..) a|por|pra|para quem {ajudar}
    {obrigado}|{agradeço}|{valeu}|{grato} quem {ajudar}
    ({te}) {agradeço} (que|se) (me|nos) {ajudar}
    {obrigado}|{valeu}|{grato} (..) , (e) (fico) (no) aguardo|aguardamos|aguardando
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
    de|nem|quantos|com {obrigado}
    detecta|detectar|reconhece|conta|lê|pega|aceita|identifica (o|só|como|a|apenas|com|palavra|também) {obrigado}|{valeu}
    detecta|reconhece|conta {obrigado}|{valeu}
    {obrigado}|{valeu} (também) conta|contam (como) (ponto|voto)
    significa (..) {obrigado}|{valeu}
    gracias|danke|merci|thanks|thank|arigato|arigatou|grazie (you) significa|quer (dizer) (..) ({obrigado})
    {obrigado} o que
    pra|para agradecer (alguém|a|o|ao|uma|um|outro|use|usa|digite|basta|é)
    {obrigado} bot não|está
    me|lhe|nos|te agradeceu|agradeceram
    devia|deveria|deve|tem|tens|podia|esqueci|esqueceu|esqueça|sem|para|deviam|deveriam|pode|podes (..) agradecer
    se (..) quiser|quiseres|quiserem (..) agradecer|{obrigado}
    brigada militar|de|do|contra|da|ambiental|policial|antiterrorista
    não {es} (..) {craque}
    um|esse|este|o mito que|urbano|grego|da|do|é
    lei {obrigado}
    {agradeço} (..) compreensão|preferência|colaboração|cooperação|visita
    {obrigado}|{valeu} (..) por (ter|terem) entrado|entrar (em) contato|contacto
    não quero|queria|preciso|peço|espero (de|um|nenhum) {obrigado}
    {obrigado} (..) pela (sua|vossa) paciência|espera , estamos|já|nossa|nosso|a|o|em
    {obrigado} (..) pela (sua|vossa) espera
  `,
};
