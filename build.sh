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
    python3-minimal python3-numpy python3-h5py python3-nbclient libxdmf-dev libxml2-dev
    fontconfig fonts-dejavu-core
    # Trilinos: what is used, and the packages whose headers its CMake files name without depending on them.
    libtrilinos-{amesos,amesos2,anasazi,aztecoo,belos,epetra,epetraext,galeri,ifpack,ifpack2,intrepid2,isorropia,kokkos,kokkos-kernels}-dev
    libtrilinos-{ml,muelu,nox,rtop,sacado,shards,shylu,stratimikos,teko,teuchos,thyra,tpetra,trilinosss,triutils,xpetra,zoltan,zoltan2}-dev
    libptscotch-dev libscotch-dev libmumps-dev liblapack-dev libboost-dev zlib1g-dev
)
# What only benchmarks compare with.
bench_packages=(python3-numexpr python3-mpi4py python3-petsc4py-real)
# What only `test --mpi mpich` needs. Open MPI stays the default of the machine: Debian gives it the higher priority.
mpich_packages=(mpich libmpich-dev libhdf5-mpich-dev)
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
  test [--all] [--filter EXPRESSION] [--mpi openmpi|mpich]
                      set up, build and run every test; --all adds what takes long (clean root, soak, sanitizers, valgrind); --mpi mpich runs the same
                      managed build over native libraries built with MPICH: MPI, arrays, Fortran and HDF5 (Debian has no Trilinos for it)
  bench [NAME] [--only PART] [--quick]
                      run the benchmark NAME (main, arrays, trilinos or io; default main), or what begins with PART of arrays or trilinos: a table, and
                      artifacts/bench/NAME.json and .md; --quick takes few samples, to see that all of it runs
  pack                set up, build, and make the NuGet packages (artifacts/packages) of the libraries, the tool, the templates and the native parts
  api                 write the public API of the libraries anew (PublicAPI.Unshipped.txt in their folders), after a change that is meant
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
    local text
    text=$(dotnet --version 2>&1) && return
    dotnet --list-sdks | grep -q '^10\.' && die "dotnet does not start here: $(head -3 <<<"$text")"
    die "the .NET 10 SDK is missing; this machine has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' '). See https://dotnet.microsoft.com/download/dotnet/10.0."
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

# Options of Open MPI's launcher: no binding (it would pin small jobs to one core), no terminal escapes from .NET.
launcher=(mpiexec --oversubscribe --bind-to none -x TERM=dumb)
[ "$(id -u)" != 0 ] || launcher+=(--allow-run-as-root)

# Those with a program.
examples() { find "$root/examples" -name '*.csproj' -printf '%P\n' | cut -d/ -f1 | sort -u | tr '\n' ' '; }

# The one program of an example's folder.
example_assembly() {
    local folder=$root/examples/$1 name
    [ -d "$folder" ] || die "there is no example '$1'; there are: $(examples)"
    name=$(find "$folder" -iname "$1.csproj" | head -1)
    [ -n "$name" ] || name=$(find "$folder" -name '*.csproj' -exec grep -l '<OutputType>Exe' {} + | head -1)
    [ -n "$name" ] || die "examples/$1 has no program to start"
    name=$(basename "$name" .csproj)
    printf '%s\n' "$artifacts/bin/$name/release/$name.dll"
}

run() {
    local example=${1:-} ranks= assembly
    [ -n "$example" ] || die "run needs an example: $(examples)"
    shift
    while [ $# -gt 0 ]; do
        case $1 in
            -n) ranks=${2:-}; [[ $ranks =~ ^[1-9][0-9]*$ ]] || die "-n needs a number of ranks, not '$ranks'"; shift 2 ;;
            --) shift; break ;;
            *) die "run: unknown option '$1' (what belongs to the example goes after --)" ;;
        esac
    done
    assembly=$(example_assembly "$example")
    build
    if [ -n "$ranks" ]; then
        exec "${launcher[@]}" -n "$ranks" dotnet "$assembly" "$@"
    fi
    exec dotnet "$assembly" "$@"
}

demo() {
    build
    exec dotnet "$artifacts/bin/Demo/release/Demo.dll" --output "$artifacts/demo" "$@"
}

bench() {
    local name=main options=()
    [[ ${1:---} == -* ]] || { name=$1; shift; }
    [[ $name =~ ^(main|arrays|trilinos|io)$ ]] || die "there is no benchmark '$name'; there are: main, arrays, trilinos, io"
    while [ $# -gt 0 ]; do
        case $1 in
            --quick) options+=(--quick); shift ;;
            --only) [[ $name =~ ^(arrays|trilinos)$ ]] || die "--only is for arrays and trilinos"
                [ -n "${2:-}" ] || die "--only needs the beginning of a name: of a part of arrays, or solves, assembly or products of trilinos"
                options+=(--only "$2"); shift 2 ;;
            *) die "bench: unknown option '$1'" ;;
        esac
    done
    [ "$name" != arrays ] || packages+=("${bench_packages[@]}")
    build
    exec dotnet "$artifacts/bin/DistArray.Benchmarks/release/DistArray.Benchmarks.dll" "$name" ${options[@]+"${options[@]}"} --output "$artifacts/bench"
}

# Adds one report to the totals: CTest's JUnit file or a .trx file.
passed=0 failed=0 skipped=0
count_junit() {
    local tests failures off
    tests=$(sed -n 's/.*[[:space:]]tests="\([0-9]*\)".*/\1/p;' "$1" | head -1)
    failures=$(sed -n 's/.*[[:space:]]failures="\([0-9]*\)".*/\1/p' "$1" | head -1)
    off=$(sed -n 's/.*[[:space:]]\(skipped\|disabled\)="\([0-9]*\)".*/\2/p' "$1" | awk '{ n += $1 } END { print n + 0 }')
    passed=$((passed + tests - failures - off)) failed=$((failed + failures)) skipped=$((skipped + off))
}
count_trx() {
    local line total executed good
    line=$(grep -o '<Counters [^>]*>' "$1" | head -1)
    total=$(sed 's/.*total="\([0-9]*\)".*/\1/' <<<"$line")
    executed=$(sed 's/.*executed="\([0-9]*\)".*/\1/' <<<"$line")
    good=$(sed 's/.*passed="\([0-9]*\)".*/\1/' <<<"$line")
    passed=$((passed + good)) failed=$((failed + executed - good)) skipped=$((skipped + total - executed))
}

# The tests that the same managed build passes over MPICH's libraries.
mpich_tests=(DistArray.Bindings.Tests DistArray.Mpi.Tests DistArray.Testing.Tests DistArray.Fortran.Tests DistArray.Wrap.Tests DistArray.IO.Tests)
build_for_mpich() {
    local project
    say "Building for MPICH"
    # Without what they depend on: the managed projects are built, and must not get MPICH's libraries beside them.
    for project in native/DistArray.Native tests/DistArray.Fortran.Tests/core/Cores tests/DistArray.Wrap.Tests/core/WrappedCores; do
        dotnet build "$project.csproj" --no-dependencies -c "$configuration" -p:NativePreset=mpich -v quiet -clp:NoSummary
    done
    export DISTARRAY_NATIVE=$artifacts/native/mpich/stage DISTARRAY_MPIEXEC=mpiexec.mpich DISTARRAY_TEST_PRESET=mpich
}

# Leaks, which the sanitizers cannot tell from Open MPI's own: native tests as single processes under valgrind.
leak_tests=(core/core_headers mpi/mpi_{collectives,counted,messages,user_ops} "fortran/test_fortran "{arrays,parents,changes,refusals,mpi_start,calls,descriptors,callbacks})
run_valgrind() {
    local test status=0
    for test in "${leak_tests[@]}"; do
        # Open MPI's frames are many: with fewer, valgrind would not see that a leak is under MPI_Init.
        if (cd "$artifacts/native/release/test" && valgrind -q --num-callers=50 --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
            --show-leak-kinds=definite --suppressions=/usr/share/openmpi/openmpi-valgrind.supp --suppressions="$root/native/test/openmpi.supp" $test) >"$1" 2>&1; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1)) status=1
            printf '%s under valgrind:\n' "$test" >&2
            head -40 "$1" >&2
        fi
    done
    return $status
}

run_tests() {
    local all= filter= mpi=openmpi preset=release results=$artifacts/test-results status=0 before report project
    local projects=(DistArray.Interop.sln)
    while [ $# -gt 0 ]; do
        case $1 in
            --all) all=1; shift ;;
            --filter) filter=${2:-}; [ -n "$filter" ] || die "--filter needs an expression"; shift 2 ;;
            --mpi) mpi=${2:-}; [[ $mpi =~ ^(openmpi|mpich)$ ]] || die "--mpi needs openmpi or mpich, not '$mpi'"; shift 2 ;;
            *) die "test: unknown option '$1'" ;;
        esac
    done
    [ "$mpi" = openmpi ] || packages+=("${mpich_packages[@]}")
    [ -z "$all" ] || packages+=(valgrind)
    build
    if [ "$mpi" = mpich ]; then
        preset=mpich
        projects=("${mpich_tests[@]/#/tests/}")
        build_for_mpich
    fi
    rm -rf "$results" && mkdir -p "$results"

    if [ -z "$filter" ]; then
        say "Native tests"
        (cd native && ctest --preset "$preset" --output-junit "$results/native.xml") || status=1
        count_junit "$results/native.xml"
    fi

    say "Managed tests"
    [ -n "$all" ] || filter=${filter:+($filter)&}TestCategory!=Long
    before=$failed
    for project in "${projects[@]}"; do
        dotnet test "$project" -c "$configuration" --no-build -m:1 --logger trx --logger "console;verbosity=minimal" \
            --results-directory "$results" ${filter:+--filter "$filter"} || status=1
    done
    for report in "$results"/*.trx; do
        [ ! -e "$report" ] || count_trx "$report"
    done
    # A test host that died, or a project that cannot be tested, leaves no failed test behind.
    [ $status = 0 ] || [ "$failed" -gt 0 ] || { failed=1; say "No test has failed, but dotnet test has: its error is above."; }

    if [ -n "$all" ] && [ "$mpi" = openmpi ]; then
        say "Sanitizers"
        if (cd native && cmake --preset asan >/dev/null && cmake --build --preset asan >/dev/null && ctest --preset asan --output-junit "$results/asan.xml"); then :; else status=1; fi
        [ ! -e "$results/asan.xml" ] || count_junit "$results/asan.xml"
        say "Valgrind"
        run_valgrind "$results/valgrind.log" || status=1
        say "Clean root"
        if tests/clean-root.sh >"$results/clean-root.log" 2>&1; then passed=$((passed + 1)); else
            failed=$((failed + 1)); tail -20 "$results/clean-root.log" >&2
        fi
    fi

    printf '%d passed, %d failed' "$passed" "$failed"
    [ "$skipped" = 0 ] || printf ', %d skipped' "$skipped"
    printf '\n'
    [ $status = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

# An analyzer compares each library's public API with its PublicAPI.Shipped.txt (of the last release) and PublicAPI.Unshipped.txt (since then).
# With the second one empty it names what is new or gone: that is what is written.
api() {
    local before log=$artifacts/api.log projects project folder
    projects=$(grep -LE '<PackAsTool>true|<IsPackable>false' managed/*/*.csproj bindings/DistArray.Bindings/*.csproj)
    before=$(mktemp -d)
    mkdir -p "$artifacts"
    for project in $projects; do
        folder=$(dirname "$project")
        [ -e "$folder/PublicAPI.Shipped.txt" ] || printf '#nullable enable\n' >"$folder/PublicAPI.Shipped.txt"
        mkdir -p "$before/$folder"
        cp "$folder"/PublicAPI.*.txt "$before/$folder/"
        printf '#nullable enable\n' >"$folder/PublicAPI.Unshipped.txt"
    done
    say "Asking for the public API of $(wc -w <<<"$projects") libraries"
    for project in $projects; do
        dotnet build "$project" -c "$configuration" --noAutoResponse -v quiet -clp:NoSummary -p:TreatWarningsAsErrors=false || { cp -r "$before"/. .; die "the libraries do not build; PublicAPI.*.txt are as before"; }
    done >"$log"
    for project in $projects; do
        folder=$(dirname "$project")
        grep -F "[$root/$project]" "$log" | sed -n \
            -e "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API (.*/\1/p" \
            -e "s/.*RS0017: Symbol '\(.*\)' is part of the declared API, but .*/*REMOVED*\1/p" |
            LC_ALL=C sort -u >>"$folder/PublicAPI.Unshipped.txt"
        cmp -s "$folder/PublicAPI.Unshipped.txt" "$before/$folder/PublicAPI.Unshipped.txt" || say "$folder/PublicAPI.Unshipped.txt has changed"
    done
    rm -rf "$before"
}

# Native libraries of every flavour that has been built; MPICH's is packed where its preset has been.
pack() {
    build
    [ ! -e "$artifacts/native/mpich/stage/libdistarray.so" ] || (cd native && cmake --preset mpich >/dev/null && cmake --build --preset mpich >/dev/null)
    say "Packing"
    rm -rf "$artifacts/packages"
    dotnet pack DistArray.Interop.sln -c "$configuration" --no-build -v quiet -o "$artifacts/packages"
    ls "$artifacts/packages"
}

info() {
    local missing tool
    printf 'DistArray.Interop %s\n' "$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)"
    printf '%-12s %s\n' system "$(. /etc/os-release; echo "$PRETTY_NAME"), $(nproc) cores"
    for tool in dotnet cmake gcc gfortran mpiexec castxml; do
        printf '%-12s %s\n' "$tool" "$($tool --version 2>/dev/null | head -1 || true)"
    done
    missing=$(missing_packages)
    printf '%-12s %s\n' packages "$([ -n "$missing" ] && echo "missing: $(echo $missing) (./build.sh setup installs them)" || echo complete)"
    printf '%-12s %s\n' built "$(ls "$artifacts"/native/release/stage/*.so 2>/dev/null | xargs -r -n1 basename | tr '\n' ' ')"
}

command=${1:---help}
[ $# = 0 ] || shift
case $command in
    setup | build | api | pack | info | clean) [ $# = 0 ] || die "$command takes no arguments, and there is '$1'" ;;
esac
case $command in
    setup) setup ;;
    build) build ;;
    demo) demo "$@" ;;
    run) run "$@" ;;
    test) run_tests "$@" ;;
    bench) bench "$@" ;;
    api) setup; api ;;
    pack) pack ;;
    info) info ;;
    clean) rm -rf "$artifacts" ;;
    -h | --help | help) usage ;;
    *) usage >&2; die "unknown command '$command'" ;;
esac
