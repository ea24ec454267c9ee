// The queue by keyboard: a key presses the button, follows the link or opens the form that carries it. Escape leaves the form.
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') return leaveForm(event.target);
  if (event.target.closest?.('input, select, textarea')) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (target === null) return;
  event.preventDefault();
  target.click();
  if (target.parentElement.open) target.parentElement.querySelector('input:not([type=hidden]), select').focus();
});

function leaveForm(field) {
  const form = field.closest?.('details[open]');
  if (form == null) return;
  form.open = false;
  form.querySelector('summary').focus();
}
