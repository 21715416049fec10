#!/usr/bin/env bash
# Times whole processes: iaclint with all its work (money, carbon, every core
# rule) beside conftest with 31 rules and nothing else, on the same plans in one
# run. Prints Markdown. Machines differ; the ratios are what to read.
#
#   BENCH=../shared/bench internal/tools/bench/run.sh [SIZES...]
#   ONLY=source internal/tools/bench/run.sh            leaves the plans out
#
# needs: hyperfine, GNU time, python3, conftest and opa (go install); tflint for source.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
bench=${BENCH:-../shared/bench}
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(10 100 1000 10000)
for tool in hyperfine python3 conftest opa /usr/bin/time; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 2; }
done
[ -f "$bench/genplan.py" ] || { echo "no generators at $bench: set BENCH" >&2; exit 2; }

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
go build -trimpath -ldflags='-s -w' -o "$tmp/iaclint" ./cmd/iaclint
rules="$bench/rules/plan"

# ratio FILE: the means of the two commands in hyperfine's JSON, and their ratio
ratio() {
  python3 - "$1" <<'PY'
import json, sys
a, b = [r["median"] for r in json.load(open(sys.argv[1]))["results"]]
print(f"{a*1000:.0f} ms | {b*1000:.0f} ms | {a/b:.2f}")
PY
}

# work FILE: the ratio of processor time, which other work on the machine moves less
work() {
  python3 - "$1" <<'PY'
import json, sys
a, b = [r["user"] + r["system"] for r in json.load(open(sys.argv[1]))["results"]]
print(f"{a/b:.2f}")
PY
}

# peak COMMAND...: resident megabytes at the most
peak() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1 | awk '{printf "%d", $1/1024}'; }

if [ "${ONLY:-}" != source ]; then
  echo "binary, stripped: $(du -m "$tmp/iaclint" | cut -f1) MB"
  echo
  echo "| | iaclint | rival | ratio | iaclint peak | rival peak | ratio |"
  echo "|---|---|---|---|---|---|---|"
  hyperfine -N --warmup 3 --runs 30 --export-json "$tmp/start.json" "$tmp/iaclint version" "opa version" >/dev/null 2>&1
  echo "| \`version\` against \`opa version\` | $(ratio "$tmp/start.json") | $(peak "$tmp/iaclint" version) MB | $(peak opa version) MB | |"
  for n in "${sizes[@]}"; do
    python3 "$bench/genplan.py" -n "$n" -o "$tmp/plan.json"
    runs=$(( n >= 100000 ? 3 : n >= 10000 ? 5 : 15 ))
    hyperfine -N -i --warmup 1 --runs "$runs" --export-json "$tmp/run.json" \
      "$tmp/iaclint check --format json --out /dev/null --quiet $tmp/plan.json" \
      "conftest test -p $rules -d $rules/lockin.json -o json $tmp/plan.json" >/dev/null 2>&1
    ours=$(peak "$tmp/iaclint" check --format json --out /dev/null --quiet "$tmp/plan.json" || true)
    theirs=$(peak conftest test -p "$rules" -d "$rules/lockin.json" -o json "$tmp/plan.json" || true)
    echo "| $n resources against conftest, 31 rules | $(ratio "$tmp/run.json") | $ours MB | $theirs MB | $(python3 -c "print(f'{$ours/$theirs:.2f}')") |"
  done
fi

# Source: the same resources as a tree of .tf. tflint reads the root module by
# default, and every module with --recursive; iaclint evaluates all of them.
command -v tflint >/dev/null || { echo; echo "no tflint: source not compared"; exit 0; }
echo
echo "| source | iaclint | rival | ratio | of processor time | iaclint peak | rival peak | ratio |"
echo "|---|---|---|---|---|---|---|---|"
for n in "${sizes[@]}"; do
  [ "$n" -le 10000 ] || continue
  python3 "$bench/gentf.py" -n "$n" -o "$tmp/tree" >/dev/null
  for mode in "" "--recursive"; do
    (cd "$tmp/tree" && hyperfine -N -i --warmup 1 --runs 5 --export-json "$tmp/run.json" \
      "$tmp/iaclint check --format json --out /dev/null --quiet ." "tflint $mode" >/dev/null 2>&1)
    ours=$(cd "$tmp/tree" && peak "$tmp/iaclint" check --format json --out /dev/null --quiet . || true)
    theirs=$(cd "$tmp/tree" && peak tflint $mode || true)
    echo "| $n resources against \`tflint${mode:+ $mode}\` | $(ratio "$tmp/run.json") | $(work "$tmp/run.json") | $ours MB | $theirs MB | $(python3 -c "print(f'{$ours/$theirs:.2f}')") |"
  done
done
