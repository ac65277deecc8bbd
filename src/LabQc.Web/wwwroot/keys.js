// Single keys, and scanners. A scanner types much faster than a person and ends with Enter, on any page: so a key waits a moment,
// and acts only when no other follows it at once. <html data-keys="off"> switches keys off, never the scanner.
const PAUSE = 60;          // ms: no person types two keys faster
const SHORTEST = 4;        // characters of the shortest code
let typed = '';
let timer = 0;

const isOn = document.documentElement.dataset.keys !== 'off';
const isElsewhere = event => event.ctrlKey || event.metaKey || event.altKey || event.isComposing
  || event.target.matches('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]')
  || document.querySelector('dialog[open]');

document.addEventListener('keydown', event => {
  if (isElsewhere(event)) return;
  if (event.key === 'Enter' && typed.length >= SHORTEST) { event.preventDefault(); return find(typed); }
  if (event.key.length !== 1) return;
  if (event.key === '/' && isOn) event.preventDefault();   // else browsers open their own search
  typed += event.key;
  clearTimeout(timer);
  timer = setTimeout(() => { const key = typed; typed = ''; if (key.length === 1 && isOn) act(key); }, PAUSE);
});

function find(code) {
  clearTimeout(timer);
  typed = '';
  const form = document.querySelector('form.find');
  if (!form) return;
  form.querySelector('input').value = code;
  form.requestSubmit();
}

function act(key) {
  if (key === '?') return document.getElementById('keys')?.showModal();
  if (key === 'j' || key === 'k') return step(key === 'j' ? 1 : -1);
  const named = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (named?.matches('input')) { named.focus(); named.select(); }
  else named?.click();
}

function step(by) {
  const rows = [...document.querySelectorAll('table.rows tbody tr:has(a)')];
  const at = rows.findIndex(row => row.contains(document.activeElement));
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.querySelector('a').focus();
}
