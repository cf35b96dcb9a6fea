import type { SolvedWords } from '../meanings.rules.ts';
export const indonesian: SolvedWords = {
  language: 'id',
  sets: {},
  solved: '',
  courtesy: '',
  trying: '',
  stillBroken: '',
  neither: '',
};
