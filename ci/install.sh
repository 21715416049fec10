#!/bin/sh
# Downloads a release of iaclint and unpacks the program, after its checksum was
# found right. Everything is said by the environment:
#
#   IACLINT_VERSION   0.1.0 or v0.1.0; "installed" takes what is on the PATH
#   IACLINT_DIR       folder for the program
#   IACLINT_SHA256    what the archive has to be; without it, what the checksums of
#                     the release say, whose signature is verified where cosign is
#   IACLINT_RELEASES  where releases lie, for a mirror
set -eu

version=${IACLINT_VERSION:-0.1.0}
version=${version#v}
dir=${IACLINT_DIR:-$PWD/.iaclint-bin}
releases=${IACLINT_RELEASES:-https://github.com/iaclint/iaclint/releases/download}

stop() {
  echo "iaclint cannot be installed: $*" >&2
  exit 1
}

if [ "$version" = installed ]; then
  command -v iaclint >/dev/null || stop "version is \"installed\", and there is no iaclint on the PATH"
  exit 0
fi
case $version in
*[!0-9A-Za-z.+-]*) stop "\"$version\" is no version" ;;
esac

case $(uname -s) in
Linux) os=linux pack=tar.gz program=iaclint ;;
Darwin) os=darwin pack=tar.gz program=iaclint ;;
MINGW* | MSYS* | CYGWIN*) os=windows pack=zip program=iaclint.exe ;;
*) stop "there is no release for $(uname -s)" ;;
esac
case $(uname -m) in
x86_64 | amd64) arch=amd64 ;;
aarch64 | arm64) arch=arm64 ;;
*) stop "there is no release for $(uname -m)" ;;
esac

archive=iaclint_${version}_${os}_${arch}.$pack
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() {
  curl --fail --silent --show-error --location --retry 3 --output "$work/$1" "$releases/v$version/$1" || stop "$releases/v$version/$1 cannot be fetched"
}

fetch "$archive"
want=${IACLINT_SHA256:-}
if [ -z "$want" ]; then
  fetch checksums.txt
  if command -v cosign >/dev/null; then
    fetch checksums.txt.sigstore.json
    cosign verify-blob "$work/checksums.txt" --bundle "$work/checksums.txt.sigstore.json" \
      --certificate-identity "https://github.com/iaclint/iaclint/.github/workflows/release.yml@refs/tags/v$version" \
      --certificate-oidc-issuer https://token.actions.githubusercontent.com >&2 || stop "the checksums are not signed by the release"
  fi
  want=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$work/checksums.txt")
  [ -n "$want" ] || stop "the release has no checksum of $archive"
fi
if command -v sha256sum >/dev/null; then
  got=$(sha256sum "$work/$archive" | cut -d ' ' -f 1)
else
  got=$(shasum -a 256 "$work/$archive" | cut -d ' ' -f 1)
fi
[ "$got" = "$want" ] || stop "$archive has the checksum $got, and it has to be $want"

mkdir -p "$dir"
case $pack in
tar.gz) tar -xzf "$work/$archive" -C "$work" "$program" ;;
zip) unzip -oq "$work/$archive" "$program" -d "$work" ;;
esac
mv -f "$work/$program" "$dir/$program"
chmod 755 "$dir/$program"
echo "iaclint $version is in $dir" >&2
