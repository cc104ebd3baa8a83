#!/usr/bin/env bash
# The product's own benchmark: test/bench/run.sh UNITS sqlite|mysql. Everything it makes lies in a temporary folder; with mysql it starts a
# private MariaDB. The table goes to stdout and into docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
. test/mariadb.sh

units=${1:-100000} kind=${2:-sqlite}
work=$(mktemp -d "${TMPDIR:-/tmp}/fugai-bench.XXXXXX")
trap 'mariadb_stop; rm -rf "$work"' EXIT

case $kind in
sqlite) db=sqlite:$work/bench.db ;;
mysql)
  test/needs.sh
  MARIADB_POOL=2G MARIADB_LOG=1G mariadb_start "$work" # tables that fit, as a deployment has them
  db=${MARIADB_URL}fugai
  ;;
*) echo "bench: $kind is no kind of database; use sqlite or mysql" >&2; exit 2 ;;
esac

go build -buildvcs=false -o "$work/bench" ./test/bench
"$work/bench" -units "$units" -db "$db" -dir "$work/csv" -doc docs/performance.md ${BENCH_TIME:+-d "$BENCH_TIME"}
