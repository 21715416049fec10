# The commands people repeat. CI calls .ci/run, which calls `make test`'s line.

.PHONY: build test generate bench bench-hook bench-saved bench-stages

build:
	go build -trimpath -ldflags='-s -w' -o iaclint ./cmd/iaclint

test:
	go test ./... && go -C internal/tools/standin test ./...

generate:
	go generate ./...

bench: ## whole processes beside their rivals; reprints the table of docs/benchmarks.md
	internal/tools/bench/run.sh

bench-hook: ## the pre-commit hook on a repository of 50 root modules
	internal/tools/bench/hook.sh

bench-saved: ## from a saved result to a comment, a page and a comparison
	internal/tools/bench/saved.sh

bench-stages:
	go test -run - -bench . -benchmem ./...
