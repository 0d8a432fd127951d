#!/usr/bin/env bash
# What CI runs on a clean clone: Debian 12 with the .NET 10 SDK. Installs what is missing, builds, and runs every test.
set -euo pipefail
cd "$(dirname "$0")"
packages=(gfortran cmake ninja-build libopenmpi-dev openmpi-bin libhdf5-openmpi-103-1 libffi8)
if ! dpkg -s "${packages[@]}" >/dev/null 2>&1; then
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq --no-install-recommends "${packages[@]}"
fi
exec dotnet test MyCode.slnx --configuration Release "$@"
