// How people say thank you in Indonesian, and how they use the same words without thanking.

import type { LanguageWords } from '../phrase-graph.rules.ts';

export const indonesian: LanguageWords = {
  language: 'id',
  sets: {
    makasih: `~makasih, ~terimakasih, ~trimakasih, terima kasih, trima kasih, terimah kasih, terima kasi, trimakasi, terima ksh, trmksh, trm ksh, terimaksih, makasi, makasihh, mksh, mksih, mkasih, mkash, makaseh, makacih, makaci,
      maaciw, maacih, macih, maaci, makasii, makasiih, mksi, mksii, mksiih, mkc, trims, trimss, trims ya, trimz, trmks, tengkyu, tengkiu, tengkyuu, tenkyu, tenkiu, tengs, tq, teng kyu, tararengkyu, matur suwun, matur nuwun, suwun,
      matursuwun, maturnuwun, nuwun sewu suwun, hatur nuhun, nuhun, haturnuhun, kamsia, kamsiah, syukron, jazakallah, jazakallahu khairan, jazakillah, berterima kasih, berterimakasih, tankyu, thenkyu, thengkyu, maturnuhun, makasyi, mamacih`,
    banyak: `banyak, byk, bnyk, bgt, banget, bngt, sekali, bener, bangettt, sangat, sgt, bgtt, bet, pisan, amat, beneran, asli, betul, abis, poll, lho, ya`,
    kak: `kak, kakak, mas, mba, mbak, bang, abang, bro, om, gan, min, suhu, pak, bu, bapak, ibu, kamu, km, lu, lo, elu, elo, anda, kalian, semua, semuanya, teman, temen, guys, sis, agan, master, mastah, @, puh, sepuh, bosku, bos, boss, kang, teh, cuy, cak, dek, kk, masbro, gais, sob, ngab, rekan`,
    bantuan: `bantuan, bantuannya, bantuanmu, jawaban, jawabannya, saran, sarannya, info, infonya, informasi, informasinya, penjelasan, penjelasannya, waktu, waktunya, ilmunya, ilmu, solusi, solusinya, pencerahan, pencerahannya, tips, tipsnya, masukan, masukannya, link, linknya,
      respon, responnya, tutor, tutorialnya, tutorial, petunjuk, petunjuknya, dukungan, dukungannya, koreksinya, support, arahan, arahannya, bimbingan`,
    tlah: `udah, sudah, udh, sdh, telah, dah, uda`,
    penyelamat: `penyelamat, penyelamatku, lifesaver, dewa, dewi, malaikat, pahlawan, legend, terbaik, the best, mantap, keren, hebat, jagoan, suhu, sepuh, panutan, baik, baik banget, baik sekali, goat, luar biasa, jenius, jago`,
    sebelumnya: `sebelumnya, sblmnya, sebelum nya, sblumnya, sebelum, sblm, sebelumny, sblmny, seblumnya`,
    bilang: `bilang, ucapkan, ucapin, ngucapin, mengucapkan, katakan, bilangin, ngomong, kata, ketik, tulis, kirim, sebut, ngucap, ucapan, ucap, nulis, dibilang, diucapkan, dengar, denger, sampaikan`,
    orang: `ada yang, ada yg, siapa, yang, yg, ada, siapapun, barangkali ada, mungkin ada`,
    rusak: `rusak, rusakin, error, hilang, hancur, jebol, ngerusak, dihapus, kehapus, crash, nge-crash, parah, kacau, gagal, lemot`,
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
    berkat {kak}|bantuan|saran|arahan (..) (jadi|akhirnya|bisa|berhasil|jalan)
  `,

  thanksForDeed: `
    {makasih} (..) atas|untuk|buat|utk (..) jawaban|jawabannya|saran|sarannya|info|infonya|informasi|informasinya|penjelasan|penjelasannya|ilmunya|solusi|solusinya|pencerahan|pencerahannya|tips|tipsnya|masukan|masukannya|link|linknya|respon|responnya|tutorialnya|petunjuk|petunjuknya|koreksinya|arahannya
    {makasih} (..) infonya|ilmunya|sarannya|jawabannya|penjelasannya|solusinya|pencerahannya|tipsnya|masukannya|responnya|linknya|tutornya|tutorialnya|arahannya
    {makasih} (..) {tlah} (..) bantu|membantu|bantuin|jawab|menjawab|jelasin|menjelaskan|kasih|ngasih|repot|ngebantu|sharing|berbagi|diajarin|ngajarin|meluangkan|luangin|respon|balas
    {makasih} , akhirnya|sekarang|ternyata|work|works|berhasil|jalan|bisa|beres|langsung (..) (berhasil|bisa|jalan|beres|work|works|solved|fix|kelar|nyala|normal)
    {makasih} , {tlah} (..) berhasil|bisa|jalan|beres|work|works|solved|fix|kelar|nyala|normal
    ({banyak}) terbantu|kebantu ({banyak})
    {kak}|ini|nya ({banyak}) membantu|ngebantu ({banyak}) {kak}|saya|aku|gue
    nyelamatin|nyelametin|menyelamatkan|selamatkan|selametin hidup|hari|nyawa|saya|aku|gue|gw|skripsi|kerjaan|project|tugas|nyawaku|hidupku|hariku|deadline|gua|kami
    {kak} (memang|emang|bener|benar|adalah) (memang|emang) {penyelamat} >
    {kak} (memang|emang) [penyelamat|penyelamatku|lifesaver|terbaik|the best|malaikat]
    < penyelamat|penyelamatku|lifesaver
    penyelamat hidup|hidupku|gue|saya|aku
    memang|emang|paling terbaik (emang) {kak}
    hutang|utang budi
    utang|hutang|berhutang|ngutang sama|ke|budi {kak}
    traktir {kak}|kopi|ngopi|makan
    ku|tak traktir
    semoga (..) dibalas|dibales|membalas|berkah|sehat|lancar|rezeki|rejeki|pahala|balas|barokah
    sehat selalu|terus {kak}
    sehat selalu >
    tanpa {kak} (..) ga|gak|nggak|tidak|gk|mungkin|pasti
    tanpa bantuan|bantuanmu|bantuannya
    untung|untungnya ada {kak}
    kalau|kalo ga|gak|nggak|bukan|tidak ada|karena {kak}
    (sangat|bener|saya|aku|kami) menghargai|hargai|apresiasi|mengapresiasi bantuan|bantuannya|bantuanmu|waktu|banget|sekali
    sangat menghargai|mengapresiasi
    tuhan|allah|gusti (yang|yg) membalas|balas|memberkati|berkati
    baik banget|bgt|sekali {kak}
  `,

  answered: `
    < ok|oke|okey|okay|oh|ooh|ohh|ah|aha|wah|waw|wow|siap|sip|sipp|mantap|mantul|berhasil|bisa|works|work|udah|sudah|iya|ya|yup|baik|noted|nice|solved|beres|jalan|ketemu|akhirnya|asik|asyik|yeay|keren|paham|ngerti|oalah|ternyata|edit|fix|alhamdulillah|oke
    udah|sudah|udh|sdh|akhirnya|sekarang (..) bisa|berhasil|jalan|work|works|beres|ketemu|fix|solved|normal|paham|ngerti|nyala
    saya|aku|gue|gw|ku|tak (..) coba|cobain|cek
    coba dulu|saya|aku
  `,

  asking: `
    tolong|tlg|mohon|please|pls|plis|pliss
    minta (..) tolong|bantuan|saran|solusi|pencerahan|bantu|masukan|info
    {orang} tau|tahu|bisa|pernah|punya|paham|ngerti|mau|tw|pake|pakai|bantu|bersedia|berkenan|kira
    bisa|boleh (..) bantu|bantuin|jelasin|jelaskan|tanya|minta|kasih|dibantu|nanya
    < gimana|bagaimana|gmn|kenapa|knp|mengapa|apakah|apa|adakah|dimana|kapan|kok|bgmn|berapa
    gimana|bagaimana|gmn|bgmn (sih|ya) cara|caranya|kalau|biar|supaya
    cara (..) gimana|bagaimana
    mau|ingin|izin|ijin|numpang|nanya (..) tanya|bertanya|nanya
    butuh|perlu|nyari|cari (..) bantuan|saran|bantu|solusi|help|info
    ada|punya|dapat|kena|mengalami (..) masalah|kendala|error|problem|saran|solusi|ide|cara
    ga|gak|nggak|tidak|gk|tdk bisa|jalan|muncul|work|berfungsi|ngerti|paham
    help|bantuin
    bantu dong
    kalau|kalo|jika|barangkali {orang}
    mohon bantuannya|pencerahannya|infonya
  `,

  notThanks: `
    # Refusals, "you're welcome", and nobody needs to.
    tidak|tdk|ga|gak|nggak|ngga|enggak|gk|engga|kagak , (usah|perlu|deh|ah|mau|dulu) , {makasih}
    tidak|ga|gak|nggak|ngga|enggak usah|perlu|butuh (..) {makasih}
    {makasih} , (tapi) tidak|ga|gak|nggak|enggak|engga (usah|deh|dulu|perlu|minat)
    {makasih} kembali|kmbali|kembaliii|balik
    kembali kasih
    {makasih} (kak|mas|bang|kembali) kembali
    jangan|tak|ga|gak|usah (..) {bilang} (..) {makasih}

    # Sarcasm and blame.
    {makasih} (..) untuk|atas|buat (..) tidak|nggak|gak ada|apa|membantu
    {makasih} (..) ({tlah}) (..) bikin|membuat|buat (..) {rusak}
    {makasih} (..) {tlah} {rusak}|hapus|ban|banned|ngeban|ngehapus|ngerusak|ngerusakin
    {makasih} (..) , (..) 🙄
    {makasih} (ya) (lho|loh) , jadi|malah {rusak}
    {makasih} , kapten|captain|microsoft|windows|sherlock|einstein|jokowi
    {makasih} (ya) tuhan|allah
    berkat|gara update|pembaruan|patch

    # In advance.
    {makasih} (..) , {sebelumnya}
    {makasih} (..) atas|untuk|buat (..) (..) {sebelumnya}
    {sebelumnya} , (saya|aku|kami|gue) (ucapkan|ucapin|mengucapkan|bilang|mau) {makasih}
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
    {makasih} (dalam|pakai|pake) bahasa
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
  `,
};
