# Sourced by deploy/run and deploy/test: a virtual environment that holds exactly what a lock file names.

# Prints the Python to use, or says in one line what to install. $PYTHON, where set, is tried before the others.
find_python() {
    local candidate version newest=
    for candidate in ${PYTHON:+"$PYTHON"} python3 python3.13 python3.12 python3.11; do
        version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        newest=${newest:-$version}
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            if ! "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
                echo "onrecord: $candidate cannot make virtual environments; install what is missing:" \
                    "sudo apt-get install python3-venv" >&2
                return 1
            fi
            printf '%s\n' "$candidate"
            return
        fi
    done
    echo "onrecord: Python 3.11 or newer is needed (found: ${newest:-none}); install it:" \
        "sudo apt-get install python3 python3-venv" >&2
    return 1
}

# prepare_venv ROOT VENV LOCK: makes VENV from LOCK unless it is there already, made from this very file.
# The stamp is written last, so an interrupted install is begun anew; whoever comes second waits for the first.
prepare_venv() {
    local root=$1 venv=$2 lock=$3 sum stamp found= python site
    sum=$(sha256sum <"$lock")
    stamp="${sum%% *} $root"
    if [[ -r $venv/stamp ]]; then read -r found <"$venv/stamp" || true; fi
    if [[ $found == "$stamp" && -x $venv/bin/python ]]; then return; fi
    (
        flock 9
        if [[ -r $venv/stamp ]]; then read -r found <"$venv/stamp" || true; fi
        if [[ $found == "$stamp" && -x $venv/bin/python ]]; then exit; fi
        python=$(find_python)
        echo "onrecord: setting up ${venv##*/} (once, a minute or two)" >&2
        rm -rf "$venv"
        "$python" -m venv "$venv"
        if ! "$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check --root-user-action=ignore \
            --require-hashes --no-deps -r "$lock" >&2; then
            echo "onrecord: the packages of ${lock##*/} could not be installed (the reason stands above);" \
                "run the same command again" >&2
            exit 1
        fi
        # A path file instead of an editable install: it needs no build tools and no network.
        site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
        printf '%s\n' "$root" >"$site/onrecord.pth"
        printf '%s\n' "#!$venv/bin/python" 'import sys' 'from bot.cli import main' \
            'if __name__ == "__main__":' '    sys.exit(main())' >"$venv/bin/onrecord"
        chmod +x "$venv/bin/onrecord"
        printf '%s\n' "$stamp" >"$venv/stamp.new"
        mv "$venv/stamp.new" "$venv/stamp"
    ) 9<"$lock"
}
