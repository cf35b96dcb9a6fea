import type { SolvedWords } from '../meanings.rules.ts';
export const french: SolvedWords = {
  language: 'fr',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
