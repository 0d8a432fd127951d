#!/usr/bin/env bash
# Proves on a fresh Debian root that `./build.sh setup` names every package: debootstrap, then the tests of a clean clone inside.
# usage: tests/clean-root.sh [FOLDER] [COMMAND…]   as root; FOLDER (default: a temporary one, removed at the end) keeps the root for another run.
# The root gets what a machine with the .NET 10 SDK has (the SDK and the libraries that it asks for), and nothing else.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ "$(id -u)" = 0 ] || { echo "clean-root.sh needs root, for chroot" >&2; exit 1; }
if [ $# -gt 0 ]; then root=$1; shift; keep=1; else root=$(mktemp -d); keep=; fi
[ $# -gt 0 ] || set -- ./build.sh test
command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap

suite=$(. /etc/os-release; echo "$VERSION_CODENAME")
mirror=$(awk '/^URIs:/ { print $2; exit } /^deb / { print $2; exit }' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)
mounted=()
finish() {
    local point
    for point in "${mounted[@]}"; do umount -l "$root$point" 2>/dev/null || true; done
    [ -n "$keep" ] || rm -rf --one-file-system "$root"
}
trap finish EXIT

if [ ! -x "$root/usr/bin/apt-get" ]; then
    debootstrap --variant=minbase --include=ca-certificates,libicu72,libssl3,zlib1g,libstdc++6,libgssapi-krb5-2 "$suite" "$root" ${mirror:+"$mirror"}
fi
cp -r /etc/apt/sources.list.d /etc/apt/apt.conf.d "$root/etc/apt/"
find "$root/etc/apt/sources.list.d" -type f ! -name 'debian.sources' -delete
rm -f "$root"/etc/apt/apt.conf.d/*docker*
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp -r /etc/ssl/certs "$root/etc/ssl/"
[ ! -d /usr/local/share/ca-certificates ] || cp -r /usr/local/share/ca-certificates "$root/usr/local/share/"
sdk=$(dirname "$(readlink -f "$(command -v dotnet)")")
mkdir -p "$root/usr/share/dotnet" "$root/root/.nuget"
for point in /proc /sys /dev /dev/pts /dev/shm; do mkdir -p "$root$point"; mount --bind "$point" "$root$point"; mounted=("$point" "${mounted[@]}"); done
mount --bind "$sdk" "$root/usr/share/dotnet"; mounted=(/usr/share/dotnet "${mounted[@]}")
ln -sf ../share/dotnet/dotnet "$root/usr/bin/dotnet"

rm -rf "$root/work"
git clone -q "$repository" "$root/work"
chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DOTNET_ROOT=/usr/share/dotnet \
    bash -c 'cd /work && exec "$@"' clean-root "$@"
