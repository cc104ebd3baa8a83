# A private MariaDB for one run, to be sourced: never the system's, in a temporary folder, on a free port.
#   mariadb_start FOLDER   starts it with its files in FOLDER and sets MARIADB_URL (mysql://user:password@host:port/);
#                          it holds one empty database, fugai
#   mariadb_stop           stops it, by its own process id; harmless when it does not run

MARIADB_PID=
MARIADB_URL=

# Ports below the range that the kernel gives to outgoing connections, so that only servers can hold one.
mariadb_port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

mariadb_free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)); do
    mariadb_port_is_taken "$port" || { echo "$port"; return; }
  done
}

# A server that takes connections greets first.
mariadb_greets() { (exec 3<>"/dev/tcp/127.0.0.1/$1" && read -r -t 2 -N 1 _ <&3) 2>/dev/null; }

mariadb_start() {
  local dir=$1 port user=()
  [ "$(id -u)" -ne 0 ] || user=(--user=root)
  PATH="$PATH:/usr/sbin:/sbin" mariadb-install-db --no-defaults --datadir="$dir/data" "${user[@]}" \
    --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$dir/install.log" 2>&1 || {
    cat "$dir/install.log" >&2
    echo "test: MariaDB could not lay out its data folder (log above)" >&2
    return 1
  }
  cat >"$dir/init.sql" <<SQL
CREATE USER IF NOT EXISTS 'fugai'@'127.0.0.1' IDENTIFIED BY 'fugai';
GRANT ALL ON *.* TO 'fugai'@'127.0.0.1' WITH GRANT OPTION;
CREATE DATABASE IF NOT EXISTS fugai CHARACTER SET utf8mb4;
SQL
  # Another program may take the port between the look and the start: then the server ends and another port is tried.
  for _ in 1 2 3; do
    port=$(mariadb_free_port)
    mariadb_run "$dir" "$port" "${user[@]}" && return 0
  done
  tail -20 "$dir/server.log" >&2
  echo "test: MariaDB did not start (log above)" >&2
  return 1
}

# Durability is of no use to a test: the log is not flushed at each commit. MARIADB_POOL and MARIADB_LOG size the pool of pages and the log.
mariadb_run() {
  local dir=$1 port=$2
  shift 2
  PATH="$PATH:/usr/sbin:/sbin" mariadbd --no-defaults "$@" --datadir="$dir/data" --socket="$dir/socket" --pid-file="$dir/pid" \
    --bind-address=127.0.0.1 --port="$port" --skip-name-resolve --init-file="$dir/init.sql" --local-infile=1 \
    --character-set-server=utf8mb4 --max-connections=300 --max-allowed-packet=64M \
    --innodb-buffer-pool-size="${MARIADB_POOL:-512M}" --innodb-log-file-size="${MARIADB_LOG:-256M}" --innodb-flush-log-at-trx-commit=0 --innodb-doublewrite=0 \
    >"$dir/server.log" 2>&1 &
  MARIADB_PID=$!
  for _ in $(seq 300); do
    kill -0 "$MARIADB_PID" 2>/dev/null || break
    if mariadb_greets "$port"; then
      MARIADB_URL="mysql://fugai:fugai@127.0.0.1:$port/"
      return 0
    fi
    sleep 0.2
  done
  mariadb_stop
  return 1
}

mariadb_stop() {
  [ -n "$MARIADB_PID" ] || return 0
  kill "$MARIADB_PID" 2>/dev/null || true
  wait "$MARIADB_PID" 2>/dev/null || true
  MARIADB_PID=
}
