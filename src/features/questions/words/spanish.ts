// How people say in Spanish that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const spanish: SolvedWords = {
  language: 'es',
  sets: {
    it: `eso, esto, todo, así, ya, tu solución, la solución, ahora, lo, me, @, con eso, con esto, y, eso ya`,
    adv: `ya, ahora, por fin, al fin, perfectamente, perfecto, bien, muy, genial, todo, de nuevo, otra vez, correctamente, realmente, efectivamente, sin problemas, de maravilla,
      también, así, me, se, ha, finalmente, completamente, de lujo, excelente, con eso, con esto, gracias`,
    works: `~funciona, ~funcionó, funciono, funcionando, anda, anduvo, sirvió, sirve, funcionado, jala, jaló, furula, va, marcha, quedó, resultó`,
    fixed: `solucionado, resuelto, arreglado, corregido, solucionada, resuelta, arreglada, solventado, reparado, listo`,
    fixes: `solucionó, resolvió, arregló, soluciono, arreglo, corrigió, solucione, resolví, arreglé, solucioné, logré, corregí, solventé, resolvio`,
    trouble: `problema, error, errores, problemas, fallo, fallos, bug, inconveniente, mensaje`,
    thanks: `gracias, muchas gracias, mil gracias, thx, grax, gracias a todos`,
    not: `no, tampoco, nada, nunca, ni`,
    // What a thing does that works.
    runs: `compila, arranca, inicia, carga, abre, conecta, corre, enciende, levanta, responde, buildea`,
  },
  supposing: `
    si
    cuando
    cuándo
    ojalá
    espero
    esperemos
    quizá|quizás
    tal vez
    debería|deberían|podría|tendría|habría|sería
    puede|pueden|puedo|podés|puedes
    va|van a
    por qué
    cómo
    creo|pensé|creía|supongo|pienso
    a ver
    hasta
    para que
    normalmente|generalmente|siempre|antes
    a veces
    alguien
    avísame|avisame|dime|decime
    intento|intentando|tratando
  `,
  solved: `
    < (ya) ({adv}) {fixed} >
    < {fixed} , {thanks}|ahora|ya|con|era
    (ya) [está|esta|quedó|quedo|quedó todo] (ya|todo) {fixed}
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works} ({adv}) ({adv}) , {thanks}
    < ({adv}) ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    ya|ahora (sí|si) (me|ya|todo) {works}
    me|todo {works} perfecto|perfectamente|bien|ya|ahora|genial
    (ya) está funcionando (ya|bien|ahora)
    (eso|esto|ya|lo|con eso|me|tu solución) (lo|me|ya) {fixes} (el|mi|lo|todo|con|gracias|así) ({trouble})
    (eso|esto|ya) (lo|me|ya) {fixes} >
    lo pude|logré|he|conseguí resolver|solucionar|arreglar|solucionado|resuelto|arreglado|corregir (con|gracias|así|ya)
    problema|error (ya) (está|fue|quedó|se) {fixed}|{fixes}|desapareció
    (el|mi) {trouble} (ya) (está|fue|quedó|se|ha) (ya|sido) {fixed}|{fixes}|desapareció
    {trouble} {fixed}
    ya no (me) (sale|da|aparece|tengo|hay|tira) (el|ese|ningún|más) ({trouble})
    eso|ese|esa era (el|la|justo|exactamente) {trouble}|causa|solución|eso
    era eso
    todo (ya) [bien|ok|en orden] ahora|ya
    ya está|quedó listo|solucionado|bien|perfecto
    mi duda (está|queda|quedó) (resuelta|aclarada)
    duda resuelta
    ya|ahora|finalmente (sí|me|todo) {runs} (bien|perfecto|perfectamente|todo)
    < {fixed} *ando|*iendo|con|gracias
    {works} [a la primera|de una|al toque|de diez|al primer intento]
    ya no hay|tira|da (más) (errores|error|problemas)
    [ya|ahora|finalmente|por fin] (sí) me deja|dejó (entrar|conectar|acceder|instalar|iniciar)
    [ya|ahora|finalmente|por fin] (me|se) conectó|arrancó|compiló|abrió|cargó|inició|entró|entré
  `,
  noHelp: `
    de nada
    no hay de qué
    con (mucho) gusto
    un placer
    a (la) orden|ti
    para eso estamos
    me alegro|alegra
    qué bueno|bien (que)
    suerte
    no hay problema >
    ni idea
    no (lo) sé
    (yo) no sabría|sé
    tengo el mismo problema
    mismo problema (aquí)
    el mismo problema aquí
  `,
  pending: `
    voy a (..) probar|intentar|ver|revisar|leer|hacer|checar|mirar|intentarlo|probarlo|verlo|buscar
    [lo|ahora|déjame|dejame|ya|lo voy a] (lo) pruebo|intento|reviso|probaré|intentaré|revisaré|veré|miro|probar|intentar|revisar|ver|checo|intentarlo
    < probaré|intentaré|pruebo|reviso|probando
    déjame|dejame ver|probar|revisar|intentar
    un momento|segundo|minuto
    {thanks} (..) , pero
    {thanks} (de todos|de todas) [modos|formas|maneras]
    de todos modos|todas (formas|maneras)
    {thanks} igual|igualmente
    {thanks} por intentar|intentarlo|tratar
    ({it}) ({adv}) {works} (..) , pero
    [casi|parcialmente|a medias] ({works}|{fixed})
    canal equivocado
  `,
  alone: `
    (ya) (lo) {fixes}|encontré|resolví|solucioné|arreglé (yo|por|solo) [solo|sola|mismo|misma|mi cuenta]
    (ya) (lo|lo he|he) encontré|encontrado (el|la) [{trouble}|solución|fallo]
    < (ya) lo encontré
    (era|fue|es) (un) error [mío|tipográfico|de dedo|de tipeo]
    (fue|es|era) mi culpa|error
    culpa mía
    error mío
    olvídalo|olvidalo|olvídenlo
    (se) me (había) olvidado|olvidó
  `,
  stillBroken: `
    ({it}) (todavía|aún|aun|pero|eso|tampoco|sigue|siguen|a mí|aún así) {not} (me|se|lo|ha|está|esta|ha|quiere) ({adv}) {works}|{fixed}|{fixes}|funcionar|ayudó|ayuda|resuelve|soluciona|cambia|cambió|funcionando
    aún|todavía|sigue sin|no (estar|ha|está) {works}|{fixed}|funcionar|solución|resolver|solucionar|sido
    sigue|siguen|sigo|continúa (sin|con|igual|dando|saliendo|apareciendo|fallando|roto|rota|el|teniendo|sin funcionar|el mismo|mal|marcando|tirando|pasando) [el|mismo|funcionar|error|problema]
    sigue igual|roto|fallando
    el|la|da mismo|misma {trouble}|resultado
    {trouble} [sigue|persiste|continúa|vuelve|volvió|permanece]
    nada (ha) [cambia|cambió|funciona|funcionó|cambiado|ayuda]
    sin éxito|suerte|cambios|resultado
    no hubo|hay suerte|cambio|cambios|diferencia
    ahora (me|tengo|sale|da|aparece) (..) (otro|nuevo|un) {trouble}
    otro {trouble}
    dejó de funcionar|andar
    ({it}) ({adv}) {works} (..) , pero (..) {not}|sigue|todavía|ahora
    sin resolver|solución|solucionar
    otra vez [roto|falla|el error]
    roto de nuevo
    no era eso
    falla|falló [otra vez|de nuevo|igual|todavía]
    no hubo|hay caso|manera|forma
    aún|todavía|sigue|tampoco no {runs}|compila
    sigue sin compilar|arrancar|cargar|abrir|conectar|iniciar|andar|responder|correr
    no {runs} (todavía|aún|igual) >
    lo mismo (de|que) (antes|siempre)
    < lo mismo >
    < (eso|así) tampoco >
  `,
  neither: `
    ({it}) ({adv}) {works} (bien|perfecto) (..) [ayer|antes|hasta|así como|cuando|si|en|con|sin|para|a|por|mal|en local]
    así (es) (como) {works} (la|el|los|las|eso)
    (cómo) va todo|eso
    va [a|bien con|por|en|con|de|el]
    no (lo) sé|entiendo|comprendo|veo (por) (qué|cómo) (..) (..) {not}
    no sé (por qué|cómo|si)
    para resolver|solucionar|arreglar
    [ser|sea|está siendo|sido|estar] {fixed}
    no (tengo|hay|es|tuve) (ningún|un|el) {trouble}
    estoy|está listo para
    listo para
    lista
  `,
};
