import type { SolvedWords } from '../meanings.rules.ts';
export const polish: SolvedWords = {
  language: 'pl',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
