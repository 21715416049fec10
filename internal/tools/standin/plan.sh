#!/usr/bin/env bash
# Makes plan.json in each folder named, with the real terraform and no network:
#
#   STANDIN_AWS_MIRROR=DIR plan.sh FOLDER...
#
# A folder has src/ with the configuration. With before/ beside it, that is
# applied first, so that src/ is planned as a change; with prior.tfstate beside
# it, that is the state before; with args beside it, its lines are arguments of
# terraform plan, and with workspace, that is the workspace. README.md tells the
# rest.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ $# -eq 0 ]; then
  sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
fi

room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

# The stand-ins, where terraform looks for installed providers.
mkdir -p "$room/tmp"
(cd "$here" && go build -o "$room/standin" .)
for pair in $("$room/standin" -addresses); do
  name=${pair%%=*} version=${pair##*=}
  home=$room/mirror/registry.terraform.io/hashicorp/$name/$version/$(go env GOOS)_$(go env GOARCH)
  mkdir -p "$home"
  cp "$room/standin" "$home/terraform-provider-${name}_v$version"
done

cat >"$room/cli.tfrc" <<EOF
disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path    = "$room/mirror"
    exclude = ["registry.terraform.io/hashicorp/aws"]
  }
  filesystem_mirror {
    path    = "${STANDIN_AWS_MIRROR:-$room/name-a-mirror-in-STANDIN_AWS_MIRROR}"
    include = ["registry.terraform.io/hashicorp/aws"]
  }
}
EOF

# Quiet unless it fails, and nothing of this machine's environment may reach a plan.
run() {
  (cd "$room/work" && env -i PATH="$PATH" HOME="$room" TMPDIR="$room/tmp" \
    TF_CLI_CONFIG_FILE="$room/cli.tfrc" TF_IN_AUTOMATION=1 \
    ${workspace:+TF_WORKSPACE="$workspace"} \
    AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_EC2_METADATA_DISABLED=true \
    terraform "$@" -no-color) >"$room/log" 2>&1 || { sed -n '/^Error/,$p' "$room/log" >&2; return 1; }
}

# place puts a configuration in the work room; the state in it stays.
place() {
  find "$room/work" -mindepth 1 -maxdepth 1 ! -name .terraform ! -name terraform.tfstate -exec rm -rf {} +
  cp -R "$1"/. "$room/work"
  run init -input=false
}

make_plan() {
  local folder=$1 workspace='' args=()
  if [ -f "$folder/args" ]; then mapfile -t args <"$folder/args"; fi
  if [ -f "$folder/workspace" ]; then workspace=$(<"$folder/workspace"); fi
  rm -rf "$room/work"
  mkdir "$room/work"
  if [ -d "$folder/before" ]; then
    place "$folder/before"
    run apply -input=false -auto-approve
  elif [ -f "$folder/prior.tfstate" ]; then
    cp "$folder/prior.tfstate" "$room/work/terraform.tfstate"
  fi
  place "$folder/src"
  run plan -input=false -refresh=false -out=tfplan "${args[@]}"
  printf '%s: %s\n' "$folder" "$(grep -E '^Plan:|^No changes' "$room/log" || echo 'outputs only')"
  run show -json tfplan
  if grep -q "$room" "$room/log"; then
    echo "plan.sh: the plan of $folder names a path of this machine; keep path.cwd and absolute paths out of its source" >&2
    return 1
  fi
  cp "$room/log" "$folder/plan.json"
}

for folder in "$@"; do
  make_plan "$folder"
done
