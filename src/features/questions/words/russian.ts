import type { SolvedWords } from '../meanings.rules.ts';
export const russian: SolvedWords = {
  language: 'ru',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
