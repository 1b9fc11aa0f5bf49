/** Filtering and keys. Without it the page still shows everything. */
export const script = `
const changes = [...document.querySelectorAll('.change')];
const search = document.getElementById('search');
const count = document.getElementById('count');
const texts = changes.map((change) => change.textContent.toLowerCase());
const chosen = (name) => new Set([...document.querySelectorAll('input[name=' + name + ']:checked')].map((box) => box.value));
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const levels = chosen('level');
  const axes = chosen('axis');
  let shown = 0;
  changes.forEach((change, i) => {
    const fits = levels.has(change.dataset.level) && change.dataset.axis.split(' ').some((axis) => axes.has(axis)) && words.every((word) => texts[i].includes(word));
    change.hidden = !fits;
    if (fits) shown++;
  });
  count.textContent = shown + ' of ' + changes.length + ' shown';
}
document.querySelector('form').addEventListener('input', filter);
document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === search) {
    if (event.key === 'Escape') search.blur();
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'o') {
    const visible = changes.filter((change) => !change.hidden);
    const open = !visible.every((change) => change.open);
    for (const change of visible) change.open = open;
  } else if (event.key === 'j' || event.key === 'k') {
    const visible = changes.filter((change) => !change.hidden);
    const at = visible.findIndex((change) => change.contains(document.activeElement));
    const next = visible[at < 0 ? (event.key === 'j' ? 0 : visible.length - 1) : at + (event.key === 'j' ? 1 : -1)];
    if (next) next.querySelector('summary').focus();
  }
});
filter();
`;
