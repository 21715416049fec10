#!/usr/bin/env bash
# Times whole processes that read a saved result: the comment, which holds it to
# the schema, other formats, and a comparison; beside `jq empty`, which parses the
# same file and does nothing with it. Prints Markdown.
#
#   BENCH=../shared/bench internal/tools/bench/saved.sh [RESOURCES]
#
# needs: hyperfine, GNU time, python3, jq.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
bench=${BENCH:-../shared/bench} n=${1:-10000}
for tool in hyperfine python3 jq /usr/bin/time; do
  command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 2; }
done
[ -f "$bench/genplan.py" ] || { echo "no generators at $bench: set BENCH" >&2; exit 2; }

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
go build -trimpath -ldflags='-s -w' -o "$tmp/iaclint" ./cmd/iaclint
python3 "$bench/genplan.py" -n "$n" -o "$tmp/plan.json"
"$tmp/iaclint" check --quiet --fail-on never --format json --out "$tmp/saved.json" "$tmp/plan.json"

echo "$n resources, $(du -m "$tmp/saved.json" | cut -f1) MB"
echo
echo "| | iaclint | \`jq empty\` | ratio | of processor time | peak | ratio |"
echo "|---|---|---|---|---|---|---|"
jq_peak=$(/usr/bin/time -f %M jq empty "$tmp/saved.json" 2>&1)
while read -r name command; do
  hyperfine -N --warmup 1 --runs 10 --export-json "$tmp/run.json" "$tmp/iaclint $command" "jq empty $tmp/saved.json" >/dev/null 2>&1
  # shellcheck disable=SC2086 # words of the command
  peak=$(/usr/bin/time -f %M "$tmp/iaclint" $command 2>&1 >/dev/null | tail -n 1)
  python3 - "$tmp/run.json" "$name" "$peak" "$jq_peak" <<'PY'
import json, sys
a, b = json.load(open(sys.argv[1]))["results"]
work = lambda r: r["user"] + r["system"]
name, peak, theirs = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
print(f"| {name} | {a['median']*1000:.0f} ms | {b['median']*1000:.0f} ms | {a['median']/b['median']:.2f} | {work(a)/work(b):.2f} | {peak//1024} MB | {peak/theirs:.2f} |")
PY
done <<LIST
comment comment github $tmp/saved.json --repo a/b --pr 1 --output $tmp/out
markdown report $tmp/saved.json --format markdown --out $tmp/out
html report $tmp/saved.json --format html --out $tmp/out
diff diff $tmp/saved.json $tmp/saved.json --format json --fail-on never --out $tmp/out
LIST
