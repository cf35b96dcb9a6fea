// How people say thank you in Spanish, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const spanish: ThanksWords = {
  language: 'es',
  sets: {
    gracias: `~gracias, grax, grac, grasias, grasia, graxias, grx, grcs, grcias, grachias, garcias, graciaas, graciitas, gracitas, garacias, gacias, grasiaas, tenkiu, tenks, senkiu, sankiu, grs, gracs, gcs, gracis, grasis, gracías, mersi`,
    agradecido: `~agradecido, ~agradecida, agradecidos, agradecidas, agradesido, agradesida, agradecidísimo, agradecidísima, agradecidísimos`,
    agradezco: `~agradezco, agradesco, ~agradecemos`,
    muchas: `~muchas, mil, miles, millones, infinitas, mchas, muxas, muchisimas, muchísimas, tantas, mushas, muchs, muchass, mxas, mchs, mills, un millón de, miles de, millones de, mil millones de`,
    amigo: `bro, mano, amigo, amiga, amigos, hermano, hermana, hermanos, compa, compas, carnal, crack, jefe, jefa, tío, tia, tio, wey, güey, we, man, che, loco, viejo, parce, pana, causa, weon, wn, bn,
      boludo, maestro, rey, reina, colega, chaval, macho, guapo, guapa, mijo, gente, chicos, chicas, muchachos, socio, capo, genio, profe, equipo, banda, raza, mi pana, mi rey, mi bro, @`,
    ti: `ti, vos, usted, ustedes, vosotros, vosotras, todos, todas, uds, ud, @, ambos, los dos, el equipo, la comunidad, vs`,
    te: `te, os, le, les, se, se lo, se los, te lo, les lo, os lo`,
    tu: `tu, su, vuestra, vuestro, vuestras, vuestros, tus, sus`,
    muy: `muy, tan, super, súper, re, mega, demasiado, siempre, realmente, totalmente, eternamente, enormemente, infinitamente, profundamente, sumamente, sinceramente, la verdad,
      de verdad, muchísimo, mucho, un montón, bastante, muchisimo, de corazón, de todo corazón, mogollón, banda, caleta, bien, literalmente`,
    eres: `eres, sos, es usted, son, sois, ers, @ es, @ eres, fuiste, has sido, ustedes son, son ustedes, están`,
    crack: `crack, cracks, genio, genia, genios, capo, capa, capos, grande, grandes, máquina, máquinas, fenómeno, amor, ídolo, ídola, dios, diosa, sol, ángel, ángeles, leyenda, leyendas,
      héroe, heroína, héroes, salvador, salvadora, salvavidas, maestro, maestra, maestros, rey, reina, mejor, mejores, puto amo, amo, puta ama, tesoro, encanto, titán, figura, bestia,
      monstruo, fiera, groso, grosa, máximo, más, amable, amables, genial, geniales, increíble, increíbles, generoso, generosa, un amor`,
    idolo: `genio, genia, capo, ídolo, ídola, salvador, salvadora, héroe, fenómeno`,
    ayuda: `ayuda, respuesta, respuestas, consejo, consejos, explicación, explicaciones, info, información, tiempo, apoyo, aporte, dato, tip, tips, solución, paciencia, atención,
      aclaración, link, enlace, sugerencia, sugerencias, gesto, orientación, interés`,
    quería: `quería, quiero, quisiera, queremos, queríamos, quisiéramos, gustaría, vengo, vine, venía, paso, pasaba, pasé, aprovecho, permítanme, permítame, permíteme, déjame, déjenme, dejadme,
      tengo que, tenemos que, debo, cabe, no puedo dejar de`,
    agradecer: `agradecer, agradecerte, agradecerles, agradeceros, agradecerle, agradecérselo, agradecértelo`,
    ayudó: `ayudó, ayudaron, ayudáis, ayudado, respondió, respondieron, respondido, contestó, contestaron, contestado, pasó, pasaron, pasado, tomó, tomaron, tomado, explicó, explicaron,
      intentó, intentaron, intentado, hicieron, estuvo, estuvieron, estado, aportó, aportaron, mandó, mandaron, comentó, comentaron, echó, echaron, echado, aguantó, aguantaron, dieron, avisó, arregló`,
    ayude: `ayude, ayuden, ayudéis, pueda, puedan, podáis, sepa, sepan, sepáis, responda, respondan, conteste, contesten, quiera, quieran, tenga, tengan, eche, echen, oriente, orienten, indique, indiquen, diga,
      digan, explique, expliquen, confirme, confirmen, envíe, envíen, mande, manden, pase, pasen, informe, informen, avise, avisen, revise, revisen, podrá, podrán, ayudará, ayudarán`,
    petición: `pásenme, pásame, mándenme, mándame, envíenme, envíame, avísenme, avísame, escríbanme, escríbeme, contáctenme, , contáctame, contáctenos, respóndanme, respóndeme,
      contéstenme, contesten, explíquenme, explíqueme, explíquenos, indíquenme, indíqueme, díganme, dígame, dime, échenme, echadme, decidme, pasadme, ayudadme, avisadme, ayúdenme,
      ayúdame, ayúdeme, confírmenme, confírmeme, orienten, oriéntenme, agréguenme, agrégame, escribime`,
    romper: `romper, romperlo, romperme, rompernos, arruinar, arruinarlo, arruinarme, borrar, borrarme, borrarlo, banear, banearme, joder, joderme, joderlo, estropear, estropearlo, fastidiar, tumbar, tumbarme, tumbarnos,
      tirar, tirarme, caerte, caerse, caeros, reiniciarte, reiniciarse, reiniciar, colgarte, colgarse, cargarte, cargaros, cargarse, destrozar, matar, hundir, crashear, bloquear, bloquearme, cagarla, perder, perderme,
      ignorarme, ignorarnos, ignorar, spoiler, spoilers, spam, hacerme, hacernos, quitarme, quitarnos, cobrarme, cobrarnos, molestar, dejarme|dejarnos (..) sin|visto|tirado|plantado|colgado|leído|esperando, fallar, echarme`,
    producto: `microsoft, windows, discord, google, apple, meta, github, steam, nvidia, android, amazon, whatsapp, facebook, telegram, chatgpt, gpt, copilot, java, javascript, npm,
      docker, linux, mac, chrome, , cloudflare, aws, nintendo, sony, capitán, captain, sherlock, obama, einstein, movistar, elon, zuckerberg`,
    hecho: `respuesta, respuestas, explicación, consejo, consejos, dato, datos, tip, tips, info, información, solución, aporte, corrección, aclaración, link, enlace, sugerencia, recomendación,
      responder, contestar, aclarar, aclararme, explicar, explicarme, responderme, contestarme, ayudarme, avisar, compartir, pista, guía, rapidez, intento, intentarlo, review, revisión, fix, pr`,
    antemano: `de antemano, antemano, por adelantado, de ante mano, deantemano, anticipadas, anticipadamente, por anticipado, con anticipación, adelantadas, de antemao`,
    decir: `decir, di, dile, diles, decile, dice, dicen, dijo, diga, digan, dije, escribir, escribe, poner, recibir, enviar, dices, pones, pone, ponen, ponga, pongas, puse, pusiste,
      escribes, escriben, escriba, escriban, escribas, escribí, escribió, daré, daría, daremos, dado, dando, dieron, dio, daba, darle, darles, decirle, decirles, dé, dar, dan, das, da`,
    alguien: `alguien, alguno, alguna, algun, quién, cualquiera, algn, algien, alguin, alma caritativa`,
    roto: `roto, rota, rompió, cayó, perdí, perdió, borró, peor, rompiste, borraste, arruinaste, bloqueado, baneado, nada`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    casa: `reglas, regla, normas, norma, canal, canales, hilo, hilos, foro, tema, spam, flood, duplicado, duplicados, ticket, tickets, plantilla, faq, documentación, docs, fijado, fijados, anclado, anclados`,
    mostrado: `log, logs, registro, captura, capturas, pantallazo, código, traza, versión, config, configuración, error completo, archivo`,
  },

  thanks: `
    {gracias}
    ({muchas}) {gracias} a {ti}
    {gracias} a .. por
    {muchas} {gracias}
    < {gracias} a la|el|los|las comunidad|equipo|mods|admins|chicos|muchachos|banda|gente|peña|raza|cabros|staff
    ({te}) ({muy}) {agradezco}
    {agradezco} {muy}
    {muy} {agradecido}
    < {agradecido}
    estoy|estamos|quedo|quedamos {agradecido}
    {quería} (..) decir|decirte|decirles|decirle|deciros|darte|darles|darle|daros|dar|dejar|mandar|mandarles (..) {gracias}
    solo|solamente (..) decir|decirte|decirles|darte|darles|daros (..) {gracias}
    {quería}|solo|solamente (..) {agradecer}
    < {agradecer} a {ti}|todo|toda
    expresar|transmitir|manifestar|mostrar (..) agradecimiento|gratitud
    (te|os|le|les|se) (las|la) doy|damos (..) {gracias}
    dar (..) {gracias} a {ti}|@
    un {gracias} enorme|gigante|grande|inmenso|especial|de (a|para)
    un enorme|gigante|gran|inmenso {gracias}
    no , ({muchas}) {gracias} a {ti}
    {muchas} gracia
    < gracia >
    < gracia {amigo}|por
    {gracias} a quien|quienes|los|todos|todas|aquellos|el (los|las|aquellos) (que) (..) {ayudó}
    moltes|moltíssimes|mil gràcies
    < gràcies >
    < gràcies per|a|nois
    moitas|moitísimas|mil {gracias}|grazas
    < grazas
    eskerrik asko
    mila esker
    esker mila
    doy (..) {gracias} a {ti}
    < se agradece >
    se aprecia (el|la) {ayuda}|esfuerzo|intento
    no me|nos canso|cansaré|cansamos de darte|darles|daros|agradecer|agradecerte|agradecerles (..) ({gracias})
    < se agradece {amigo}
    se te|le|les|os agradece
    se (te|le|les|os) agradece (..) tu|el|su|un|la (..) {ayuda}|montón|esfuerzo|detalle|rapidez
    se agradece {muy}
    mi|mis|nuestro|nuestros|todo (..) agradecimiento|agradecimientos|gratitud
    {gracias} a {tu} (..) {ayuda}|tutorial|script|guía|post|comentario|mensaje|código|vídeo|video|plugin|ejemplo
  `,

  thanksForDeed: `
    un (gran|fuerte) aplauso para|a {ti}
    < q|qué|que amable|amables
    < q|qué|que buena|buen gente|onda (son|sois|eres|sos)
    no sé|se qué|que haría|haríamos sin {ti}
    {gracias} (..) por {hecho}|la|el|tu|su|los|las|tus|vuestra|esta|este|tan (..) {hecho}
    {gracias} (..) por haberme|haber|habernos|tomarte|tomarse|ayudarme|responderme|explicarme|ayudar
    {gracias} , ya|me|eso|ahora|así|lo|con (..) funciona|funcionó|sirvió|ayudó|quedó|pude|anda|sirve|anduvo|entendí|solucioné|arreglé|salió
    {gracias} @ (..) por
    {gracias} (..) por (..) intentarlo|intentar|todo|todos|tanto|ayer
    pero|igual|igualmente , ({muchas}) {gracias} >
    pero|igual|igualmente , ({muchas}) {gracias} {amigo}|por|igual|igualmente|de
    pero|igual|igualmente|aunque (aun) (así) , se agradece
    {gracias} [igual|igualmente|nuevamente|de nuevo|otra vez|de todas|de todos|de cualquier]
    me|nos (has|han|habéis|re|acabas de|acaban de) salvaste|salvado|salvas|salvaron|salvasteis|salvar|salvan
    @ me|nos (ha) salvó|salvado
    < salvaste >
    [salvaste|salvas|salvó|has salvado|han salvado|habéis salvado|salvaron] (..) (el|la|mi|las) día|vida|noche|pellejo|tarde|semana|examen|trabajo|pescuezo|curro|tesis|culo|papas|entrega|finde
    salvado el|la|mi día|vida|pellejo|culo
    me|nos (re|has|habéis|han) ({muy}) ayudaste|ayudado|ayudaron|ayudasteis|ayudas
    me|nos (re) ha ayudado {muy}|un
    me|nos (has|habéis|han) quitaste|quitado|sacado un peso
    < ayudaste|ayudaron|ayudasteis {muy}|un
    me|nos [sacaste|sacaron|sacasteis|has sacado|han sacado|habéis sacado] [de un|de una|de este|de ese|de esta|de dudas|de la duda|del apuro|las castañas]
    me|nos (re) [ahorraste|ahorraron|ahorrasteis|has ahorrado|han ahorrado|habéis ahorrado|evitaste|evitaron|has evitado|habéis evitado|han evitado|libraste|has librado]
    me|nos [alegraste|alegraron|has alegrado|habéis alegrado|han alegrado|arreglaste|has arreglado|hiciste|has hecho] el|la día|tarde|noche|semana|vida|finde
    {eres} ({muy}) (un|una|el|la|lo|los|las|mi|unos|puro|todo|toda) ({muy}|gran|verdadero|auténtico|puto|pinche|completo|absoluto|p) {crack} >
    {eres} ({muy}) (un|una|mi|unos|unas|el|la|los|las) ({muy}|verdadero|puto|pinche) {crack} {amigo}|tío|total|absoluto|eh|jaja|jajaja
    {eres} (..) la hostia|leche|caña|onda|ostia|polla|bomba|pera >
    {eres} lo más|mejor|máximo grande|lindo|crack|genial|que
    < [pedazo de|alto|alta|menudo|vaya|tremendo|qué|que|q] {idolo}|crack|fiera|maestro (eres|sos) >
    < qué|que|q (pedazo|grande) (de) {idolo}|crack|máquina|maestro eres|sos|sois
    < qué|que|q grande|grandes|capo|genio|crack|amable|amables|majo|maja eres|sos|sois|son|@
    (eres|sos) (un|una) crack|genio|genia|máquina|fiera|capo|capa|grande|fenómeno|maestro @
    @ (eres|sos) (un|una) crack|genio|genia|máquina|fiera|capo|capa|grande|fenómeno|maestro >
    < un|una|unos crack|cracks|genio|genia|genios|capo|capa|fenómeno|fiera >
    < el puto amo >
    muy|qué|súper|super amable|amables >
    amable de|por {tu} parte
    < amable >
    {te} debo (..) una|cerveza|cervezas|birra|birras|chela|chelas|grande|café|vida|asado|caña|cañas|gorda|pola|fría|cena >
    {te} debo (..) cerveza|cervezas|birra|birras|chela|chelas|café|vida|asado|caña|cañas|gorda|pola
    {te} debo una {amigo}|grande|gorda|bien|de
    {te} invito (a) (..) cerveza|cervezas|birra|birras|chela|chelas|café|asado|caña|cañas|pola|polas|tacos|cubata|fría
    sin {tu} {ayuda}|paciencia|tutorial|guía|explicación
    ({muy}) aprecio|apreciamos|valoro|valoramos ({muy}) (que) {tu}|hayas|hayan|hayáis|te
    aprecio|apreciamos|valoro|valoramos {muy}
    menos mal que (tú|vos) existes|estás|estabas|estáis|existís|existen|estaban|apareciste|viniste
    menos mal que (..) ayudaste|avisaste|respondiste|contestaste
    si no fuera|es|era|fuese|llega|hubiera|hubiese|llegaba (a|sido|si) (ser) por {ti}|{tu}
    de no ser|haber (sido) por {ti}|{tu}
    sin ti|vos|ustedes|vosotros (..) [nunca|jamás|estaría|seguiría|lo hubiera|lo habría|no hubiera|no habría|no hubiese|no lo|no podía|no salía|no llegaba|no sabría|perdía]
    no (..) lo hubiera|habría|hubiese (..) sin {ti}|{tu}
    qué haría (..) sin {ti}
    que haríamos|hago (..) sin {ti}
    no (sé) (..) cómo agradecerte|agradecerles|agradecértelo|agradeceros|agradecerle
    cómo (te|les|os) (lo) (puedo) agradezco|agradecerte|agradecerles|agradecértelo
    (que) dios te|los|les|le|lo|la|os|se (lo|los) bendiga|pague|bendice|guarde|cuide
    < bendiciones >
    < bendiciones a|para {ti}|{amigo}
    < bendiciones {amigo}
    bendito|bendita|benditos seas|sea|sean
    < mi|eres (mi|un) salvador|salvadora|héroe|ídolo|salvavidas|salvación
    mi salvación
    < {idolo} >
    < {idolo} total|absoluto|@|mal
    te|os|los|las amo|quiero|adoro por eso|esto
    < (ya) [te|os] amo|quiero|adoro ({amigo}|mucho|jaja|jajaja|un montón|demasiado) >
    < [los|las] amo|adoro ({amigo}|jaja|jajaja) >
    te|les [mereces|ganaste|merecen|has ganado] (..) cielo|cerveza|altar|monumento|birra|estatua|todo
    te pasaste >
    (te|se) (la) rifaste|rifas|rifaron|rifó|luciste|mamaste|rayaste >
    (te|se) (la) rifaste|rifas|rifaron|rifó|luciste|mamaste|rayaste {amigo}
    (te|se) la rifaste|rifas|rifaron|rifó
    < q|qué|que (pedazo|grande) (de) grande|crack|genio|genia|capo|capa|maestro|máquina >
    me|nos (re) sirvió|sirvieron|ayudó|ayudaron {muy}
    me|nos re sirvió|sirvieron|ayudó
  `,

  answered: `
    por si a {alguien} (más) le (..) sirve|pasa|ocurre|interesa|ayuda|sucede
    ya no (me|nos) (..) sale|tengo|aparece|da|pasa|falla|crashea|hay|tira|salta
    (gracias|listo) por fin (ya) funciona|funcionó|anda|pude
    [el problema|el error|la solución|el fallo|la culpa] (..) era
    tenía|tenías (..) mal|razón
    justo (..) lo que
    < ok|okay|vale|dale|ah|ahh|oh|listo|perfecto|genial|bien|bueno|excelente|joya|buenísimo|órale|va|sí|entiendo|entendido|solucionado|resuelto|edit|uff|ya|aaa|ahí|claro|okey|guay|anda
    ya (..) funciona|funcionó|sirve|pude|quedó|está|entendí|vi|encontré|salió|solucioné|anda
    me funcionó|sirvió
    eso era
    era eso
    lo encontré|solucioné|arreglé|logré
    voy a probar|intentar|ver
    lo pruebo|intento|voy
    ahora (sí|lo|ya) funciona|entiendo|anda|sí
    gran|tremenda|enorme|buena|excelente|qué|que|mucha ayuda
  `,

  asking: `
    porfavor|porfa|porfis|xfa|xfavor|plis|pls
    por favor
    {alguien} (..) sabe|sabría|puede|podría|pueda|tiene|conoce|tendrá|podrá|ayuda|ayude|entiende|usa|pudiera|sepa|ha|disponible|conectado
    {alguien} (que|me|por|aquí|con|de)
    el|los|quien|quienes|aquel (que) (me|nos|lo) {ayude}
    pueden|podrían|puedes|podrías|podéis|podríais|puede|podría|podes|podés|podría|pudieran|pudieras|pudiera
    {petición}
    < pasen|manden|envíen|escriban|avisen|ayuden|respondan|contesten|pasa|favor
    [hola|buenas|tardes|días|noches|buen día] necesito|necesitamos|busco|quisiera|quería|quiero|tengo|solicito|requiero|ocupo
    < (yo) necesito|necesitamos|busco|buscamos|solicito|solicitamos|requiero|ruego|rogamos|vendo|compro|alquilo|contrato|regalo|ocupo
    les|le|os ruego|ruega|rogamos|pido|pedimos
    se busca|buscan|vende|venden|necesita|necesitan|requiere|ruega|solicita|aceptan
    interesados|interesado|interesadas
    quedo|quedamos|quedando|estoy|estamos|sigo (muy|al) atento|atenta|atentos|pendiente
    os|los|les leo
    < leo
    (a) la espera
    < (y) espero|esperamos|esperando (..) respuesta|respuestas|ayuda|alguien|solución|noticias|{ayude}
    cualquier|toda|alguna|algún|algun ayuda|info|sugerencia|idea|consejo|aporte|opinión|recomendación|información
    a ver si {alguien}|me|pueden
    me|nos ayudan|ayudas|ayudáis|dicen|dices|explican|pasan|pasas|decís|ayudás|ayude|echan|echáis|echas
    ayúdenme|ayúdame|ayudenme|ayudame
    < ayuda
    ayuda >
    ayuda con|para
    necesito|necesitaba|busco|ocupo|necesitaría|necesitamos (..) ayuda|saber|alguien|hacer
    < [dónde|cuál|por qué]
    cómo|como|dónde|donde (se|lo|le) puedo|hago|hacer|debo|consigo|arreglo|instalo|encuentro
    cómo|como|dónde|donde se hace|puede|instala|configura|llama|pone|usa|arregla|activa|cambia
    hay|existe (..) forma|manera|alguna|algún
    saben|sabes|sabéis|sabe si|cómo|como|por|cuál|qué|donde|dónde|de
    [tengo|tenemos|hay|sigo con|estoy con|ando con] (..) problema|duda|pregunta|error|problemas|dudas|consulta
    tienen|tienes|tenéis|alguna|algún|algun (..) idea|sugerencia|consejo|recomendación
    una pregunta|duda|consulta|ayudita
    no sé cómo|qué|por|si|dónde|cuál|hacer
    no (me|se) responde|conecta|abre|descarga|actualiza|inicia|enciende|reconoce
    no (me|lo) funciona|sirve|anda|puedo|logro|entiendo|deja|sale|carga|arranca
    es posible
    gustaría|quisiera saber
    si {alguien}|pueden|puedes|saben
    díganme|dime|diganme
    lean|leed|lee|leé|leer|usen|usad|usa|usá|respeten|respetad|respeta|mantengan|eviten|evitad|evita|revisen|revisa|revisad|consulten|busquen|busca|publiquen|publica|posteen|abran|abre|muevan|sigan|sigue (..) (..) {casa}
    pasas|pasa|pasan|pasás|mandas|manda|envías|envía|compartes|comparte|subes|sube|pegas|pega|pon|pones|adjunta|adjuntas (..) {mostrado}
    no|nada|eviten|sin (hagan|hagas|manden|mandes|de|más|abran|abras|hacer) spam|flood|publicidad|duplicados
    usen|usa|usad|utilicen el buscador|botón|formulario
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    no|nah|nop , (no) {gracias}
    no , {muchas} {gracias}
    {gracias} , pero no|paso >
    {gracias} , pero (..) no , {gracias}
    {gracias} , pero (ya) no (me|lo|nos) interesa|hace|necesito|quiero|hacía|necesitamos
    {gracias} , pero (yo) paso|prefiero
    así|estoy (ya) (estoy|está) bien , {gracias}
    < (yo) paso , {gracias}
    (todo) bien|bn (..) , {gracias} , (y|tú|vos|usted) tú|vos|ustedes|usted|y|ti
    bien y tú|vos|usted , {gracias}
    no (me|nos) hace|es|interesa|ahora|quiero|necesito|necesitamos (falta|necesario|interesado) , ({muchas}) {gracias}
    (por) ahora no , ({muchas}) {gracias}
    nel|nop|nanay|nones|naa , ({muchas}) {gracias}
    no (..) hay (..) que|de|nada (..) agradecer
    nada (..) que agradecer
    no me|nos (..) {agradezco}|agradezcas|agradezcan|des|den (..) ({gracias})
    no (..) hacen|hace falta (..) {gracias}
    no (..) tienes|tienen|necesario (..) {gracias}

    # Sarcasm, blame and causes.
    ({muchas}) {gracias} (..) por nada
    {gracias} (..) por (..) {romper}
    {gracias} (..) por no responder|contestar|ayudar|avisar|hacer|leer|servir|decir|contestarme|ayudarme|avisarme
    {gracias} (..) por (..) actualización|update|parche|cambio|versión que (..) {roto}
    {gracias} (a) , {producto}
    ({muchas}) {gracias} (a) {producto} (..) por
    ({muchas}) {gracias} eh , (..) (ahora|ya|sigue|no) no|ni|igual|peor
    culpa (..) , ({muchas}) {gracias}

    # What shops and forms say.
    {gracias} (..) por (su|tu|vuestra) (..) compra|preferencia|comprensión|visita|suscripción|pedido|registro|donación
    {gracias} (..) por contactar|contactarnos|contactarse|comunicarse|elegirnos|elegir|preferirnos|registrarte|registrarse|suscribirte|suscribirse|comprar|visitar|visitarnos|instalar|unirte|unirse|jugar|escribirnos|descargar|usar|confiar
    {gracias} (..) por ponerse|ponerte en
    ({muchas}) {gracias} a
    {gracias} a dios|que|eso|esto|una|un|su|esta|este
    ({muchas}) {gracias} al
    {gracias} dios
    {gracias} a {tu} (..) error|culpa|bug|actualización|update
    {gracias} a {ti}|{tu} (..) (..) {roto}

    # In advance.
    ({muchas}) {gracias} (..) , {antemano}
    {agradecido}|{agradezco} (..) , {antemano}
    ({muchas}) {gracias} (..) por (..) (..) {antemano}
    {agradezco} (..) (..) {antemano}
    {antemano} , (muy|les|te|os|se|lo) (lo) ({muchas}) {gracias}|{agradecido}|{agradezco}
    desde ya|luego , (muy|les|te|os|se) (lo) ({muchas}) {gracias}|{agradecido}|{agradezco}
    ({muchas}) {gracias} , desde ya
    ({muchas}) {gracias} (..) a|por (..) {alguien}|cualquier
    ({muchas}) {gracias} (..) a los|todos|todas|quienes|quien|el|aquel (los|el|aquel) (que) (..) {ayude}|pueden|quieren
    ({muchas}) {gracias} , quedo|quedamos|quedando|espero|esperamos (muy) atento|atenta|atentos|a|pendiente|su|una
    ({te}) {agradezco} (que) (me|nos|lo|la|le) {ayude}
    se agradece|agradecen ayuda|respuestas|respuesta|ayudas|sugerencias|info|opiniones|consejos|ideas
    ({te}) (lo) agradezco si
    {gracias} (..) por cualquier|toda|alguna
    {gracias} (..) , si {alguien}|me|pueden|puedes
    agradecería|agradeceria|agradeceré|agradecerá|agradecerían|agradeceremos|agradeceríamos
    estaría|estaré|quedaría|quedaré|estaríamos (..) {agradecido}
    se (..) agradecería|agradecerían
    {te} debería|deberé una
    se agradece|agradecen|agradecerá (..) cualquier|toda|alguna|todo|algún|si
    {agradezco} (..) cualquier|toda|alguna|si|quien
    {agradecido} si
    ayuda|sugerencia|idea|aporte se agradece
    me|nos salvarías|salvarían|salvarias|salvarian

    # Speaking of thanks.
    dale|denle|denles|dadle|dadles|dáselas|darle|darles las {gracias}
    un simple|triste|mísero {gracias}
    cliente|usuario|jefe quedó|está|estaba ({muy}) {agradecido}
    me (has) salvaste|salvado el|la archivo|partida|fichero|configuración|imagen|foto|contraseña
    {decir} (las|muchas|un|mil|unas|siquiera|solo|ni) {gracias}
    cómo|como (..) {decir}|agradecer|digo|doy (..) {gracias}
    cómo|como (..) (se) escribe|traduce (..) {gracias}
    detecta|detecte|detectar|reconoce|cuenta|lee|coge|pilla|capta (el|la|los|las|a|como|solo|un|palabra|todo|cada|todos) {gracias}
    detecta|detecte|reconoce {gracias}
    (solo|también) con|contiene|contenga {gracias}
    {gracias} (también) se escribe|dice|traduce|pone|ve|muestra|repite
    {gracias} (también|no) cuenta|cuentan|suma|suman (como)
    {gracias} también|no vale
    merci|thanks|thank|danke|grazie|arigato|obrigado (you) es|significa|quiere (decir) (..) ({gracias})
    olvides|olviden|olvidéis|recuerda|recuerden|acuérdate|acordaos|acuérdense|acordate (de) dar|agradecer|darle (..) ({gracias})
    agradécele|agradécelo|agradézcanle|agradezcan|agradecele|agradézcale
    para agradecer
    (no) tienes|tienen que agradecerme|agradecer|darme (..) ({gracias})
    me|nos|lo|le agradeció|agradecieron
    cuántas|cuantas|cuántos|tres {gracias}
    cómo|como (..) agradecer|agradezco (..) {alguien}|otro|usuario
    se {decir} {gracias}
    {gracias} en inglés|japonés|francés|italiano|alemán|portugués|chino|ruso|griego|español|polaco
    {gracias} significa|quiere
    significa (..) {gracias}|ty|thx
    {gracias} a|por _ significa
    las|la|el|un|unas|los|sus|mis|ni|palabra|esa|esas|tu|ese|de {gracias}
    botón|comando|canal|rol|mensaje|emoji|contador|sistema|página|tarjeta (de) {gracias}
    {gracias} bot no|está|es
    dar|doy|damos|da|demos|den {gracias} a dios|que|la|los|el
    dio|dieron (las|muchas) {gracias}
    me|nos salvó >
    debería|deberías|debes|deben|hay|tienes|tienen|habría|podrías|olvides|olvidé|olvidaste (que|de) (..) agradecer|agradecerle|agradecerles
    si (..) quieres|quieren|quieren (..) {gracias}|agradecer
    ser|es|seamos ({muy}) {agradecido}
    no|poco {eres} (..) {crack}
    ya no {eres}
    no|ni quiero|quería|busco|necesito|pido|espero (que) (me) {gracias}
    texto|letrero|cartel|pantalla|título (de) {gracias}
    {agradezco} (..) comprensión|preferencia|colaboración|cooperación|visita
    {gracias} (..) por (su|tu|la|vuestra) paciencia|espera , estamos|seguimos|ya|lo|nuestro|nuestra|el|en
    {gracias} (..) por (su|vuestra) espera|comprensión
  `,
};
