// Asks before a page is left whose input is in no draft and was not sent: forms marked data-guard, and drafts between two savings.
for (const form of document.querySelectorAll('form[data-guard]')) form.addEventListener('input', () => { form.dataset.unsaved = ''; });

document.addEventListener('submit', event => { if (!event.defaultPrevented) delete event.target.dataset.unsaved; });

window.addEventListener('beforeunload', event => {
  if (document.querySelector('form[data-unsaved]')) event.preventDefault();
});
