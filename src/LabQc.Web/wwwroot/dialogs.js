// Dialogs: data-dialog="id" opens, data-close closes, <dialog data-open> is open when the page comes. The menu closes when one clicks elsewhere.
const open = dialog => { if (!dialog.open) dialog.showModal(); };

for (const dialog of document.querySelectorAll('dialog[data-open]')) { dialog.removeAttribute('open'); open(dialog); }

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) { event.preventDefault(); open(dialog); }
  event.target.closest('[data-close]')?.closest('dialog')?.close();
  for (const menu of document.querySelectorAll('details.who[open]')) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.who[open]')) { menu.open = false; menu.querySelector('summary').focus(); }
});
