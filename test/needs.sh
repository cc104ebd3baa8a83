#!/usr/bin/env bash
# Installs what the tests need and the machine lacks, by apt where that is allowed; says what to do where it is not.
# With --browser also what the browser tests need.
set -euo pipefail

export PATH="$PATH:/usr/sbin:/sbin"

has() { command -v "$1" >/dev/null 2>&1; }

packages=()
need() { packages+=("$@"); }

for tool in go node npm git; do
  if ! has "$tool"; then
    echo "test: '$tool' is not installed; the tests need Go, Node (with npm), git and make" >&2
    exit 1
  fi
done

# The race detector needs a C compiler and the headers of the C library.
if ! has gcc || [ ! -e /usr/include/stdlib.h ]; then need gcc libc6-dev; fi
# The server alone, without the package that would start a system-wide service.
if ! has mariadbd || ! has mariadb-install-db; then need mariadb-server-core; fi
if ! has my_print_defaults; then need mariadb-client-core; fi
if [ "${1:-}" = --browser ]; then
  if ! has chromium; then need chromium; fi
  if ! has fc-list || [ -z "$(fc-list :lang=zh 2>/dev/null)" ]; then need fontconfig fonts-noto-cjk; fi
fi

if [ ${#packages[@]} -eq 0 ]; then exit 0; fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
by_hand="apt-get install ${packages[*]}"
if ! has apt-get; then
  echo "test: missing here, and there is no apt-get to install it: ${packages[*]} (names of Debian 12; install the like by hand)" >&2
  exit 1
fi
if [ ${#as_root[@]} -gt 0 ] && ! sudo -n true 2>/dev/null; then
  echo "test: missing here, and only root may install it. Run once: sudo $by_hand" >&2
  exit 1
fi

apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" </dev/null; }

# A fresh container has no package lists: the first try fails at once and is made again with them.
echo "test: installing ${packages[*]}" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! apt install -y --no-install-recommends "${packages[@]}" >"$log" 2>&1; then
  if ! { apt update && apt install -y --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
    tail -20 "$log" >&2
    echo "test: apt could not install ${packages[*]}; mend it and run once: $by_hand" >&2
    exit 1
  fi
fi
