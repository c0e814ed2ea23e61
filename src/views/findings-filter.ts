/** Script of the findings page: shows the filter and hides what does not match. Without it, all findings are shown. */
export const FINDINGS_FILTER = `
const filter = document.getElementById('filter');
if (filter) {
  const field = (name) => filter.querySelector('[name=' + name + ']');
  const cards = [...document.querySelectorAll('.finding')].map((card) => ({ card, text: card.textContent.toLowerCase() }));
  const groups = [...document.querySelectorAll('[data-group]')];
  const apply = () => {
    const words = field('text').value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const { card, text } of cards) {
      const fits = ['locale', 'severity', 'rule', 'section'].every((name) => field(name).selectedIndex === 0 || card.dataset[name] === field(name).value) && words.every((word) => text.includes(word));
      card.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    document.getElementById('shown').textContent = shown + ' of ' + cards.length + ' shown';
  };
  filter.addEventListener('input', apply);
  filter.hidden = false;
  apply();
}
`;
