// How people say in Portuguese that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const portuguese: SolvedWords = {
  language: 'pt',
  sets: {
    it: `isso, isto, tudo, agora, assim, já, a solução, sua solução, a dica, @, e, aqui, ele, ela`,
    adv: `agora, já, finalmente, perfeitamente, certinho, bem, tudo, de novo, novamente, corretamente, realmente, direitinho, também, assim, aqui, mesmo, enfim, sem problemas,
      perfeito, normal, normalmente, muito, obrigado, obrigada, bonito, show, legal, sim, me, pra mim, super`,
    works: `~funcionou, ~funciona, funcionando, rodou, foi, rolou, resultou, funfou, roda, rodando, deu certo, tá funcionando, está funcionando, está a funcionar, já funciona, voltou a funcionar`,
    fixed: `resolvido, solucionado, corrigido, arrumado, consertado, resolvida, solucionada, resolvidos`,
    fixes: `resolveu, solucionou, corrigiu, arrumou, consertou, resolvi, consegui resolver, consegui arrumar, consegui corrigir, consegui solucionar, arrumei, corrigi, consertei`,
    trouble: `problema, erro, erros, problemas, bug, falha, mensagem`,
    thanks: `obrigado, obrigada, valeu, vlw, brigado, obg, muito obrigado, muito obrigada`,
    not: `não, nao, n, nem, nada, nunca, tampouco, ñ`,
    // What a thing does that works.
    runs: `compila, compilou, inicia, iniciou, carrega, carregou, abre, abriu, conecta, conectou, liga, ligou, sobe, subiu, builda, buildou`,
  },
  supposing: `
    se
    quando
    assim que
    por que
    porque
    como
    espero
    tomara
    talvez
    deveria|deveriam|poderia|seria|teria
    pode|podem|posso|deve|devem
    acho que|se
    achei|pensei que
    normalmente|geralmente|sempre|antes
    às vezes
    alguém
    até
    para que
    vai|vão
    me avisa|avise|diz
    será
  `,
  solved: `
    < ({adv}) {fixed} >
    < {fixed} , {thanks}|agora|já|com|era
    já|foi|tá|está|ficou (tudo) {fixed} (agora|aqui|obrigado)
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    agora (sim|tudo) {works}
    tudo|aqui {works} perfeitamente|certinho|bem|agora
    deu certo (aqui|agora|{thanks})
    {works} perfeitamente|certinho|direitinho
    (isso|assim|já|sua solução|a dica) (já) {fixes} (o|meu|aqui|tudo|obrigado|com|assim) ({trouble})
    < {fixes} (aqui|o|meu|tudo|obrigado|isso|assim|com|agora) ({trouble}) >
    < {fixes} >
    {fixes} (o|meu|a|minha) {trouble}
    consegui [aqui|agora|fazer funcionar|resolver|obrigado] >
    (o|meu) {trouble} (foi|está|já|ficou|tá) {fixed}|sumiu
    {trouble} {fixed}|sumiu|desapareceu
    não|nao [dá|tem|aparece|deu|está dando|tenho] mais (o|esse|nenhum) {trouble}
    era justamente|exatamente [isso|o problema]
    era isso
    tudo certo|ok|resolvido [agora|por aqui]
    voltou ao normal
    dúvida (foi) resolvida|esclarecida|sanada
    parou|parei|deixou de dar|travar|falhar|crashar|ter|acontecer (o|esse|este) (erro|erros|problema) >
    agora foi >
    agora|já|finalmente (tá|está|ta) rodando|funcionando|indo|compilando|carregando|abrindo|normal
    sumiu|desapareceu (o|esse) {trouble} (agora)
    agora|já|finalmente (sim) {runs} (certo|certinho|normal|tudo)
    < compilou|conectou|carregou|iniciou >
    compilou|conectou|carregou|iniciou|entrou|abriu|subiu aqui|agora|certinho|normal
    < entrei|consegui entrar (aqui|agora) >
    < entrei , {thanks}
  `,
  noHelp: `
    de nada
    por nada
    (não|nao) (há|tem) de quê|que
    imagina >
    disponha
    às ordens
    sem problema|problemas >
    (um) prazer
    que bom
    fico feliz
    boa sorte
    tamo junto
    (não|nao) (faço|tenho) ideia
    (não|nao) sei
    não sei (dizer|te dizer)
    mesmo problema (aqui|comigo)
    estou com o mesmo
  `,
  pending: `
    [vou|irei|vamos|deixa eu|deixe me] (..) tentar|testar|ver|verificar|ler|fazer|dar|checar|olhar|experimentar|procurar
    < testando|tentando|verificando
    já testo|tento|vejo
    um momento|segundo|minuto|instante
    (só) um [momento|minuto|segundo|instante]
    {thanks} (..) , mas
    {thanks} [de qualquer forma|mesmo assim|de todo modo|de todo jeito]
    mesmo assim {thanks}
    {thanks} (por) tentar
    ({it}) ({adv}) {works} (..) , [mas|porém|só que]
    [quase|parcialmente|em parte] ({works}|{fixed})
    canal errado
  `,
  alone: `
    (já) consegui|resolvi|achei|encontrei|descobri|arrumei|corrigi (resolver|o|a|isso|aqui|arrumar|descobrir) (aqui) [sozinho|sozinha|por conta]
    (já) achei|encontrei|descobri o|a erro|problema|solução|motivo|causa
    (já) achei|encontrei|descobri (o|a) [{trouble}|solução|motivo|causa]
    < achei >
    < descobri >
    (foi|era|é) (um) erro meu|bobo|besta
    (foi|era|é) (um) erro de digitação
    erro meu
    (foi|era) (minha) culpa (minha)
    falha minha
    (eu) (tinha) esqueci|esquecido|esquecemos
    deixa pra lá
    deixa quieto
  `,
  stillBroken: `
    ({it}) (ainda|mas|também|infelizmente|continua|aqui|mesmo assim|comigo) {not} (está|tá|foi|me|tinha|mais|deu|quer|ta|foram) ({adv}) [{works}|{fixed}|{fixes}|certo|funcionar|resolve|resolver|mudou|adianta|adiantou|resolvi|consegui|deu]
    ainda (não|está|tá|dá|com|o|continua|sem|tem|aparece|estou|to|ta|quebrado) [com|o|dando|quebrado|mesmo|erro|problema|funciona|funcionar|um|deu|resolvido|certo|solução]
    ainda (com) (o) (mesmo) {trouble}
    continua (não|com|dando|o|igual|quebrado|sem|a|na|aparecendo|acontecendo|mesma|travando) [erro|mesmo|funcionar|funcionando|problema]
    (o|dá|deu|mesmo|a) (o) mesmo|mesma {trouble}|resultado|coisa
    {trouble} [persiste|continua|permanece|voltou|segue|ainda]
    nada [mudou|funciona|funcionou|adiantou|feito|resolveu]
    sem sucesso|sorte|efeito|solução
    não|nao mudou|adiantou (nada)
    nenhuma mudança|diferença
    agora (dá|está|deu|aparece|tenho|to) (..) (outro|um|novo) {trouble}
    outro {trouble}
    parou de funcionar
    ({it}) ({adv}) {works} (..) , mas|porém (..) {not}|ainda|continua
    quebrou de novo
    quebrado de novo
    não resolvido
    < nada ainda >
    ainda|continua trava|travando|cai|caindo|crasha|crashando|falha|falhando
    não|nao {runs} (ainda|mesmo)
    < (isso|assim|aqui) também não >
  `,
  neither: `
    ({it}) ({adv}) {works} (bem|perfeitamente) (..) [ontem|antes|até|assim que|quando|se|em|com|sem|para|no|na|como|localmente]
    foi [o|a|um|uma|mal|mau|só|bom|feito|eu|assim|isso|que|em|no|na|para|por|ontem|antes]
    isso|ele|ela|tudo|já|assim|e|aqui foi (o|a|um|uma|mal|só|bom|feito|eu|que|em|no|na|para|por|ontem|antes|muito)
    agora foi o|a|um|uma|mal|só|bom|feito|eu|que|em|no|na|para|por|ontem|antes|muito
    não|nao|n sei|entendo|entendi (o) (por que|porque|como|se|motivo) (..) (..) {not}
    para|pra resolver|arrumar|corrigir
    [ser|seja|será|sendo] {fixed}
    {not} (tenho|há|tem|é|tive) (nenhum|um|o) {trouble}
    certo ou errado
    como funciona
  `,
};
