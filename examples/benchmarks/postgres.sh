# Sourced by run: a PostgreSQL of our own, as delivered (it waits for the disk at every commit), in
# a folder that goes away with us.

start_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || bin=$(pg_config --bindir 2>/dev/null || true)
  if [ ! -x "$bin/initdb" ]; then
    echo "PostgreSQL is missing; on Debian: apt-get install postgresql" >&2
    exit 2
  fi
  postgres_bin=$bin
  postgres_home=$(mktemp -d "${TMPDIR:-/tmp}/hexwing-benchmark.XXXXXX")
  # PostgreSQL refuses to run as root.
  postgres_as=()
  if [ "$(id -u)" = 0 ]; then
    chown postgres "$postgres_home"
    postgres_as=(runuser -u postgres --)
  fi
  trap stop_postgres EXIT
  local port=54321
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  (
    cd "$postgres_home"
    "${postgres_as[@]}" "$bin/initdb" -D "$postgres_home/data" -U hexwing -A trust -E UTF8 \
      --locale=C.UTF-8 >"$postgres_home.log"
    "${postgres_as[@]}" "$bin/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/server.log" -w \
      -o "-p $port -h 127.0.0.1 -k $postgres_home" start >>"$postgres_home.log"
    "${postgres_as[@]}" "$bin/createdb" -h 127.0.0.1 -p "$port" -U hexwing hexwing
  ) || { cat "$postgres_home.log" "$postgres_home/server.log" >&2; exit 1; }
  export HEXWING_BENCHMARK_JDBC_URL="jdbc:postgresql://127.0.0.1:$port/hexwing"
  export HEXWING_BENCHMARK_JDBC_USER=hexwing
}

stop_postgres() {
  "${postgres_as[@]}" "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m fast -w stop \
    >/dev/null 2>&1 || true
  rm -rf "$postgres_home" "$postgres_home.log"
}
