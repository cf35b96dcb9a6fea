import type { SolvedWords } from '../meanings.rules.ts';
export const portuguese: SolvedWords = {
  language: 'pt',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
