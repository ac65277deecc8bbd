// A toast goes after 6 seconds, but not while the pointer or the focus is on it. Its words are set once more, since what stands
// in a page from the start is not read aloud.
const SHOWN = 6000;

for (const toast of document.querySelectorAll('.toast:not(.here)')) {
  const content = [...toast.childNodes];
  toast.replaceChildren();
  setTimeout(() => toast.append(...content), 50);
  let timer = 0;
  const leave = () => { timer = setTimeout(() => toast.classList.add('gone'), SHOWN); };
  const stay = () => clearTimeout(timer);
  for (const sign of ['pointerenter', 'focusin']) toast.addEventListener(sign, stay);
  for (const sign of ['pointerleave', 'focusout']) toast.addEventListener(sign, () => { stay(); leave(); });
  leave();
}
