package main

import (
	"context"
	"log/slog"
	"os"
	"time"

	"fugai/internal/feed"
	"fugai/internal/intake"
	"fugai/internal/server"
	"fugai/internal/server/export"
	"fugai/internal/server/upload"
	"fugai/model"
	"fugai/resolvers"
	"fugai/seeds"
	"fugai/web"
)

// demoUnits is the size of the demo province that an empty database is filled with.
const demoUnits = 20_000

type serveCommand struct {
	deployment
	Addr    string   `default:"127.0.0.1:8080" help:"HOST:PORT to listen on."`
	Demo    bool     `help:"Answer without a key, on loopback only; an empty database is filled with the demo province."`
	Secrecy string   `default:"内部" help:"Secrecy label of pages and exports."`
	Origins []string `help:"Other origins whose pages may write with a session, for example https://fugai.example."`
	Limit   limits   `embed:"" prefix:"limit-"`
	Upload  int64    `name:"upload-bytes" default:"536870912" help:"Bytes of an import over HTTP."`
}

// limits bound what one request may cost; see resolvers.Limits.
type limits struct {
	Depth          int           `default:"15" help:"Fields below each other."`
	Aliases        int           `default:"60" help:"Fields with an alias; __typename counts."`
	Selections     int           `default:"4000" help:"Fields and fragments of an operation."`
	Tokens         int           `default:"8000" help:"Words and signs of a document."`
	Complexity     int           `default:"250000" help:"Fields of an answer, lists counted by their asked length."`
	FreeComplexity int           `default:"2500000" help:"The same for roles that may query freely."`
	Body           int64         `default:"4194304" help:"Bytes of a request."`
	Time           time.Duration `default:"30s" help:"How long an operation may run."`
	Documents      int           `default:"500" help:"Parsed documents that are kept."`
	Answers        int64         `default:"8388608" help:"Bytes of whole answers that are kept."`
}

func (c *serveCommand) Run(ctx context.Context, t *terminal) error {
	if err := resolvers.Limits(c.Limit).Check(); err != nil {
		return misuse("%v", err)
	}
	listener, err := server.Listen(ctx, c.Addr, c.Demo)
	if err != nil {
		return misuse("%v", err)
	}
	defer listener.Close()
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	if err := c.fill(ctx, t, r); err != nil {
		return err
	}
	s, imports, err := c.build(ctx, r)
	if err != nil {
		return err
	}
	defer imports.Close()
	t.printf("fugai serves http://%s/ (GraphQL at /graphql)\n", listener.Addr())
	return s.Serve(ctx, listener)
}

// fill seeds an empty database of the demo.
func (c *serveCommand) fill(ctx context.Context, t *terminal, r *rooms) error {
	if !c.Demo {
		return nil
	}
	empty, err := r.empty(ctx)
	if err != nil || !empty {
		return err
	}
	dir, done, err := folder("")
	if err != nil {
		return err
	}
	defer done()
	t.printf("filling the empty database with the demo province of %d units\n", demoUnits)
	if err := seeds.Generate(dir, seeds.Options{Units: demoUnits, AsOf: r.today(), Seed: 1}); err != nil {
		return err
	}
	return r.seed(ctx, t, dir, r.today(), false)
}

// build wires the rooms into a server.
func (c *serveCommand) build(ctx context.Context, r *rooms) (*server.Server, *upload.Handler, error) {
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	reads, f := r.reading(ctx, log, c.Secrecy)
	keepMemoryLow(ctx, f)
	go r.keepReports(ctx, log)
	go r.keepSettled(ctx, log, f.Poke)
	keys := r.keys()
	graphQL := resolvers.New(reads, r.registry, keys, f.Poke).Handler(resolvers.Limits(c.Limit), log)
	assets, _ := web.FS()
	exports := export.New(export.Options{Service: reads, Now: time.Now, Log: log})
	imports := upload.New(upload.Options{
		Importer: intake.New(intake.Through(r.registry), time.Now), Now: time.Now, Today: r.today, Changed: f.Poke, Bytes: c.Upload, Log: log,
	})
	s, err := server.New(server.Options{
		GraphQL: graphQL, Assets: assets, Export: exports, Import: imports, Keys: keys, State: &state{f}, Now: time.Now,
		Demo: c.Demo, Origins: c.Origins, Log: log,
	})
	return s, imports, err
}

// state tells the server how far the data are.
type state struct{ feed *feed.Feed }

func (s *state) Ready(context.Context) error {
	_, err := s.feed.Current()
	return err
}

func (s *state) DataVersion() model.DataVersion {
	now, err := s.feed.Current()
	if err != nil {
		return 0
	}
	return now.Version
}
