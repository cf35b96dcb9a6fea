import type { SolvedWords } from '../meanings.rules.ts';
export const greek: SolvedWords = {
  language: 'el',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
