#!/usr/bin/env bash
# Times the pre-commit hook on a repository of root modules that share modules,
# beside iaclint itself on the same files, and pre-commit with a hook that does
# nothing. Prints Markdown.
#
#   internal/tools/bench/hook.sh [ROOTS]
#
# needs: git, pre-commit, hyperfine, python3; a checkout, whose last commit's hooks are taken.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
here=$PWD roots=${1:-50}
for tool in git pre-commit hyperfine python3; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 2; }
done

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
go build -trimpath -ldflags='-s -w' -o "$tmp/bin/iaclint" ./cmd/iaclint
export PATH="$tmp/bin:$PATH" PRE_COMMIT_HOME="$tmp/home"
internal/tools/bench/roots.sh "$roots" "$tmp/repo"
cd "$tmp/repo"
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $here
    rev: $(git -C "$here" rev-parse HEAD)
    hooks:
      - id: iaclint-system
        args: [--fail-on, never]
  - repo: local
    hooks:
      - id: nothing
        name: nothing
        entry: "true"
        language: system
        files: \.(tf|tfvars)$
        require_serial: true
YAML
git init --quiet
git add --all
git -c user.name=a -c user.email=a@example.com commit --quiet --message first
pre-commit run --all-files >/dev/null # warm: the hooks are fetched

# row NAME FILES...: what a hook costs over the check of the same files
row() {
  local name=$1 files
  shift
  files="$*"
  hyperfine -N --warmup 2 --runs 15 --export-json "$tmp/run.json" \
    "pre-commit run iaclint-system --files $files" "iaclint check --fail-on never $files" "pre-commit run nothing --files $files" >/dev/null 2>&1
  python3 - "$tmp/run.json" "$name" <<'PY'
import json, sys
results = json.load(open(sys.argv[1]))["results"]
hook, bare, nothing = [r["median"] * 1000 for r in results]
work = [r["user"] + r["system"] for r in results]
print(f"| {sys.argv[2]} | {hook:.0f} ms | {bare:.0f} ms | {hook/bare:.2f} | {work[0]/work[1]:.2f} | {nothing:.0f} ms |")
PY
}
mapfile -t all < <(git ls-files '*.tf' '*.tfvars')
echo "| | hook | check | ratio | ratio of processor time | empty hook |"
echo "|---|---|---|---|---|---|"
row "all ${#all[@]} files of $roots roots" "${all[@]}"
row "a file of a module that all $roots call" modules/network/main.tf
row "a file of one root" "${all[0]}"
