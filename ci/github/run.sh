#!/usr/bin/env bash
# What action.yml runs: a comparison where there is a base, else a check; the
# result as JSON, as annotations and in the summary of the job. Inputs come by the
# environment, as the runner gives them: nothing of them is part of a command.
set -euo pipefail

result=${INPUT_RESULT:-iaclint.json}
args=(--format github --format "json=$result")
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || args+=(--format "markdown=$GITHUB_STEP_SUMMARY")
[ -z "${INPUT_SARIF:-}" ] || args+=(--format "sarif=$INPUT_SARIF")
[ -z "${INPUT_CONFIG:-}" ] || args+=("--config=$INPUT_CONFIG")
[ -z "${INPUT_FAIL_ON:-}" ] || args+=("--fail-on=$INPUT_FAIL_ON")

paths=()
source=yes
while IFS= read -r path; do
  [ -n "$path" ] || continue
  paths+=("$path")
  [ -d "$path" ] || source=
done <<<"${INPUT_PATH:-.}"

# The commit of a pull request is a merge made for the run: its first parent is
# the branch it goes to. A checkout of depth 2 has both.
base=${INPUT_BASE-auto}
if [ "$base" = auto ]; then
  base=
  if [ -n "$source" ] && git rev-parse --quiet --verify 'HEAD^2' >/dev/null 2>&1; then
    base='HEAD^1'
  fi
fi

code=0
if [ -n "$base" ] && [ -n "$source" ]; then
  iaclint diff "--git=$base" "${args[@]}" -- "${paths[@]}" || code=$?
elif [ -n "$base" ]; then
  iaclint diff "${args[@]}" -- "$base" "${paths[@]}" || code=$?
else
  iaclint check "${args[@]}" -- "${paths[@]}" || code=$?
fi
if [ "$code" -gt 1 ]; then
  exit "$code" # there is no result to speak of
fi

iaclint report "$result"
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "json=$result"
    jq -r '.summary |
      "findings=\([.findings[]] | add)",
      "monthly-cost=\(.monthly // "unknown")",
      "delta=\(.monthly_delta // "unknown")",
      "carbon-delta=\(.carbon_delta_kg // "unknown")"' "$result"
  } >>"$GITHUB_OUTPUT"
fi
exit "$code"
