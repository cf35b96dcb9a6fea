// The badges there are, one entry each. Names and descriptions are in the catalogue of texts: `badges.all.ID.name`.

/** What can be counted about a member. How each is counted: counts.store.ts; which credit may move it: rules.ts. */
export const measures = [
  'solutions',
  'thanksReceived',
  'thanksGiven',
  'peopleHelped',
  'activeDays',
  /** Different people whom they thanked or upvoted, or who solved their questions. */
  'helpersThanked',
  /** Languages in which they were thanked. */
  'languages',
  /** Questions in which they answered first and the asker recognised them for it. */
  'firstAnswers',
  /** Those of them that were the first question of somebody here. */
  'newcomers',
  /** Solutions of questions that nobody had answered for a day. */
  'forgotten',
  /** Solutions of questions within ten minutes of being asked. */
  'swift',
  /** Solutions by an answer to an older question. */
  'oldAnswers',
  /** Solutions in the tag in which they have most. */
  'inOneTag',
  /** Different tags in which they have a solution. */
  'tags',
  /** Solutions that stand after thirty days. */
  'provenSolutions',
  /** Times that they helped again after sixty days without. */
  'comebacks',
  /** Days since they joined, for those who helped somebody. */
  'daysHere',
] as const;
export type Measure = (typeof measures)[number];

export const badgeTiers = ['bronze', 'silver', 'gold'] as const;
export type BadgeTier = (typeof badgeTiers)[number];

export interface Requirement {
  readonly measure: Measure;
  readonly atLeast: number;
}

interface Entry {
  readonly id: string;
  readonly tier: BadgeTier;
  readonly icon: string;
  /** What earns it; none for a badge that only people give. */
  readonly requirement?: Requirement;
  /** Kept whatever becomes of what earned it; the others go when their requirement no longer holds. */
  readonly lasting?: true;
  /** Named only once it is held. */
  readonly secret?: true;
}

const entries = [
  // Helping
  { id: 'firstFix', tier: 'bronze', icon: '🔧', requirement: { measure: 'solutions', atLeast: 1 } },
  { id: 'fixer', tier: 'bronze', icon: '🛠️', requirement: { measure: 'solutions', atLeast: 10 } },
  { id: 'masterFixer', tier: 'silver', icon: '⚙️', requirement: { measure: 'solutions', atLeast: 50 } },
  { id: 'legend', tier: 'gold', icon: '🏆', requirement: { measure: 'solutions', atLeast: 150 } },
  { id: 'quickOff', tier: 'bronze', icon: '🌱', requirement: { measure: 'firstAnswers', atLeast: 5 } },
  { id: 'firstThere', tier: 'silver', icon: '⚡', requirement: { measure: 'firstAnswers', atLeast: 25 } },
  { id: 'alwaysThere', tier: 'gold', icon: '🌞', requirement: { measure: 'firstAnswers', atLeast: 100 } },
  { id: 'notForgotten', tier: 'bronze', icon: '🕯️', requirement: { measure: 'forgotten', atLeast: 1 } },
  { id: 'lighthouse', tier: 'silver', icon: '💡', requirement: { measure: 'forgotten', atLeast: 10 } },
  { id: 'polyglot', tier: 'silver', icon: '🗣️', requirement: { measure: 'languages', atLeast: 3 } },
  { id: 'worldly', tier: 'gold', icon: '🌍', requirement: { measure: 'languages', atLeast: 6 } },
  { id: 'firstThanks', tier: 'bronze', icon: '🌿', requirement: { measure: 'thanksReceived', atLeast: 1 } },
  { id: 'appreciated', tier: 'silver', icon: '💐', requirement: { measure: 'thanksReceived', atLeast: 100 } },
  // People
  { id: 'neighbour', tier: 'bronze', icon: '🤝', requirement: { measure: 'peopleHelped', atLeast: 10 } },
  { id: 'pillar', tier: 'silver', icon: '🏛️', requirement: { measure: 'peopleHelped', atLeast: 50 } },
  { id: 'heart', tier: 'gold', icon: '💛', requirement: { measure: 'peopleHelped', atLeast: 200 } },
  { id: 'welcomer', tier: 'bronze', icon: '👋', requirement: { measure: 'newcomers', atLeast: 3 } },
  { id: 'openDoor', tier: 'silver', icon: '🚪', requirement: { measure: 'newcomers', atLeast: 10 } },
  { id: 'steady', tier: 'silver', icon: '📅', requirement: { measure: 'activeDays', atLeast: 30 } },
  { id: 'everReady', tier: 'gold', icon: '🌳', requirement: { measure: 'activeDays', atLeast: 150 } },
  // Knowing
  { id: 'knowsIt', tier: 'silver', icon: '📘', requirement: { measure: 'inOneTag', atLeast: 10 } },
  { id: 'authority', tier: 'gold', icon: '📚', requirement: { measure: 'inOneTag', atLeast: 50 } },
  { id: 'manySided', tier: 'silver', icon: '🧩', requirement: { measure: 'tags', atLeast: 5 } },
  // Belonging
  { id: 'grateful', tier: 'bronze', icon: '🙏', requirement: { measure: 'thanksGiven', atLeast: 1 } },
  { id: 'generous', tier: 'silver', icon: '🎁', requirement: { measure: 'helpersThanked', atLeast: 25 } },
  {
    id: 'yearHere',
    tier: 'silver',
    icon: '🎂',
    requirement: { measure: 'daysHere', atLeast: 365 },
    lasting: true,
  },
  {
    id: 'threeYears',
    tier: 'gold',
    icon: '🗿',
    requirement: { measure: 'daysHere', atLeast: 1096 },
    lasting: true,
  },
  {
    id: 'backAgain',
    tier: 'bronze',
    icon: '🐦',
    requirement: { measure: 'comebacks', atLeast: 1 },
    lasting: true,
  },
  // Quality
  { id: 'proven', tier: 'silver', icon: '🧱', requirement: { measure: 'provenSolutions', atLeast: 10 } },
  { id: 'bedrock', tier: 'gold', icon: '💎', requirement: { measure: 'provenSolutions', atLeast: 75 } },
  // Secret
  {
    id: 'inAFlash',
    tier: 'bronze',
    icon: '☄️',
    requirement: { measure: 'swift', atLeast: 1 },
    secret: true,
  },
  {
    id: 'oldGold',
    tier: 'silver',
    icon: '🪙',
    requirement: { measure: 'oldAnswers', atLeast: 1 },
    secret: true,
  },
  // By people
  { id: 'alumni', tier: 'gold', icon: '🎓', lasting: true },
] as const satisfies readonly Entry[];

export type BadgeId = (typeof entries)[number]['id'];
export type Badge = Entry & { readonly id: BadgeId };
export type EarnedBadge = Badge & { readonly requirement: Requirement };

export const BADGES: readonly Badge[] = entries;

/** Those that a requirement earns. */
export const EARNED: readonly EarnedBadge[] = BADGES.filter(isEarned);

/** Each measure's badges, so that credit is held only against what it may move. */
export const EARNED_BY: ReadonlyMap<Measure, readonly EarnedBadge[]> = Map.groupBy(
  EARNED,
  ({ requirement }) => requirement.measure,
);

export function isEarned(badge: Badge): badge is EarnedBadge {
  return badge.requirement !== undefined;
}

/** A badge of the catalogue; nothing for an id that it does not have (any more). */
export function findBadge(id: string): Badge | undefined {
  return BADGES.find((badge) => badge.id === id);
}
