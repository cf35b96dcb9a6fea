import type { SolvedWords } from '../meanings.rules.ts';
export const german: SolvedWords = {
  language: 'de',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
