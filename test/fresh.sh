#!/usr/bin/env bash
# Proves that the generated code is that of its sources: generating it again changes no file.
set -euo pipefail
cd "$(dirname "$0")/.."

before=$(mktemp)
after=$(mktemp)
trap 'rm -f "$before" "$after"' EXIT

# Every file that is or could be committed, so that a file that appears is seen as well.
sums() { git ls-files -z --cached --others --exclude-standard | sort -zu | xargs -0 sha256sum 2>/dev/null || true; }

sums >"$before"
make --no-print-directory generate
sums >"$after"
if ! changed=$(diff "$before" "$after" | awk '/^[<>]/ { print "  " $3 }' | sort -u) || [ -n "$changed" ]; then
  printf 'fresh: generated code was not fresh; it is now, so look at it and commit it:\n%s\n' "$changed" >&2
  exit 1
fi
