// How people say in Indonesian that something works, that it does not, that they will see, or that they found it alone.
import type { SolvedWords } from '../meanings.rules.ts';

export const indonesian: SolvedWords = {
  language: 'id',
  sets: {
    it: `itu, ini, sekarang, semuanya, semua, sudah, udah, udh, sdh, akhirnya, solusinya, caranya, @, ternyata, dan, punyaku, sarannya`,
    adv: `sekarang, akhirnya, sudah, udah, udh, sdh, semua, semuanya, kembali, lagi, normal, lancar, sempurna, dengan baik, baik, juga, langsung, beneran, benar, mulus, kok, deh, nih, ya, bang, kak, gan, mas, bro, makasih, dong, aman, jaya, banget, pun, di saya`,
    works: `~berhasil, ~berfungsi, bisa, jalan, berjalan, bekerja, beres, sukses, nyala, bener, sembuh, kelar, ngefek, solved, konek, connect, kebuka, masuk`,
    fixed: `teratasi, terselesaikan, selesai, beres, diperbaiki, kelar, terpecahkan`,
    trouble: `masalah, error, masalahnya, errornya, bugnya, kendala, eror, erornya`,
    thanks: `makasih, terima kasih, terimakasih, thanks, thx, mksh, trims, tengkyu, suwun, nuhun, makasi`,
    not: `tidak, gak, ga, nggak, ngga, enggak, belum, blm, tak, gk, tdk, g, kagak, blom, engga`,
  },
  supposing: `
    jika
    kalau
    kalo
    klo
    bila
    apabila
    apakah
    apa
    kenapa
    mengapa
    bagaimana
    gimana
    semoga
    mudah-mudahan
    mudah mudahan
    mungkin
    seharusnya|harusnya|mestinya
    supaya|agar|biar
    bisakah
    biasanya|dulu|kadang|selalu|sebelumnya
    akan
    kira|pikir|rasa
    cara
    ada yang
    siapa
    kabari|kabarin
    sampai
    harus
  `,
  solved: `
    < ({adv}) {fixed} ({adv}) >
    < {fixed} , {thanks}|sekarang|dengan
    {it} ({adv}) ({adv}) {works}|{fixed} ({adv}) ({adv}) ({adv}) >
    {it} ({adv}) ({adv}) {works}|{fixed} ({adv}) ({adv}) , {thanks}
    < ({adv}) {works} ({adv}) ({adv}) >
    < {works} , {thanks}
    sudah|udah|akhirnya|udh|sdh {works}|{fixed} (sekarang|normal|lagi|kak|bang|gan|{thanks})
    sudah|udah|akhirnya bisa|jalan|berhasil|normal|beres|berfungsi ({adv}) ({adv}) >
    berhasil [kak|bang|gan|mas|bro|{thanks}|sekarang|nih]
    {trouble} (nya|saya|ini) ({adv}) {fixed}|hilang|ilang
    {trouble} ({adv}) {fixed}|hilang|ilang
    (sudah|udah) gak|tidak|ga|nggak (ada|muncul) error|eror|masalah lagi
    gak|tidak|ga|nggak|ngga error|eror lagi
    itu|ini (dia|memang|ternyata) masalahnya|penyebabnya|solusinya
    ternyata itu (masalahnya|penyebabnya)
    pertanyaan (saya|sudah) terjawab
    (sudah|udah) terjawab
    aman sekarang|kak|bang|gan
    kembali normal
    akhirnya|udah|sudah|udh|sdh work|works ({adv}) >
    < work|works kak|bang|gan|min|bro|mas|om >
    < (mantap|sip|oke|nah|wah) jalan|nyala|bisa (juga|euy|kak|bang|gan) >
    udah|sudah|udh|sdh gak|ga|nggak|tidak|ngga error|eror|crash|muncul (lagi)
    < (sekarang) bisa login|masuk|konek|connect|dibuka|diakses (sekarang|lagi|{thanks}) >
  `,
  noHelp: `
    sama-sama
    sama sama
    < samsam >
    < sip >
    < siap >
    kembali kasih
    gak apa
    tidak masalah >
    gapapa
    santai (aja|bang|kak)
    senang bisa (membantu|bantu)
    syukurlah
    semangat >
    {not} [tahu|tau|paham|ngerti|yakin]
    kurang (tahu|tau|paham)
    sama [masalah|error|nih|gan|bang] >
  `,
  pending: `
    saya|aku|gue|gw|nanti|ntar|akan|mau|ku|tak|sy (akan|mau|coba|nanti|cek) coba|cobain|cek|lihat|liat|baca|tes|periksa|pelajari
    (saya|aku|gue|gw|nanti|oke|ok|sy) coba (dulu|ya|deh|nanti|lagi|kak|bang)
    < coba (dulu|saya|aku|ya|deh|nanti|cek|gue) (dulu|ya|cek|coba|kak|bang)
    saya|nanti|aku coba|cek
    dicoba|cek|coba dulu
    sebentar|bentar|tunggu (ya|kak|bang|dulu) >
    {thanks} (..) , tapi|tp
    {thanks} (ya) [tapi|meski|walau]
    ({it}) ({adv}) {works} (..) , tapi|tp|cuma
    tetap {thanks}
    hampir|sebagian
    salah [channel|kamar|server|room]
  `,
  alone: `
    (sudah|udah|ternyata|akhirnya) ketemu|nemu|dapat [sendiri|masalahnya|errornya|solusinya|penyebabnya|jawabannya]
    (sudah|udah) (saya|aku|ku) (selesaikan|perbaiki|benerin|fix) sendiri
    < (sudah|udah) ketemu >
    (ternyata|memang|itu) salah|kesalahan saya|aku|gue|gw|sendiri|ketik|sy
    ternyata typo (doang|aja|saya|dong)
    typo doang|ternyata|saya
    salah ketik
    (saya|aku|gue) lupa
    gak jadi
    abaikan
  `,
  stillBroken: `
    ({it}) (masih|tetap|tetep|malah|juga|saya|tapi|namun|di saya) {not} (juga|mau|dapat|bisa) [{works}|{fixed}|membantu|ngaruh|berubah|mempan|berpengaruh|ada perubahan|ngebantu]
    masih|tetap|tetep [{not}|error|sama|rusak|gagal|muncul|saja|aja|belum|eror|kena|ada|begitu|gitu|crash|stuck|bermasalah|nihil] (bisa|jalan|error|berhasil|sama|masalah|berfungsi|aja|saja)
    error (yang|nya) (sama|masih|tetap) [muncul|sama|ada]
    {trouble} (yang) sama
    {trouble} [masih|tetap|muncul lagi|kembali|tetep|belum]
    hasilnya [sama|tetap|nihil]
    (tidak|gak|ga|nggak) ada [perubahan|bedanya|efek|pengaruh|hasil]
    tidak|gak|ga|nggak ngaruh|berubah|mempan
    sama [aja|saja]
    gagal (lagi|terus|juga)
    rusak lagi
    error|eror lagi
    sekarang (malah|muncul|jadi|ada|error) (..) (error|eror|masalah) [lain|baru|lagi]
    muncul error (lain|baru|lagi)
    ({it}) ({adv}) {works} (..) , tapi|tp (..) {not}|masih|error
    {not} {works}|{fixed}
    masih|tetep|tetap loading|muter|ngelag|ngefreeze|hang|ngehang
  `,
  neither: `
    ({it}) ({adv}) {works} (..) [kemarin|sebelum|dulu|kalau|kalo|jika|tanpa|pakai|pake|di|untuk|buat|dengan|karena|saat|ketika|seperti|sama]
    (itu|ini|semua|sekarang|dan|semuanya) bisa [di|untuk|buat|jadi|saja|aja|dipakai|dilihat|juga|dibilang|minta|tolong|bantu|pakai|lewat|kah]
    < bisa [tolong|bantu|minta|di|pakai|kah|untuk|buat|jadi|juga|gak|ga|nggak|tidak]
    bisa [tolong|bantu|minta]
    jalan [di|ke|pintas|keluar|tikus|terus|buntu]
    {not} (tahu|tau|paham|ngerti|mengerti) (kenapa|mengapa|apa|gimana|bagaimana) (..) (..) {not}
    {not} ada {trouble}
    kerja [di|dari|sama|kelompok|keras|bakti]
    sudah (di|ke) jalan
    untuk [menyelesaikan|memperbaiki]
    tanpa {trouble}
    kemarin|tadinya|dulu|sebelumnya|tadi (..) {works}
  `,
};
