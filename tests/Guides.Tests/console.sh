# What a guide's reader has on the path.
distarray() { dotnet "$PROGRAMS/distarray.dll" "$@"; }
turbulence() { dotnet "$PROGRAMS/Turbulence.dll" "$@"; }
