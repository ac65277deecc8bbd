// Forms marked data-draft="/address" are kept while one types: a second after the last key they are posted there, without files and
// passwords. The server may answer { "version": n } for the field draftVersion. What could not be kept, such as after a lost
// session, stays in this browser's session and is offered back; so does what was sent, until a page answers that is neither a sign-in
// nor such a form again, or that tells in a toast that it was taken.
const WAIT = 1000;
const SECRET = '[type=password], [type=file], [autocomplete=one-time-code]';

if (document.querySelector('.toast') || !document.querySelector('form[data-draft], main.signin')) forgetSent();
for (const form of document.querySelectorAll('form[data-draft]')) keep(form);

function keep(form) {
  const place = `draft:${form.dataset.draft}`;
  const said = form.querySelector('.draft-said') ?? addSaid(form);
  let timer = 0;
  let sending = null;
  offer(form, place, said);
  form.addEventListener('input', () => {
    form.dataset.unsaved = '';
    clearTimeout(timer);
    timer = setTimeout(post, WAIT);
  });
  form.addEventListener('submit', () => { clearTimeout(timer); sending?.abort(); store(true); });

  function store(sent) { sessionStorage.setItem(place, JSON.stringify({ sent, typed: typed(form) })); }

  async function post() {
    sending?.abort();
    sending = new AbortController();
    try {
      const answer = await fetch(form.dataset.draft, {
        method: 'POST', body: body(form), credentials: 'same-origin', redirect: 'manual', signal: sending.signal,
        headers: { RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]')?.value ?? '', Accept: 'application/json' },
      });
      if (!answer.ok) return lost(answer);
      await done(answer);
    } catch (problem) {
      if (problem.name !== 'AbortError') lost(null);
    }
  }

  async function done(answer) {
    if (answer.headers.get('content-type')?.includes('json')) {
      const { version } = await answer.json();
      const field = form.elements.namedItem('draftVersion');
      if (field && version !== undefined) field.value = version;
    }
    delete form.dataset.unsaved;
    sessionStorage.removeItem(place);
    say(said, `Draft saved ${new Date().toTimeString().slice(0, 5)}`);
  }

  // Without an answer, or sent elsewhere (to sign in): the text stays here.
  function lost(answer) {
    store(false);
    delete form.dataset.unsaved;
    const isSignedOut = answer && (answer.type === 'opaqueredirect' || answer.status === 401);
    const why = isSignedOut ? 'your session has ended. Sign in again in this tab.'
      : answer?.status === 409 ? 'somebody else changed it. Save to see what.'
      : answer ? `LabQc did not take it (${answer.status}).` : 'LabQc could not be reached.';
    say(said, `Not saved: ${why} Your text is kept in this browser.`, true);
  }
}

function body(form) {
  const data = new FormData(form);
  for (const field of form.querySelectorAll(SECRET)) data.delete(field.name);
  return new URLSearchParams(data);
}

// What a person typed or chose, as name and value.
function typed(form) {
  const data = new FormData(form);
  for (const field of form.querySelectorAll(`${SECRET}, [type=hidden]`)) data.delete(field.name);
  return [...data];
}

function forgetSent() {
  for (const key of Object.keys(sessionStorage).filter(name => name.startsWith('draft:')))
    if (JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
}

function offer(form, place, said) {
  const stored = JSON.parse(sessionStorage.getItem(place));
  if (!stored) return;
  if (JSON.stringify(stored.typed) === JSON.stringify(typed(form))) return sessionStorage.removeItem(place);
  said.textContent = 'What you typed before is kept in this browser. ';
  const button = (words, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn sm', textContent: words });
    made.addEventListener('click', () => { sessionStorage.removeItem(place); said.textContent = ''; act(); });
    return made;
  };
  said.append(button('Bring it back', () => restore(form, stored.typed)), ' ', button('Discard it', () => {}));
}

function restore(form, pairs) {
  const values = new Map();
  for (const [name, value] of pairs) values.set(name, [...values.get(name) ?? [], value]);
  for (const field of form.elements) {
    if (!field.name || field.type === 'hidden' || field.type === 'password' || field.type === 'file') continue;
    const given = values.get(field.name) ?? [];
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = given.includes(field.value);
    else if (given.length) field.value = given.shift();
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function addSaid(form) {
  const said = Object.assign(document.createElement('p'), { className: 'draft-said' });
  said.setAttribute('aria-live', 'polite');
  (form.querySelector('.dock') ?? form).prepend(said);
  return said;
}

function say(said, words, isLost = false) {
  said.textContent = words;
  said.classList.toggle('lost', isLost);
}
