// Runs the audits of npm graphql-http against the address in argv[2] and prints one JSON object an audit.
import { auditServer } from 'graphql-http';

const headers = process.argv[3] ? { authorization: process.argv[3] } : {};
const results = await auditServer({
  url: process.argv[2],
  fetchFn: (url, init = {}) => fetch(url, { ...init, headers: { ...init.headers, ...headers } }),
});
for (const { id, name, status, reason } of results) {
  console.log(JSON.stringify({ id, name, status, reason }));
}
