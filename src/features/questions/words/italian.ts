import type { SolvedWords } from '../meanings.rules.ts';
export const italian: SolvedWords = {
  language: 'it',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
