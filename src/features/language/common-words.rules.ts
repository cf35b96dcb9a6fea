// The words that many messages hold, in any of twelve languages, whatever they are about: poor telltales.
import { fold } from './tokens.rules.ts';

// A word too few or too many here changes how many messages are read closely, and never what is found in them.
const inMostMessages = wordsIn(`
  the to is you that it for and or of in on a i if but not with my me so do have this be are can what how just no
  se de que la le un e das ich die der не и в
`);
const inManyMessages = wordsIn(`
  @ u r y 1 2 3 10 100 was wil files filles order hit machine machines community to is you that it for and or of in on at an as be by we he she they me my your ur our his her its
  im id ill ive hes youre youve youll dont didnt doesnt isnt wasnt arent cant couldnt wouldnt wont thats whats theres
  have has had having do does did doing done can could will would should may might must am are was been being not no nope
  yes yeah yep yup ok okay oh ah so but if then than this these those there here what when where which who why how with
  without from into out up down off over about after before again back just only also too very much many more most some
  any all both each every one two other same such like need needs want wanted get gets got getting go goes going gone come came
  make made makes take took know think see look looks looking say said says tell told try tried trying use used using work
  works worked working run running help helps good great nice best better well really right still even ever never always
  now today time day way thing things something anything nothing everything someone anyone everyone people guys man them
  him us let lot lots bit little big new old first last next long seems sure maybe though although because while until
  well point part link info code file error issue problem question answer fix fixed version update set put give gave gives show
  shown find found read write start stop keep enough whole real kind means meant possible actually btw lol haha hi hello hey
  please pls sorry yet else own few around through between since once wanna gonna cause must let ya ye top dev set
  le la les un une des du de d l et en est que qui pas ne je tu il elle on nous vous ils ce ca cest sur pour par avec dans mais
  ou si au aux mon ton son ma ta sa mes tes ses plus tout tous bien tres fait etre avoir ai as ont suis sont va moi toi lui comme
  el los las una unos y es no lo al del con por para mi tu su sus se te me que como pero mas muy esta este eso esto hay ya si
  ha he han ser soy era todo todos bien solo yo nos le les donde cuando
  di che non un uno gli della del dei al alla per con da in sono sei ho hai ha mi ti ci vi si lo ma anche piu come questo questa
  quello molto tutto tutti bene io tu lui noi voi cosa fatto
  der die das den dem ein eine einen einem ist nicht und ich du er sie es wir ihr mich mir dir dich uns mit auf fur von zu im in
  an aus bei nach so wie was wer wo war hat habe haben sein bin bist sind kann auch noch nur schon aber oder wenn dass mal ja nein
  doch alles sehr gut hier da jetzt ganz
  het een van dat niet ik je jij hij we ze is op te met voor er aan ook maar om bij nog wel naar uit was heb heeft zijn kan dan
  als wat hoe mijn deze dit die goed heel veel al
  o os um uma do da dos das em no na nos nas e que nao eu voce ele ela com por para mais mas se meu minha seu sua isso isto esse
  essa este esta foi ser tem ter muito bem so ja tudo todos como
  i w z na do nie to jest sie ze co jak za po tak ale od dla mi ci ja ty on ona my wy ten ta te tego mam masz ma juz tylko bardzo
  wszystko by czy
  и в не на я что он с а то это как у по но так за вы мы ты все да нет же бы из от для мне меня тебе есть было если уже еще
  только там тут очень его ее их или ли мой
  ο η το οι τα του της των τον την και να θα δεν με σε για από που είναι μου σου τι αυτό ένα μια στο στη
  yang di ke dan ini itu ada saya aku kamu dia kita kami tidak gak ga nggak bisa untuk dengan dari pada juga sudah udah belum mau
  buat sama apa kalau kalo tapi karena jadi lagi banget kak bang mas ya nya aja saja
  は が の に を で と も か ら い う た て し な ま す る っ ん れ こ そ あ お き く け さ ち つ ど だ よ ね や
`);

/** How poor a telltale a word is: what it costs to read all messages closely that hold it. Of what is not common, short words are poorer. */
export function commonness(word: string): number {
  if (inMostMessages.has(word)) return 6_000;
  if (inManyMessages.has(word)) return 500;
  if (word.length <= 2) return word.length === 2 ? 20 : 100;
  return 1;
}

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(fold(list).trim().split(/\s+/));
}
