#!/usr/bin/env bash
# Prints the plan JSON that the real terraform makes for one folder, offline.
#
#   plan.sh [-o PLAN.json] [-s PRIOR.tfstate] [-a APPLIED_SRC] [-- plan arguments] SRC
#
# See README.md beside this file.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mirror=${STANDIN_AWS_MIRROR:-}
out= state= applied=

while getopts "o:s:a:m:h" flag; do
  case $flag in
  o) out=$OPTARG ;;
  s) state=$OPTARG ;;
  a) applied=$OPTARG ;;
  m) mirror=$OPTARG ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -ge 1 ] || { echo "plan.sh: name the folder with the .tf files" >&2; exit 2; }
src=$1
shift

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
mkdir -p "$room/mirror" "$room/work" "$room/tmp"

# The stand-ins, where terraform looks for installed providers.
if [ -f "$here/go.mod" ]; then
  (cd "$here" && go build -o "$room/standin" .)
  for pair in $("$room/standin" -addresses); do
    home=$room/mirror/registry.terraform.io/hashicorp/${pair%%=*}/${pair##*=}/$(go env GOOS)_$(go env GOARCH)
    mkdir -p "$home"
    cp "$room/standin" "$home/terraform-provider-${pair%%=*}_v${pair##*=}"
  done
fi

{
  echo 'disable_checkpoint = true'
  echo 'provider_installation {'
  echo "  filesystem_mirror {"
  echo "    path    = \"$room/mirror\""
  echo '    exclude = ["registry.terraform.io/hashicorp/aws"]'
  echo '  }'
  if [ -n "$mirror" ]; then
    echo '  filesystem_mirror {'
    echo "    path    = \"$mirror\""
    echo '    include = ["registry.terraform.io/hashicorp/aws"]'
    echo '  }'
  fi
  echo '}'
} >"$room/cli.tfrc"

# Nothing of this machine's environment may reach a plan.
run() {
  (cd "$room/work" && env -i PATH="$PATH" HOME="$room" TMPDIR="$room/tmp" \
    TF_CLI_CONFIG_FILE="$room/cli.tfrc" TF_IN_AUTOMATION=1 \
    AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true \
    terraform "$@")
}

place() { # the configuration alone: no state, no lock file
  find "$room/work" -mindepth 1 -maxdepth 1 ! -name .terraform ! -name terraform.tfstate -exec rm -rf {} +
  cp -R "$1"/. "$room/work"
  rm -f "$room/work/prior.tfstate"
  run init -input=false -no-color >"$room/init.log" 2>&1 || { cat "$room/init.log" >&2; exit 1; }
}

if [ -n "$applied" ]; then
  place "$applied"
  run apply -input=false -auto-approve -no-color >"$room/apply.log" 2>&1 || { cat "$room/apply.log" >&2; exit 1; }
fi
place "$src"
[ -z "$state" ] || cp "$state" "$room/work/terraform.tfstate"

run plan -input=false -no-color -refresh=false -out=tfplan "$@" >"$room/plan.log" 2>&1 || { cat "$room/plan.log" >&2; exit 1; }
run show -json tfplan >"$room/plan.json"
if grep -q "$room" "$room/plan.json"; then
  echo "plan.sh: the plan names a path of this machine; leave path.cwd and absolute paths out of $src" >&2
  exit 1
fi
if [ -n "$out" ]; then cp "$room/plan.json" "$out"; else cat "$room/plan.json"; fi
tail -1 "$room/plan.log" >/dev/null
grep -E '^Plan:|No changes' "$room/plan.log" >&2 || true
