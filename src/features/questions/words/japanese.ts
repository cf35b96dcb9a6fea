import type { SolvedWords } from '../meanings.rules.ts';
export const japanese: SolvedWords = {
  language: 'ja',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
