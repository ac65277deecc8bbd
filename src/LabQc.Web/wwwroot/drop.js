// Files dropped anywhere on a page that has a drop area go into its file input, folders with all that is in them. data-send sends
// the form at once: what comes back is a preview, nothing is stored.
const area = document.querySelector('.drop:has(input[type=file])');
const input = area?.querySelector('input[type=file]');
let depth = 0;

const hasFiles = event => input && [...event.dataTransfer.types].includes('Files') && !document.querySelector('dialog[open]');
const show = over => { area.classList.toggle('over', over); document.body.classList.toggle('dropping', over); };

if (input) {
  document.addEventListener('dragenter', event => { if (hasFiles(event)) { depth += 1; show(true); } });
  document.addEventListener('dragleave', event => { if (hasFiles(event) && --depth <= 0) { depth = 0; show(false); } });
  document.addEventListener('dragover', event => { if (hasFiles(event)) event.preventDefault(); });
  document.addEventListener('drop', async event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show(false);
    give(await filesOf(event.dataTransfer));
  });
  input.addEventListener('change', send);
}

function give(files) {
  const all = new DataTransfer();
  for (const file of files) all.items.add(file);
  input.files = all.files;
  send();
}

function send() {
  if (input.files.length && area.dataset.send !== undefined) input.form?.requestSubmit();
}

async function filesOf(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(entry => entry);
  return entries.length ? (await Promise.all(entries.map(within))).flat() : [...transfer.files];
}

async function within(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  const found = [];
  for (let some; (some = await new Promise((done, fail) => reader.readEntries(done, fail))).length;) found.push(...some);
  return (await Promise.all(found.map(within))).flat();
}
