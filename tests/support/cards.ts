// Pictures to look at and to measure: names in many scripts, short and long, with badges and without.
import type { BoardCard, Name, ProfileCard } from '../../src/features/pictures/rules.ts';

/** Names as people have them, each with what stands in where no font has its letters. */
export const names: Readonly<Record<string, Name>> = {
  plain: { text: 'Alice Johnson', otherwise: 'alice.j' },
  single: { text: 'x', otherwise: 'x_x' },
  wide: { text: '漢'.repeat(32), otherwise: 'kanji' },
  wideLatin: { text: 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW', otherwise: 'www' },
  greek: { text: 'Δημήτρης Παπαδόπουλος', otherwise: 'dimitris' },
  cyrillic: { text: 'Святослав Кириллович', otherwise: 'svyat' },
  japanese: { text: '山田さくら', otherwise: 'sakura' },
  emoji: { text: '🌿 Grace 👩🏽‍💻🏳️‍🌈❤️', otherwise: 'grace' },
  arabic: { text: 'أحمد محمد (admin) 12', otherwise: 'ahmad' },
  hebrew: { text: 'דוד לוי!', otherwise: 'david' },
  unwritable: { text: 'สมชาย', otherwise: 'somchai' },
};

export function profileOf(name: Name, changes: Partial<ProfileCard> = {}): ProfileCard {
  return {
    kind: 'profile',
    face: { name },
    tier: 'Guide',
    numbers: [
      { value: '47', label: 'people helped' },
      { value: '12', label: 'solutions' },
      { value: '1,204', label: 'thank-yous' },
    ],
    badges: [
      { icon: '🔧', name: 'First Fix' },
      { icon: '🛠️', name: 'Fixer' },
      { icon: '🌍', name: 'Three Languages' },
      { icon: '🤝', name: 'Ten People' },
      { icon: '⭐', name: 'Newcomers’ Friend' },
    ],
    more: 'and 3 more',
    topics: 'Knows deployment, databases and 日本語',
    note: 'Sprout Community · November 28, 2026',
    ...changes,
  };
}

export function boardOf(shown: readonly Name[] = Object.values(names).slice(0, 10)): BoardCard {
  return {
    kind: 'board',
    title: 'Points · November 2026',
    note: 'Sprout Community',
    rows: shown.map((name, i) => ({
      face: { name },
      place: i + 1,
      placeText: `${i + 1}.`,
      value: (1_328 - i * 97).toLocaleString('en'),
    })),
  };
}
