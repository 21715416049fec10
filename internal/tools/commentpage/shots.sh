#!/bin/sh
# Makes docs/images/comment-desktop.png and comment-phone.png: the comment on a
# change of our own, as a forge shows it. Needs chromium and a font with emoji.
set -eu
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r testdata/fixtures/plan/aws-change "$work/payments"
rm -f "$work"/payments/want.*
cat > "$work/payments/.iaclint.hcl" <<'HCL'
guardrail "payments budget" {
  monthly_usd = 1000
}
guardrail "no jumps" {
  increase_percent = 5
}
HCL
go build -o "$work/iaclint" ./cmd/iaclint
(cd "$work/payments" && "$work/iaclint" check plan.json --quiet --format json="$work/result.json") || [ $? = 1 ]
"$work/iaclint" report "$work/result.json" --format markdown | go run ./internal/tools/commentpage -out "$work/page.html"
picture() { # NAME WIDTH HEIGHT SCALE
  "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/browser" \
    --force-device-scale-factor="$4" --window-size="$2,$3" --screenshot="$work/$1" "file://$work/page.html" >/dev/null 2>&1
  mv "$work/$1" "docs/images/$1"
}
picture comment-desktop.png 960 600 1
picture comment-phone.png 400 890 2
