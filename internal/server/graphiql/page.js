// A query by hand: text, variables, answer. The session's cookie says who asks.
const at = (id) => document.getElementById(id);

async function run() {
  let variables;
  try {
    variables = JSON.parse(at('variables').value || '{}');
  } catch (fault) {
    at('answer').textContent = `变量不是 JSON / the variables are not JSON: ${fault.message}`;
    return;
  }
  at('answer').textContent = '…';
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: at('query').value, variables }),
    });
    at('answer').textContent = JSON.stringify(await response.json(), null, 2);
  } catch (fault) {
    at('answer').textContent = `没有应答 / no answer: ${fault.message}`;
  }
}

async function session(method, body) {
  const response = await fetch('/session', { method, headers: { 'content-type': 'application/json' }, body });
  at('key').value = '';
  at('state').textContent = response.ok ? '✓' : (await response.json()).errors[0].message;
}

at('run').addEventListener('click', run);
at('logout').addEventListener('click', () => session('DELETE'));
at('login').addEventListener('submit', (event) => {
  event.preventDefault();
  session('POST', JSON.stringify({ key: at('key').value }));
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
});
