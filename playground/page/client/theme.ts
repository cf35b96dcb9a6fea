// Light or dark: as the system has it, until one chooses.

const KEPT = 'theme';

export function startTheme(): void {
  const kept = localStorage.getItem(KEPT);
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = kept ?? system;
}

export function flipTheme(): void {
  const { dataset } = document.documentElement;
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem(KEPT, dataset.theme);
}
