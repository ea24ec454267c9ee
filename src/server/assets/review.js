// The queue by keyboard: a key presses the button or follows the link that carries it.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (target === null) return;
  event.preventDefault();
  target.click();
});
