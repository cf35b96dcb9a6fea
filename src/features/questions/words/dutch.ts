import type { SolvedWords } from '../meanings.rules.ts';
export const dutch: SolvedWords = {
  language: 'nl',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
