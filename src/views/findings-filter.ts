/** Script of the findings page: shows the filter and hides what does not match. Without it, all findings are shown. */
export const FINDINGS_FILTER = `
const form = document.getElementById('filter');
if (form) {
  const cards = [...document.querySelectorAll('.finding')].map((card) => ({ card, text: card.textContent.toLowerCase() }));
  const groups = [...document.querySelectorAll('[data-group]')];
  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    const words = wanted.text.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, text } of cards) {
      const fits = ['locale', 'severity', 'rule', 'section'].every((name) => form.elements[name].selectedIndex === 0 || card.dataset[name] === wanted[name]) && words.every((word) => text.includes(word));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    document.getElementById('shown').textContent = shown + ' of ' + cards.length + ' shown';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
`;
