// The lot number of a registration: proposed anew when product or method change, as long as nobody typed another one. A scanner's
// Enter goes on to the next field; the form itself refuses to be sent by it, also without this.
const lot = document.querySelector('[data-proposals]');
if (lot) {
  const proposals = JSON.parse(lot.dataset.proposals);
  const form = lot.form;
  const isProposed = () => lot.value.trim() === '' || Object.values(proposals).includes(lot.value.trim());
  const propose = () => {
    const next = proposals[`${form.elements.namedItem('product').value}|${form.elements.namedItem('isolation_method').value}`];
    if (next && isProposed()) lot.value = next;
  };
  for (const field of form.querySelectorAll('[name=product], [name=isolation_method]')) field.addEventListener('change', propose);
  lot.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    form.elements.namedItem('isolated_on').focus();
  });
}
