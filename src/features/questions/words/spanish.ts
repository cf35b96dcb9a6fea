import type { SolvedWords } from '../meanings.rules.ts';
export const spanish: SolvedWords = {
  language: 'es',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
