#!/usr/bin/env bash
# The contract check: imports a folder's data set into a fresh SQLite file and a fresh MariaDB, serves each, and has the
# folder's own driver compare every answer with the expected ones.
#   test/contract.sh FOLDER      FOLDER holds contract/operations.graphql, data/ with expected.json, bench/load
set -euo pipefail
set -m
folder=$(cd "${1:?use: test/contract.sh FOLDER}" && pwd)
cd "$(dirname "$0")/.."
. test/mariadb.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/fugai-contract.XXXXXX")
server=
finish() {
  trap - EXIT INT TERM HUP
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  mariadb_stop
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# ready PORT waits until the server answers with all its data loaded.
ready() {
  node -e '
    const until = Date.now() + 60_000
    const ask = () => fetch(process.argv[1]).then((r) => r.ok, () => false).then((ok) => {
      if (ok) return
      if (Date.now() > until) { console.error("contract: the server did not get ready in a minute"); process.exit(1) }
      setTimeout(ask, 100)
    })
    ask()' "http://127.0.0.1:$1/readyz"
}

# unchanged REPORT fails where the report of a second import tells of anything new or changed.
unchanged() {
  node -e '
    const counts = []
    const walk = (v) => v && typeof v === "object" && Object.entries(v).forEach(([k, x]) =>
      /^(new|changed)$/i.test(k) && typeof x === "number" ? counts.push(x) : walk(x))
    walk(JSON.parse(require("fs").readFileSync(process.argv[1])))
    if (counts.length === 0) { console.error("contract: the report of the second import counts nothing"); process.exit(1) }
    const sum = counts.reduce((a, b) => a + b)
    if (sum > 0) { console.error(`contract: the second import of the same files made ${sum} changes`); process.exit(1) }' "$1"
}

check_on() { # NAME DSN
  local name=$1 dsn=$2 port key top
  echo "== contract on $name"
  ./bin/fugai import --db "$dsn" "$folder/data"
  ./bin/fugai import --db "$dsn" --report "$work/$name.json" "$folder/data"
  unchanged "$work/$name.json"
  ./bin/fugai check --db "$dsn"
  top=$(awk -F, '$3 == "PROVINCE" { print $1; exit }' "$folder/data/regions.csv")
  key=$(./bin/fugai key create --db "$dsn" --role DEPARTMENT --region "$top" | awk 'END { print $NF }')
  port=$(mariadb_free_port)
  ./bin/fugai serve --db "$dsn" --addr "127.0.0.1:$port" >"$work/$name.log" 2>&1 </dev/null &
  server=$!
  ready "$port" || { tail -20 "$work/$name.log" >&2; return 1; }
  (cd "$folder/bench/load" && go run . -label "fugai on $name" -url "http://127.0.0.1:$port/graphql" \
    -workload "$folder/contract/operations.graphql" -expected "$folder/data/expected.json" \
    -c 1 -d 0s -out /dev/null -header "Authorization: Bearer $key")
  kill "$server"
  wait "$server" || true
  server=
}

test/needs.sh
make --no-print-directory build
check_on sqlite "sqlite:$work/fugai.db"
mariadb_start "$work"
check_on mariadb "${MARIADB_URL}fugai"
