# make run       build everything and serve the demo province on http://127.0.0.1:8080
# make test      install what the tests need, run all of them, say how many passed
# make lint      style, import directions, generated code fresh
# make bench     measure the product beside references: make bench UNITS=100000 DB=sqlite (or DB=mysql)
# make microbench  Go benchmarks of the hot paths, COUNT times each, for benchstat
# make generate  write the generated code anew
SHELL := /bin/bash
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:
.PHONY: run build web test bench microbench lint generate fresh clean FORCE

ADDR ?= 127.0.0.1:8080
DB ?= sqlite:data/demo.db

LINT_VERSION := v2.15.0
LINT := .cache/bin/golangci-lint-$(LINT_VERSION)

# The explorer is part of the build as soon as there is one. Its sources are everything but what npm and the build write.
WEB := $(if $(wildcard web/package.json),web/dist/index.html)
WEB_SOURCES := $(shell test ! -d web || find web \( -name node_modules -o -name dist \) -prune -o -type f ! -name '*.go' -print)
SCHEMA := $(wildcard graph/schema/*.graphqls)

run: build
	@mkdir -p data
	@echo "Fugai serves the demo province at http://$(ADDR)/ (Ctrl-C stops it)"
	./bin/fugai serve --demo --db $(DB) --addr $(ADDR)

build: bin/fugai
web: $(WEB)

# Go knows best what is newer, so that the binary is always asked for; an unchanged one takes no time. SQLite is C translated to Go: as in C,
# nothing checks its bounds within its own memory, which is a tenth of an import.
bin/fugai: FORCE $(WEB)
	CGO_ENABLED=0 go build -buildvcs=false -trimpath -gcflags='github.com/ncruces/go-sqlite3-wasm/...=-B' -o $@ ./cmd/fugai

web/dist/index.html: web/node_modules/.package-lock.json $(WEB_SOURCES)
	cd web && npm run build
	@touch $@

# npm writes this file last, so that its time is the time of the installation.
%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	cd $* && npm ci --no-audit --no-fund
	@touch $@

test:
	test/run.sh

# DB names a kind here; what is not mysql is the embedded one.
UNITS ?= 100000
bench: build
	test/bench/run.sh $(UNITS) $(if $(filter mysql,$(DB)),mysql,sqlite)

# Compare two runs: make microbench > old.txt, change, make microbench > new.txt, go run golang.org/x/perf/cmd/benchstat@latest old.txt new.txt
COUNT ?= 6
microbench:
	@go test -run '^$$' -bench 'Count|Series|Pick|Memory|^BenchmarkSpans$$|Parse|^BenchmarkImport$$|Request' -count $(COUNT) \
	  ./internal/cube ./internal/indicator ./internal/intake ./test/bench

lint: $(LINT) $(WEB) fresh
	$(LINT) run
	$(if $(WEB),cd web && npm run check)

# Built beside the product, so that the linter's dependencies stay out of the product's go.mod.
$(LINT):
	@mkdir -p $(@D)
	GOBIN=$(CURDIR)/.cache/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	@mv .cache/bin/golangci-lint $@

# The enums feed the schema, the schema feeds the Go code and the typed documents of the explorer. The generator is run at the
# version of go.mod but beside it, so that what only the generator needs stays out of the product.
generate: $(if $(WEB),web/node_modules/.package-lock.json)
	go run ./model/enumgen model/enums.txt model/enums_gen.go graph/schema/enums.graphqls
	go run github.com/99designs/gqlgen@$$(go list -m -f '{{.Version}}' github.com/99designs/gqlgen) generate
	$(if $(WEB),cd web && npm run generate)

fresh:
	test/fresh.sh

clean:
	rm -rf bin web/dist/assets web/dist/index.html
