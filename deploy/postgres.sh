# Sourced by deploy/test: a PostgreSQL of the tests' own, in a folder of its own, on a socket in it, gone afterwards.

# start_postgres FOLDER: sets ONRECORD_TEST_POSTGRES, unless that names a database already. Where there is no PostgreSQL
# and none can be installed, it says so and returns 1: the tests that need one are then skipped, and say so too.
start_postgres() {
    local folder=$1 bin as=()
    if [[ -n ${ONRECORD_TEST_POSTGRES:-} ]]; then return; fi
    bin=$(_postgres_bin) || _install_postgres || return 1
    bin=$(_postgres_bin) || return 1
    mkdir -p "$folder"
    if ((EUID == 0)); then # the server refuses to run as root
        as=(runuser -u postgres --)
        chown postgres "$folder"
    fi
    if ! (cd "$folder" && "${as[@]}" "$bin/initdb" --pgdata=data --username=onrecord --auth=trust --encoding=UTF8 \
        --locale=C.UTF-8 --no-sync && "${as[@]}" "$bin/pg_ctl" --pgdata=data --log=log --wait start \
        --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off") >"$folder.log" 2>&1; then
        tail -n 3 "$folder.log" >&2
        echo "onrecord: PostgreSQL could not be started (see above), so the tests on it are skipped" >&2
        return 1
    fi
    export ONRECORD_TEST_POSTGRES="postgresql://onrecord@/postgres?host=$folder"
}

# stop_postgres FOLDER: ends what start_postgres began there.
stop_postgres() {
    local folder=$1 as=()
    if [[ ! -e $folder/data/postmaster.pid ]]; then return; fi
    if ((EUID == 0)); then as=(runuser -u postgres --); fi
    (cd "$folder" && "${as[@]}" "$(_postgres_bin)/pg_ctl" --pgdata=data --mode=immediate stop) >>"$folder.log" 2>&1
}

# Prints where the newest PostgreSQL's programs are.
_postgres_bin() {
    local found
    found=$(printf '%s\n' /usr/lib/postgresql/*/bin/pg_ctl | sort -V | tail -n 1)
    [[ -x $found ]] || found=$(command -v pg_ctl) || return 1
    printf '%s\n' "${found%/*}"
}

_install_postgres() {
    if ((EUID != 0)) || ! command -v apt-get >/dev/null; then
        echo "onrecord: no PostgreSQL here, so the tests on it are skipped (sudo apt-get install postgresql)" >&2
        return 1
    fi
    echo "onrecord: installing PostgreSQL for the tests (once)" >&2
    # RUNLEVEL: the package would start a server of its own, which nobody asked for.
    if ! { apt-get -qq update && RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
        --no-install-recommends postgresql; } >/dev/null 2>&1; then
        echo "onrecord: PostgreSQL could not be installed, so the tests on it are skipped" >&2
        return 1
    fi
}
