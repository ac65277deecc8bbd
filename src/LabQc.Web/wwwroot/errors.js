// After a refused form the summary of what is wrong takes the focus; its links lead into the fields.
const summary = document.getElementById('errors');
summary?.focus();
summary?.addEventListener('click', event => {
  const field = document.getElementById(event.target.closest('a')?.hash.slice(1));
  if (field) { event.preventDefault(); field.focus(); field.scrollIntoView({ block: 'center' }); }
});
