// Says at once beside a result whether it is within its limits. The server judges, by the exact decimal text; this only warns.
const NUMBER = /^[<>=]?\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;
const PRESENT = ['present', 'detected', 'positive', 'growth'];
const ABSENT = ['absent', 'not detected', 'none detected', 'negative', 'no growth', 'n.d.'];

for (const hint of document.querySelectorAll('output.limit-hint')) {
  const field = document.getElementById(hint.htmlFor.value);
  if (!field) continue;
  const qualifier = field.parentElement.querySelector('select.q');
  const say = () => tell(hint, judge(field, qualifier?.value ?? ''), field.dataset.limits);
  field.addEventListener('input', say);
  qualifier?.addEventListener('input', say);
  say();
}

function tell(hint, answer, limits) {
  const words = { in: `Within limits: ${limits}`, out: `Outside limits: ${limits}`, as: `As required: ${limits}`, other: `Not as required: ${limits}`,
    open: `Cannot be told from this: ${limits}`, none: '' }[answer];
  if (hint.value === words) return;                 // an unchanged live region is not read again
  hint.value = words;
  hint.classList.toggle('out', answer === 'out' || answer === 'other');
  hint.classList.toggle('open', answer === 'open');
}

function judge(field, chosen) {
  const text = field.value.trim();
  const { lower, upper, expected } = field.dataset;
  if (expected !== undefined) return presence(text.toLowerCase(), expected);
  if (lower === undefined && upper === undefined) return 'none';
  if (chosen === 'n.d.' || /^(not|none) detected$/i.test(text)) return lower === undefined ? 'in' : 'open';
  const match = NUMBER.exec(text.replace('\u2212', '-'));
  if (!match) return text ? 'open' : 'none';
  const sign = '<>'.includes(text[0]) ? text[0] : chosen;
  return range(Number(match[1]), sign, field.dataset);
}

function range(value, sign, { lower, upper, lowerOpen, upperOpen }) {
  const above = lower === undefined || (lowerOpen === undefined ? value >= Number(lower) : value > Number(lower));
  const below = upper === undefined || (upperOpen === undefined ? value <= Number(upper) : value < Number(upper));
  if (sign === '<') return lower === undefined ? (below ? 'in' : 'open') : value <= Number(lower) ? 'out' : 'open';
  if (sign === '>') return upper === undefined ? (above ? 'in' : 'open') : value >= Number(upper) ? 'out' : 'open';
  return above && below ? 'in' : 'out';
}

function presence(text, expected) {
  const found = PRESENT.includes(text) ? 'present' : ABSENT.includes(text) ? 'absent' : null;
  if (found === null) return text ? 'open' : 'none';
  return found === expected ? 'as' : 'other';
}
