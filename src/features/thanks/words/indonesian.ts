// How people say thank you in Indonesian, and how they use the same words without thanking.

import type { ThanksWords } from '../meanings.rules.ts';

export const indonesian: ThanksWords = {
  language: 'id',
  sets: {
    kata: `~makasih, ~terimakasih, ~trimakasih, terima kasih, trima kasih, terimah kasih, terima kasi, trimakasi, terima ksh, trmksh, trm ksh, terimaksih, makasi, makasihh, mksh, mksih, mkasih, mkash, makaseh, makacih, makaci,
      maaciw, maacih, macih, maaci, makasii, makasiih, mksi, mksii, mksiih, mkc, trims, trimss, trims ya, trimz, trmks, tengkyu, tengkiu, tengkyuu, tenkyu, tenkiu, tengs, tq, teng kyu, tararengkyu, matur suwun, matur nuwun, suwun,
      matursuwun, maturnuwun, nuwun sewu suwun, hatur nuhun, nuhun, haturnuhun, kamsia, kamsiah, syukron, jazakallah, jazakallahu khairan, jazakillah, berterima kasih, berterimakasih, tankyu, thenkyu, thengkyu, maturnuhun, makasyi, mamacih,
      terimakasi, terimkasih, trimkasih, trimkasi, trimksih, trimksh, trimakacih, terimakacih, timakasih, timakasi, timaacih, tmksh, tmkasih, mkasi, mksy, makasiw, makaciw, maciw, maacii, mucih, tencu, tengkyuh, tengkies, tengkiyu,
      tengqu, senkyu, sengkyu, sengkiu, thankies, arigathanks, tarimo kasih, tarimokasih, tarima kasih, tarimakasih, tarima kasi, terima kaseh, makaseh, makase, teurimong gaseh, mokasih, matur sembah nuwun, sembah nuwun, matur suksma,
      matur sukseme, suksma, suksme, sakalangkong, mauliate, mauliate godang, kurre sumanga, mtr nwn, mtrnwn, mtr suwun, mtr nuwun, matur nwn, nuwun, swun, suwon, hatur nhn, htr nhn, xie xie, xiexie, gomawo, gomapta, gomawoyo,
      kamsahamnida, gamsahamnida, khamsahamnida, sukron, syukran, shukran, jazakumullah, jazakillahu khairan, jazakallah khair, jazakallah khoir, jazakallahu khoiron, barakallah, barakallahu fiik`,
    makasih: `{kata}, banyak {kata}, banyak banyak {kata}, beribu {kata}, sekali lagi {kata}`,
    // Also in the English that is written among Indonesian words.
    ucapan: `{makasih}, thanks, thx, thank you, thankyou, thank u, tks, thanx, tnx, ty`,
    banyak: `banyak, byk, bnyk, bgt, banget, bngt, sekali, bener, bangettt, sangat, sgt, bgtt, bet, pisan, amat, beneran, asli, betul, abis, poll, lho, ya`,
    kak: `kak, kakak, mas, mba, mbak, bang, abang, bro, om, gan, min, suhu, pak, bu, bapak, ibu, kamu, km, lu, lo, elu, elo, anda, kalian, semua, semuanya, teman, temen, guys, sis, agan, master, mastah, @, puh, sepuh, bosku, bos, boss, kang, teh, cuy, cak, dek, kk, masbro, gais, sob, ngab, rekan, lur, dulur, suhuku, akhi, ukhti, bestie, beb, say, kakaa, kaka, koh, cik, uda, bre, brow, brader, jon, ndan, komandan, mod, admin, momod, semuany, smua, smuanya, om admin, bang admin, mas admin, kak admin, orang baik`,
    bantuan: `bantuan, bantuannya, bantuanmu, jawaban, jawabannya, saran, sarannya, info, infonya, informasi, informasinya, penjelasan, penjelasannya, waktu, waktunya, ilmunya, ilmu, solusi, solusinya, pencerahan, pencerahannya, tips, tipsnya, masukan, masukannya, link, linknya,
      respon, responnya, tutor, tutorialnya, tutorial, petunjuk, petunjuknya, dukungan, dukungannya, koreksinya, support, arahan, arahannya, bimbingan`,
    tlah: `udah, sudah, udh, sdh, telah, dah, uda`,
    penyelamat: `penyelamat, penyelamatku, lifesaver, dewa, dewi, malaikat, pahlawan, legend, terbaik, the best, mantap, keren, hebat, jagoan, suhu, sepuh, panutan, baik, baik banget, baik sekali, goat, luar biasa, jenius, jago`,
    sebelumnya: `sebelumnya, sblmnya, sebelum nya, sblumnya, sebelum, sblm, sebelumny, sblmny, seblumnya`,
    bilang: `bilang, ucapkan, ucapin, ngucapin, mengucapkan, katakan, bilangin, ngomong, kata, ketik, tulis, kirim, sebut, ngucap, ucapan, ucap, nulis, dibilang, diucapkan, dengar, denger, sampaikan`,
    orang: `ada yang, ada yg, siapa, yang, yg, ada, siapapun, barangkali ada, mungkin ada`,
    rusak: `rusak, rusakin, error, eror, hilang, ilang, hancur, ancur, jebol, ngerusak, dihapus, kehapus, crash, nge-crash, ngecrash, parah, kacau, gagal, lemot, down, mati, tumbang, ngelag, lag, lelet, ngebug, berantakan, jeblok, lenyap, bubar, amsyong, boncos`,
    luput: `ga, gak, nggak, ngga, enggak, engga, gk, kagak, kaga, tidak, tdk, nda, ndak`,
    perhatian: `perhatian, perhatiannya, perhatian anda, pengertian, pengertiannya, kerjasama, kerjasamanya, kerja sama, kerja samanya, bantuan, bantuannya, waktu, waktunya, kesediaannya`,
    utang: `utang, hutang, ngutang, berutang, berhutang`,

    // What moderators point to, and what is asked for to look at: thanks after such a request are no thanks for help.
    rumah: `rules, rule, aturan, aturannya, peraturan, channel, channelnya, kanal, forum, thread, topik, spam, oot, faq, pin, pinned, dokumentasi, docs, tiket, template`,
  },

  thanks: `
    {makasih}
    {makasih} {banyak}|{kak}
    {makasih} untuk|buat|kepada|ke {kak}
    mau|ingin|pengen|cuma|mo|hendak|saya|aku|gue|kami (..) {bilang}|berterima (..) {makasih}|kasih
    mau|ingin|pengen|cuma|mo (..) {bilang} {makasih}
    saya|aku|gue|kami|gw {bilang} {makasih}
    rasa terima kasih
    {banyak} {makasih}
    beribu|seribu|ribuan|sejuta|sekali {makasih}
    < makasih makasih
    doain|doakan|didoain|doaku|doa (..) lancar|sehat|berkah|panjang|surga
    ty bang|kak|kk|mas|om|gan|min|puh|suhu|pak|mbak|bosku|cuy|guys|mod
    {utang} (budi|nyawa|kopi|makan|bakso|rokok|es|segelas|traktiran) (banget|bgt) sama|ke {kak}
    {utang} budi
    traktir {kak}|kopi|ngopi|makan|bakso|es|seblak
    ku|tak traktir
    [kapan kapan|nanti|ntar|besok] (gw|gue|aku|saya|tak|ku) traktir|traktirin
    terharu , (banget|bgt|gw|aku|saya) .. {kak}
    salut dan {makasih}
    berkat {kak}|bantuan|saran|arahan (..) (jadi|akhirnya|bisa|berhasil|jalan)
  `,

  thanksForDeed: `
    ngebantu|membantu|kebantu banget|bgt|parah|sekali|bet
    < mks bang|kak|gan|min|om|mas|mba|bro
    < baik banget (sih) kak|bang|kakak|bro|mas|om
    {makasih} (..) atas|untuk|buat|utk (..) jawaban|jawabannya|saran|sarannya|info|infonya|informasi|informasinya|penjelasan|penjelasannya|ilmunya|solusi|solusinya|pencerahan|pencerahannya|tips|tipsnya|masukan|masukannya|link|linknya|respon|responnya|tutorialnya|petunjuk|petunjuknya|koreksinya|arahannya
    {makasih} (..) infonya|ilmunya|sarannya|jawabannya|penjelasannya|solusinya|pencerahannya|tipsnya|masukannya|responnya|linknya|tutornya|tutorialnya|arahannya
    {makasih} (..) {tlah} (..) bantu|membantu|bantuin|jawab|menjawab|jelasin|menjelaskan|kasih|ngasih|repot|ngebantu|sharing|berbagi|diajarin|ngajarin|meluangkan|luangin|respon|balas
    {makasih} , akhirnya|sekarang|ternyata|work|works|berhasil|jalan|bisa|beres|langsung (..) (berhasil|bisa|jalan|beres|work|works|solved|fix|kelar|nyala|normal)
    {makasih} , {tlah} (..) berhasil|bisa|jalan|beres|work|works|solved|fix|kelar|nyala|normal
    ({banyak}) terbantu|kebantu ({banyak})
    {kak}|ini|nya ({banyak}) membantu|ngebantu ({banyak}) {kak}|saya|aku|gue
    nyelamatin|nyelametin|menyelamatkan|selamatkan|selametin hidup|hari|nyawa|saya|aku|gue|gw|skripsi|kerjaan|project|tugas|nyawaku|hidupku|hariku|deadline|gua|kami
    {kak} (memang|emang|bener|benar|adalah) (memang|emang) {penyelamat} >
    {kak} (memang|emang) [penyelamat|penyelamatku|lifesaver|terbaik|malaikat]
    < penyelamat|penyelamatku|lifesaver
    penyelamat hidup|hidupku|gue|saya|aku
    memang|emang|paling terbaik (emang) {kak}
    {kak} (tuh|itu|ini) dewa|penyelamat|malaikat|pahlawan|legend|goat|panutan emang|memang|sih|bgt|banget|pokoknya
    {banyak} membantu|ngebantu ({banyak}) {kak}
    {kak} (emang|memang|ini|pada|bener) (orang) baik|baik2|berjasa (baik) banget|bgt|sekali
    orang baik (semua) {kak}|semua
    < (orang) baik banget|bgt|sekali {kak}
    (sangat|sungguh) berjasa (banget|bgt|sekali) {kak}|bagi|buat|hidup
    jasamu|jasa {kak} (tak|ga|gak|nggak) (akan|bakal) (terlupakan|lupa)
    ga|gak|nggak|tak|ngga (bakal|akan|bisa) lupa (sama) (jasa|kebaikan)
    {ucapan} {banyak} (..) {tlah} (..) bantu|bantuin|jawab|jelasin|ngajarin
    {ucapan} {kak} (..) infonya|ilmunya|sarannya|jawabannya|penjelasannya|solusinya|pencerahannya|tipsnya|linknya
    semoga (..) dibalas|dibales|membalas|berkah|sehat|lancar|rezeki|rejeki|pahala|balas|barokah
    sehat selalu|terus {kak}
    sehat selalu >
    [sehat sehat|sehat2|berkah selalu|panjang umur|lancar rejekinya|lancar rezekinya|lancar rejeki|lancar rezeki|lancar jaya rejekinya|masuk surga] {kak}
    < (sungkem) sungkem {kak}
    cendol (nya) (..) meluncur|dikirim|otw|terkirim
    tanpa {kak} (..) ga|gak|nggak|tidak|gk|mungkin|pasti
    tanpa bantuan|bantuanmu|bantuannya
    untung|untungnya ada {kak}
    kalau|kalo ga|gak|nggak|bukan|tidak ada|karena {kak}
    (sangat|bener|saya|aku|kami) menghargai|hargai|apresiasi|mengapresiasi bantuan|bantuannya|bantuanmu|waktu|banget|sekali
    sangat menghargai|mengapresiasi
    tuhan|allah|gusti (yang|yg) membalas|balas|memberkati|berkati
    baik banget|bgt|sekali {kak}
    penyelamat {banyak}
    jasamu (akan|selalu) abadi|dikenang
    jasa {kak} (akan|selalu) abadi|dikenang
    kak|kakak|bang|bung|mas|mbak _ emang|memang (paling) [terbaik|keren|the best] >
  `,

  answered: `
    < ok|oke|okey|okay|oh|ooh|ohh|ah|aha|wah|waw|wow|siap|sip|sipp|mantap|mantul|berhasil|bisa|works|work|udah|sudah|iya|ya|yup|baik|noted|nice|solved|beres|jalan|ketemu|akhirnya|asik|asyik|yeay|keren|paham|ngerti|oalah|ternyata|edit|fix|alhamdulillah|oke
    udah|sudah|udh|sdh|akhirnya|sekarang (..) bisa|berhasil|jalan|work|works|beres|ketemu|fix|solved|normal|paham|ngerti|nyala
    saya|aku|gue|gw|ku|tak (..) coba|cobain|cek
    coba dulu|saya|aku
  `,

  asking: `
    tolong|tlg|mohon|plis|pliss
    minta (..) tolong|bantuan|saran|solusi|pencerahan|bantu|masukan|info
    {orang} tau|tahu|bisa|pernah|punya|paham|ngerti|mau|tw|pake|pakai|bantu|bersedia|berkenan|kira
    bisa|boleh (..) bantu|bantuin|jelasin|jelaskan|tanya|minta|kasih|dibantu|nanya
    < gimana|bagaimana|gmn|kenapa|knp|mengapa|apakah|adakah|bgmn
    gimana|bagaimana|gmn|bgmn (sih|ya) cara|caranya|kalau|biar|supaya
    cara (..) gimana|bagaimana
    mau|ingin|izin|ijin|numpang|nanya (..) tanya|bertanya|nanya
    butuh|perlu|nyari|cari (..) bantuan|saran|bantu|solusi|help|info
    ada|punya|dapat|kena|mengalami (..) masalah|kendala|error|problem|saran|solusi|ide|cara
    ga|gak|nggak|tidak|gk|tdk bisa|jalan|muncul|work|berfungsi|ngerti|paham
    bantuin
    < apapun|sekecil|berapapun
    bantu|bantuannya|bantuin|pencerahannya (dong|donk|yah|ya|kak|gan|min|bang|suhu|puh) >
    mohon|minta|butuh maaf|bantuan|info|konfirmasi|konfirmasinya|tindak|solusi|solusinya
    bantu dong
    kalau|kalo|klo|kl|jika|barangkali {orang}|bs|bisa
    < (lagi) cari|nyari|butuh|dicari|open|jual|wts|wtb|wtt|lowongan|loker|dibutuhkan|dijual
    minat|berminat (dm|pm|japri|wa|hubungi|chat)
    {orang} bs|kenal|jual|minat
    mohon (..) bantuannya|pencerahannya|infonya|kirim|kirimkan|ditunggu|dicek|diproses|segera
    ditunggu (..) kabarnya|jawabannya|responnya|balasannya|infonya
    jangan|dilarang|stop|no|hindari (..) spam|nyepam|spamming|oot|flood|promosi|iklan|jualan|dm|japri|toxic
    baca|bacalah|pakai|pake|gunakan|cek|ikuti|patuhi|taati|buka|pindah|posting (..) (..) {rumah}
  `,

  notThanks: `
    lagu {makasih}
    gak|ga|nggak|enggak|engga dulu (deh|aja|ya) , {makasih}
    nanti (juga) lu|lo|kamu|kalian {makasih}
    {makasih} untuk|karena|sudah|telah tidak
    # Refusals, "you're welcome", and nobody needs to.
    tidak|tdk|ga|gak|nggak|ngga|enggak|gk|engga|kagak , (usah|perlu|deh|ah|mau|dulu) , {makasih}
    tidak|ga|gak|nggak|ngga|enggak usah|perlu|butuh (..) {makasih}
    {makasih} , (tapi) tidak|ga|gak|nggak|enggak|engga (usah|deh|dulu|perlu|minat)
    {ucapan} kembali|kmbali|kembaliii|balik|juga >
    {luput} (usah|perlu|jadi|dulu|deh) , {ucapan} , (saya|kami|aku|gw|gue) (udah|sudah|cuma) (punya|ada|pake|pakai)
    {luput} , {ucapan}
    jangan|gausah|gosah|gaperlu|ngapain|kenapa|knp (..) {ucapan} (ke|sama|kepada)
    {ucapan} ke|sama|buat|kepada|untuk siapa
    {ucapan} (banyak|ya|lho|loh) (mbah) chatgpt|gpt|claude|copilot|google|gugel|stackoverflow|youtube|gemini|ai
    {makasih} (kembali) juga , (bang|kak|mas|gan|bro) sudah|udah mampir
    kembali kasih
    {makasih} (kak|mas|bang|kembali) kembali
    jangan|tak|ga|gak|usah (..) {bilang} (..) {makasih}

    # Sarcasm and blame.
    {makasih} (..) untuk|atas|buat (..) tidak|nggak|gak ada|apa|membantu
    {makasih} (..) ({tlah}) (..) bikin|membuat|buat (..) {rusak}
    {makasih} (..) {tlah} {rusak}|hapus|ban|banned|ngeban|ngehapus|ngerusak|ngerusakin
    {makasih} (deh|dah|lho|loh|ya) , (..) {luput} guna|berguna|nolong|menolong|becus|niat|jelas|bermanfaat
    {luput} guna|berguna|becus|bermutu (..) , {ucapan}
    {ucapan} (..) {tlah} (..) nipu|ngescam|scam|phpin|php|ghosting|nyuekin|cuekin|diemin|ngilang|kick|ngekick|ngemute|nyebarin|spoiler|ngehack|ngacauin|ngancurin|nyusahin|bohong
    {ucapan} (..) {tlah} (..) bikin|buat|membuat|ngebuat (..) {rusak}|rugi|emosi|pusing|nangis|stress|stres|lembur|begadang
    {ucapan} (banyak|ya|deh|banget|bgt) (lho|loh|ya|lo|banyak) dev|developer|telkom|indihome|indihom|pln|windows|microsoft|google|github|aws|cloudflare|discord|jokowi|pemerintah|kominfo|bug
    gara gara|2 (si) update|apdet|patch|dev|developer|admin|windows|deploy|upgrade|versi|lu|lo|elu (..) (..) , (..) {ucapan}
    gara2 (si) update|apdet|patch|dev|developer|admin|windows|deploy|upgrade|versi|lu|lo|elu (..) (..) , (..) {ucapan}
    windows|microsoft|telkom|indihome|pln|kominfo (emang|memang) (..) (..) , (..) (..) , {ucapan}
    malah (makin|tambah|jadi) (..) {rusak} , {ucapan} (deh|lho|loh|ya|banyak|banget)
    {makasih} (ya) (lho|loh) , jadi|malah {rusak}
    {makasih} , kapten|captain|microsoft|windows|sherlock|einstein|jokowi
    {makasih} (ya) tuhan|allah
    berkat|gara update|pembaruan|patch

    # In advance.
    {ucapan} (..) , {sebelumnya}
    {ucapan} (..) before >
    {ucapan} (..) (atas|untuk|buat) perhatian|perhatiannya|pengertiannya|pengertian|perhatianmu
    atas {perhatian} (dan|serta) ({perhatian}) , (..) {bilang} {makasih}
    atas {perhatian} (dan|serta) ({perhatian}) , {makasih}
    {makasih} (..) {tlah} menghubungi|menunggu|bergabung|berlangganan|membeli|memesan|berbelanja|mendaftar|berkunjung|mengunjungi|memilih|berpartisipasi|menginstal|menggunakan|mengunduh
    nanti|ntar|entar|besok|baru|tinggal (..) {bilang} {ucapan}
    {makasih} (..) atas|untuk|buat (..) (..) {sebelumnya}
    {sebelumnya} , (saya|aku|kami|gue) (ucapkan|ucapin|mengucapkan|bilang|mau) {makasih}
    {makasih} (..) buat|bagi|untuk|kepada (yang|yg|siapa|siapapun) nanti|bakal|akan|bisa|mau
    kurang {ucapan}
    {ucapan} (aja|pun|doang) {luput}|belum|blm
    {ucapan} (banyak|banget) atas ketidakjelasannya|ketidakpastiannya|kekacauannya|kerusakannya|gangguannya|kerugiannya|janji|php
    {bilang}|beri|memberi|ngasih|ngasi|kasih {ucapan} ke|kepada|sama user|member|orang|helper|dia
    command|perintah|tombol|fitur|menu (..) {ucapan}
    {ucapan} gajelas|gaje
    berkat {kak} (..) (..) {rusak}
    {makasih} (..) (buat|bagi|untuk|kepada) {orang} bisa|mau|bantu|jawab|membantu|menjawab|bersedia|tahu|tau|berkenan
    {makasih} (..) buat|bagi|untuk (..) {orang} (mau) bantu|jawab|membantu|menjawab|bersedia|tahu|tau|bisa
    {makasih} (..) , kalau|kalo|jika|bila|yang|yg ada|bisa|mau|bantu
    {makasih} duluan|dulu
    akan|bakal (..) berterima kasih
    akan|bakal (sangat) terbantu|membantu|menghargai|berterima|bersyukur
    (sangat) diapresiasi|dihargai

    # Speaking of thanks.
    {bilang} {makasih}
    {bilang} (ke|sama|kepada|dong|aja|dulu|lah) {makasih}
    cara|gimana|bagaimana (..) {bilang}|berterima (..) {makasih}|kasih
    {ucapan} (itu|tuh|dalam|pakai|pake) bahasa
    {ucapan} atau|vs|atw {ucapan}
    apa|apakah|harus|wajib|mesti|kudu|wajibkah (harus|perlu|wajib|cukup|boleh|tulis|ngetik) {ucapan}
    mesti|kudu|wajib {ucapan}
    ngitung|hitung|deteksi|detect|nangkep|jumlah|tulisan|teks|string|kalimat|kata2|label|emoji|stiker|sticker|autoreply|template {ucapan}
    {ucapan} page|counter|command|role|channel|button|message|thread
    bahasa (..) {makasih}
    {makasih} artinya|berarti|itu|adalah
    artinya|arti|kata|tombol|perintah|command|channel|role|fitur|pesan|halaman|bot|sekedar|ucapan|tahu|tau|tanpa|tidak|nggak|gak {makasih}
    {makasih} bot nya|lagi|error|tidak|ga|gak
    tahu|tau terima kasih
    tidak|gak|ga|nggak|tak tahu|tau (ber) {makasih}
    dia|mereka|orangnya (..) {bilang}|berterima (..) {makasih}|kasih
    kalau|kalo|jika|bila (..) mau|ingin (..) {bilang} (..) {makasih}
    terima kasihlah
    kalo|kalau (..) {penyelamat}
    {ucapan} (..) kepada|untuk|buat|sama|ke (si) update|updatenya|apdet|pembaruan|patch|bug|versi|developer|developernya|deploy|windows
    berapa|brp (banyak) {ucapan}
    {makasih} (..) atas kesabaran|kesabarannya (anda|kakak|kalian)
  `,
};
