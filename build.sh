#!/usr/bin/env bash
# Everything one does with this repository. `./build.sh --help` tells.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"

# What the native part needs to build, the tests need to compare with, and nothing else.
packages=(
    build-essential gfortran cmake ninja-build pkg-config
    libopenmpi-dev openmpi-bin
    libhdf5-openmpi-dev hdf5-tools
    libfftw3-dev libffi-dev castxml
    python3-minimal python3-numpy python3-h5py
    fontconfig fonts-dejavu-core
)
artifacts=$root/artifacts
configuration=Release
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export OPENBLAS_NUM_THREADS=1

usage() {
    cat <<'TEXT'
usage: ./build.sh COMMAND [OPTIONS]

  setup               install the system packages that are missing (apt, with sudo where needed)
  build               set up, then build the native libraries and the managed projects
  demo                set up, build, and run the main job on two ranks: turbulence from noise
  run EXAMPLE [-n RANKS] [-- ARGS]
                      build, then start examples/EXAMPLE under mpiexec; without -n as one plain process
  test [--all] [--filter EXPRESSION]
                      set up, build and run every test; --all adds what takes long (clean root, soak, sanitizers)
  bench [NAME]        run the benchmark NAME (default main): a table, and artifacts/bench/NAME.json
  info                versions of what is installed, and what is missing
  clean               remove artifacts/

A second run repeats no finished set-up or build. Results go under artifacts/.
TEXT
}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
[ -t 2 ] || say() { printf '%s\n' "$*" >&2; }
die() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

missing_packages() {
    local package
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || printf '%s\n' "$package"
    done
}

require_sdk() {
    command -v dotnet >/dev/null || die "the .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and put dotnet on PATH."
    dotnet --version >/dev/null 2>&1 || die "the .NET 10 SDK is missing; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '). See https://dotnet.microsoft.com/download/dotnet/10.0."
}

setup() {
    local missing sudo=()
    require_sdk
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || die "this needs Debian or Ubuntu (apt-get); install by other means: $(echo $missing)"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "packages are missing, and there is no sudo to install them with. As root: apt-get install $(echo $missing)"
        sudo=(sudo)
    fi
    say "Installing $(echo $missing)"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
}

build() {
    setup
    say "Building"
    dotnet build DistArray.Interop.sln -c "$configuration" -v quiet -clp:NoSummary
}

# Options of Open MPI's launcher: no binding (it would pin small jobs to one core), no pty escapes from .NET.
launcher() {
    local options=(--oversubscribe --bind-to none -x TERM=dumb)
    [ "$(id -u)" != 0 ] || options+=(--allow-run-as-root)
    printf '%s\n' "${options[@]}"
}

