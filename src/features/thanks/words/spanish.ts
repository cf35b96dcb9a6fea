// How people say thank you in Spanish, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const spanish: LanguageWords = {
  language: 'es',
  sets: {
    gracias: `~gracias, grax, grac, grasias, grasia, graxias, grx, grcs, grcias, grachias, gracia, garcias, graciaas, graciitas, gracitas, garacias, gacias, grasiaas, tenkiu, tenks`,
    agradecido: `~agradecido, ~agradecida, agradecidos, agradecidas, agradesido, agradesida`,
    agradezco: `~agradezco, agradesco, ~agradecemos`,
    muchas: `~muchas, mil, miles, millones, infinitas, mchas, muxas, muchisimas, muchísimas, tantas, mushas, muchs, muchass, mxas, mchs, mills, un millón de, miles de, millones de, mil millones de`,
    ti: `ti, vos, usted, ustedes, vosotros, vosotras, todos, todas, uds, ud, @, ambos, los dos, el equipo, la comunidad, vs`,
    te: `te, os, le, les, se, se lo, se los, te lo, les lo, os lo`,
    tu: `tu, su, vuestra, vuestro, vuestras, vuestros, tus, sus`,
    muy: `muy, tan, super, súper, re, mega, demasiado, siempre, realmente, totalmente, eternamente, enormemente, infinitamente, profundamente, sumamente, sinceramente, la verdad,
      de verdad, muchísimo, mucho, un montón, bastante, muchisimo, de corazón, de todo corazón, mogollón, banda, caleta, bien, literalmente`,
    eres: `eres, sos, es usted, son, sois, ers, @ es, @ eres, fuiste, has sido, ustedes son, son ustedes, están`,
    crack: `crack, cracks, genio, genia, genios, capo, capa, capos, grande, grandes, máquina, máquinas, fenómeno, amor, ídolo, ídola, dios, diosa, sol, ángel, ángeles, leyenda, leyendas,
      héroe, heroína, héroes, salvador, salvadora, salvavidas, maestro, maestra, maestros, rey, reina, mejor, mejores, puto amo, amo, puta ama, tesoro, encanto, titán, figura, bestia,
      monstruo, fiera, groso, grosa, máximo, más, amable, amables, genial, geniales, increíble, increíbles, generoso, generosa, un amor`,
    idolo: `crack, genio, genia, capo, ídolo, ídola, máquina, maestro, salvador, salvadora, héroe, leyenda, fenómeno, titán`,
    ayuda: `ayuda, respuesta, respuestas, consejo, consejos, explicación, explicaciones, info, información, tiempo, apoyo, aporte, dato, tip, tips, solución, paciencia, atención,
      aclaración, link, enlace, sugerencia, sugerencias, gesto, orientación, interés`,
    hecho: `respuesta, respuestas, explicación, consejo, consejos, dato, datos, tip, tips, info, información, solución, aporte, corrección, aclaración, link, enlace, sugerencia, recomendación,
      responder, contestar, aclarar, aclararme, explicar, explicarme, responderme, contestarme, ayudarme, avisar, compartir, pista`,
    antemano: `de antemano, antemano, por adelantado, de ante mano, deantemano, anticipadas, anticipadamente, por anticipado, con anticipación, adelantadas, de antemao`,
    decir: `decir, di, dile, diles, decile, dice, dicen, dijo, diga, digan, dije, escribir, escribe, poner, recibir, enviar, dieron, dio, daba, darle, darles, decirle, decirles, dé, dar, dan, das, da`,
    alguien: `alguien, alguno, alguna, algun, quien, quién, quienes, cualquiera, alma caritativa`,
    roto: `roto, rota, rompió, cayó, perdí, perdió, borró, peor, rompiste, borraste, arruinaste, bloqueado, baneado, nada`,
  },

  thanks: `
    {gracias}
    ({muchas}) {gracias} a {ti}
    {gracias} a .. por
    {muchas} {gracias}
    < {gracias} a la|el|los|las comunidad|equipo|mods|admins|chicos|muchachos
    ({te}) ({muy}) {agradezco}
    {agradezco} {muy}
    {muy} {agradecido}
    < {agradecido}
    estoy|estamos|quedo|quedamos {agradecido}
    quería|quiero|quisiera|vengo|vine|queremos|queríamos|gustaría|solo (..) (decir|decirte|decirles|decirle|darte|darles|darle|daros|dar|dejar) (..) {gracias}
    quería|quiero|quisiera|queremos|gustaría|vengo (..) agradecer|agradecerte|agradecerles|agradeceros|agradecerle
    te|os|le|les|se las|las doy|damos (..) {gracias}
    doy (..) {gracias} a {ti}
    < se agradece >
    se {te}|te|le|les|os agradece
    se agradece (..) tu|el|su|un|la (..) {ayuda}|montón
    se agradece {muy}|bro|mano|amigo|crack|@
    mi|mis|mi más (..) agradecimiento|agradecimientos|gratitud
    gracias a {tu} (..) {ayuda}
  `,

  thanksForDeed: `
    {gracias} (..) por {hecho}|la|el|tu|su|los|las|tus|vuestra|esta|este|tan (..) {hecho}
    {gracias} (..) por haberme|haber|habernos|tomarte|tomarse|ayudarme|responderme|explicarme|ayudar
    {gracias} , ya|me|eso|ahora|así|lo|con (..) funciona|funcionó|sirvió|ayudó|quedó|pude|anda|sirve|anduvo|entendí|solucioné|arreglé|salió
    me|nos|@ (has|han|habéis|re|acabas de|acaban de) salvaste|salvado|salvas|salvaron|salvasteis|salvar|salvan|salvó
    salvaste|salvas|salvado|salvó el|la|mi (día|vida|noche|proyecto|pellejo|tarde|semana|examen|trabajo|pescuezo|curro|tesis)
    me|nos (re|has|habéis|han|re) ({muy}) ayudaste|ayudado|ayudaron|ayudasteis|ayudas
    me sacaste|sacaron|has sacado de un|una
    me alegraste|arreglaste|salvaste el día
    {eres} ({muy}) (un|una|el|la|lo|los|las|mi|unos|puro|todo|toda) ({muy}|gran|verdadero|auténtico|puto|pinche|completo|absoluto|p) {crack} >
    {eres} ({muy}) (un|una|mi|unos|el|la) ({muy}|verdadero|puto|pinche) {crack} tío|tio|bro|hermano|amigo|wey|güey|man|che|loco|total|absoluto|mano|viejo|parce
    < qué|que|q|pedazo|alto|alta (pedazo|grande) (de) {idolo} (eres|sos)
    < qué grande|capo|genio|crack|amable (eres|sos|sois|son)
    muy|qué|súper|super amable|amables >
    amable de|por {tu} parte
    {te} debo (una|mil|la|un) (cerveza|birra|chela|grande|café|vida|asado|caña|gorda|todo|una)
    ayuda|respuesta|consejo|sin {tu}
    sin {tu} (..) {ayuda}
    sin ti|vos|ustedes|vosotros (..) no|nunca|jamás|estaría|seguiría|lo
    no (..) lo hubiera|habría|hubiese (..) sin {ti}|{tu}
    qué haría (..) sin {ti}
    que haríamos|hago (..) sin {ti}
    no (sé) (..) cómo agradecerte|agradecerles|agradecértelo|agradeceros|agradecerle
    cómo (te|les|os) (lo) (puedo) agradezco|agradecerte|agradecerles|agradecértelo
    (que) dios te|los|les|le|lo|la bendiga|pague|bendice
    bendiciones >
    bendito|bendita|benditos seas|sea|sean
    < mi|eres (mi|un) salvador|salvadora|héroe|ídolo|salvavidas|salvación
    mi salvación
    < {idolo} >
    < {idolo} total|absoluto|@|mal
    te|os amo|quiero|adoro por eso|esto
    te|les mereces|ganaste|merecen|has ganado (..) cielo|cerveza|altar|monumento|birra
    te pasaste >
    te rifaste|rifas|luciste|se rifaron
  `,

  answered: `
    < ok|okay|vale|dale|ah|ahh|oh|listo|perfecto|genial|bien|bueno|excelente|joya|buenísimo|órale|va|sí|entiendo|entendido|solucionado|resuelto|edit|uff|ya|aaa|ahí|claro|okey|guay|anda
    ya (..) funciona|funcionó|sirve|pude|quedó|está|entendí|vi|encontré|salió|solucioné|anda
    me funcionó|sirvió
    eso era
    era eso
    lo encontré|solucioné|arreglé|logré
    voy a probar|intentar|ver
    lo pruebo|intento|voy
    ahora (sí|lo|ya) funciona|entiendo|anda|sí
  `,

  asking: `
    porfavor|porfa|porfis|xfa|xfavor|plis|pls
    por favor
    {alguien} (..) sabe|sabría|puede|podría|pueda|me|que|tiene|conoce|ha|aquí|por|tendrá|podrá|ayuda|ayude|con|entiende|usa|pudiera|sepa
    pueden|podrían|puedes|podrías|podéis|podríais|puede|podría|podes|podés|podría
    me|nos ayudan|ayudas|ayudáis|dicen|dices|explican|pasan|pasas|decís|ayudás|ayude|echan|echáis|echas
    ayúdenme|ayúdame|ayudenme|ayudame
    < ayuda
    ayuda >
    ayuda con|para
    necesito|busco|ocupo|necesitaría (..) ayuda|saber|alguien|hacer|un|una
    < cómo|dónde|cuál|qué|por|cuánto|cuando
    cómo|como|dónde|donde (se|lo|le) puedo|hago|hacer|se|es|debo|consigo|arreglo|instalo|encuentro
    hay|existe (..) forma|manera|alguna|algún
    saben|sabes|sabéis|sabe si|cómo|como|por|cuál|qué|donde|dónde|de
    tengo|tenía|con|hay (..) problema|duda|pregunta|error|problemas|dudas|consulta
    tienen|tienes|tenéis|alguna|algún|algun (..) idea|sugerencia|consejo|recomendación
    una pregunta|duda|consulta|ayudita
    no (me|lo) funciona|sirve|anda|sé|puedo|logro|entiendo|deja|sale|carga|arranca
    es posible
    gustaría|quisiera saber
    si {alguien}|pueden|puedes|saben
    díganme|dime|diganme
  `,

  notThanks: `
    # Refusals, and nobody needs to.
    no|nah|nop , (no) {gracias}
    no , {muchas} {gracias}
    {gracias} , pero no (gracias|me)
    (así) estoy bien , {gracias}
    paso|bien y tú , {gracias}
    no (..) hay (..) que|de|nada (..) agradecer
    nada (..) que agradecer
    no me|nos (..) {agradezco}|agradezcas|agradezcan|des|den (..) ({gracias})
    no (..) hacen|hace falta (..) {gracias}
    no (..) tienes|tienen|necesario (..) {gracias}

    # Sarcasm, blame and causes.
    ({muchas}) {gracias} (..) por nada
    {gracias} (..) por (..) romper|romperlo|arruinar|arruinarlo|borrar|borrarme|romperme|banear|banearme|joder|estropear|ignorarme|spoiler|spoilers|spam|hacerme
    {gracias} (..) , (..) 🙄
    {gracias} , capitán|captain|microsoft|windows|sherlock|obama|einstein
    ({muchas}) {gracias} a
    {gracias} a dios|que|eso|esto|una|un|su|esta|este
    ({muchas}) {gracias} a la|el|los|las _
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
    ({muchas}) {gracias} (..) a|por (..) {alguien}|cualquier|cualquiera
    {gracias} (..) a los|todos|quienes|el|aquel (los) que (..) pueda|puedan|pueden|ayuden|ayude|sepan|sepa|respondan
    {gracias} (..) por cualquier|toda|alguna
    {gracias} (..) , si {alguien}|me|pueden|puedes
    agradecería|agradeceria|agradeceré|agradecerá|agradecerían|agradeceremos|agradeceríamos
    estaría|estaré|quedaría|quedaré|estaríamos (..) {agradecido}
    se agradece|agradecen|agradecerá (..) cualquier|toda|alguna|todo|algún|si
    {agradezco} (..) cualquier|toda|alguna|si|quien
    {agradecido} si
    ayuda|sugerencia|idea|aporte se agradece
    me|nos salvarías|salvarían|salvarias|salvarian

    # Speaking of thanks.
    {decir} (las|muchas|un|mil|unas|siquiera|solo|ni) {gracias}
    cómo|como (..) {decir}|agradecer|digo|doy (..) {gracias}
    cómo|como (..) agradecer|agradezco (..) {alguien}|otro|usuario
    se {decir} {gracias}
    {gracias} en inglés|japonés|francés|italiano|alemán|portugués|chino|ruso|griego|español|polaco
    {gracias} significa|quiere
    significa {gracias}|ty
    las|la|el|un|unas|los|sus|mis|ni|palabra|esa|esas|tu|ese|de {gracias}
    botón|comando|canal|rol|mensaje|emoji|contador|sistema|página|tarjeta (de) {gracias}
    {gracias} bot no|está|es
    dar|doy|damos|da|demos|den {gracias} a (dios|que|la|los)
    dio|dieron (las|muchas) {gracias}
    qué|tiene|tienen|tenía|hace|hizo|me|mucha|con|una|da|dio|hacen|poca|sin|más gracia
    gracia que
    debería|deberías|debes|deben|hay|tienes|tienen|habría|podrías|olvides|olvidé|olvidaste (que|de) (..) agradecer|agradecerle|agradecerles
    si (..) quieres|quieren|quieren (..) {gracias}|agradecer
    ser|es|seamos ({muy}) {agradecido}
    no|poco {eres} (..) {crack}
    ya no {eres}
  `,
};
