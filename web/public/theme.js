// Runs before the first paint, so that a chosen theme does not flash. A file because the page allows no inline scripts.
try {
  const theme = localStorage.getItem('shopwright.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme applies.
}
