/** What `report.html` does in a browser: narrows the list, and opens the requirement that a link names. */
export const script = `
const tools = document.querySelector('form.tools').elements;
const entries = [...document.querySelectorAll('#requirements > details')];
const spoken = entries.map((entry) => entry.firstElementChild.textContent.toLowerCase());

function narrow() {
  const words = tools.text.value.toLowerCase().split(' ').filter(Boolean);
  let shown = 0;
  entries.forEach((entry, index) => {
    const { verdict, operation, level } = entry.dataset;
    const fits = words.every((word) => spoken[index].includes(word)) &&
      ['', verdict].includes(tools.verdict.value) && ['', level].includes(tools.level.value) &&
      ['', ...operation.split(',')].includes(tools.operation.value);
    entry.hidden = !fits;
    shown += fits;
  });
  tools.shown.value = shown + ' shown';
}

function openLinked() {
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(entry instanceof HTMLDetailsElement)) return;
  entry.hidden = false;
  entry.open = true;
  entry.scrollIntoView();
}

addEventListener('input', narrow);
addEventListener('submit', (event) => event.preventDefault());
addEventListener('hashchange', openLinked);
openLinked();
`;
