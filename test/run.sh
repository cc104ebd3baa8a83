#!/usr/bin/env bash
# Runs every test of the project: Go tests with the race detector on SQLite and on a private MariaDB, then the tests under
# node. The last line is 'N passed, N failed'; see docs/testing.md.
set -uo pipefail
# Every part runs in a process group of its own, so that an interrupt ends it with all its children.
set -m
cd "$(dirname "$0")/.." || exit 2
. test/mariadb.sh

work=$(mktemp -d "${TMPDIR:-/tmp}/fugai-test.XXXXXX")
tally=$work/tally
job=

finish() {
  trap - EXIT INT TERM HUP
  [ -z "$job" ] || kill -- "-$job" 2>/dev/null
  mariadb_stop
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Waiting for a job in the background lets the traps act at once.
wait_for() {
  "$@" </dev/null &
  job=$!
  wait "$job"
  local status=$?
  job=
  return $status
}

part() { # KIND NAME COMMAND...
  local kind=$1 name=$2
  shift 2
  wait_for "$work/count" -kind "$kind" -name "$name" -to "$tally" "$@"
}

# The end of a run that cannot go on.
give_up() {
  part step "$1" false
  "$work/count" -sum "$tally"
  exit 1
}

browser=()
[ ! -f test/browser/package.json ] || browser=(--browser)
wait_for test/needs.sh "${browser[@]}" || { echo "0 passed, 1 failed"; exit 1; }
wait_for go build -buildvcs=false -o "$work/count" ./test/count || { echo "0 passed, 1 failed"; exit 1; }

node_folders=()
for folder in test/audit test/browser web; do
  [ -f "$folder/package.json" ] || continue
  node_folders+=("$folder")
  part step "npm ci in $folder" make --no-print-directory "$folder/node_modules/.package-lock.json" || give_up "the packages of $folder"
done

part step "build" make --no-print-directory build
mariadb_start "$work" || give_up "a private MariaDB"

export FUGAI_TEST_MYSQL=$MARIADB_URL
export FUGAI_TEST_BINARY=$PWD/bin/fugai
FUGAI_TEST_CHROMIUM=$(command -v chromium || true)
export FUGAI_TEST_CHROMIUM

# SQLite is C translated to Go: watched by the race detector it is ten times slower, and what there is to find in it is
# not ours. Everything else, our packages and those of others, is watched.
flags=(-race '-gcflags=github.com/ncruces/go-sqlite3-wasm/...=-race=false')

# Packages of npm bring Go files of their own.
mapfile -t packages < <(go list ./... | grep -v /node_modules/)
part step "go vet" go vet "${flags[@]}" "${packages[@]}"
part go "go test" go test "${flags[@]}" -json -count=1 -timeout=12m "${packages[@]}"

for folder in "${node_folders[@]}"; do
  [ -z "$(cd "$folder" && npm pkg get scripts.test | grep -v '^{}$')" ] || part node "npm test in $folder" npm --prefix "$folder" test
done

"$work/count" -sum "$tally"
