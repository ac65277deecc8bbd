// data-printer prints the page; <details> of numbers are opened for paper, and closed again after.
document.addEventListener('click', event => { if (event.target.closest('[data-printer]')) window.print(); });

window.addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('main details:not([open])')) { folded.open = true; folded.dataset.printed = ''; }
});
window.addEventListener('afterprint', () => {
  for (const folded of document.querySelectorAll('details[data-printed]')) { folded.open = false; delete folded.dataset.printed; }
});
