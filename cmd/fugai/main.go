// Command fugai serves the coverage graph, and imports, seeds, checks and exports its data. It is the only place for flags,
// environment and wiring.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the deployment's zone is known wherever the binary runs

	"github.com/alecthomas/kong"
)

// Exit codes: fine, faults found, misuse.
const (
	exitFine   = 0
	exitFaults = 1
	exitMisuse = 2
)

// errFaults is returned by commands that ran and found faults, which they have printed.
var errFaults = errors.New("faults found")

// cli is the command line. Every flag can also be given by the environment as FUGAI_NAME.
type cli struct {
	Serve   serveCommand   `cmd:"" help:"Serve the GraphQL API and the explorer. Example: fugai serve --db sqlite:fugai.db --addr 127.0.0.1:8080"`
	Import  importCommand  `cmd:"" help:"Import CSV and XLSX files or folders. Example: fugai import --db sqlite:fugai.db --dry-run data/"`
	Undo    undoCommand    `cmd:"" help:"Take an import back by its number. Example: fugai undo --db sqlite:fugai.db 12"`
	Seed    seedCommand    `cmd:"" help:"Fill an empty database with the synthetic demo province. Example: fugai seed --db sqlite:demo.db --units 20000"`
	Export  exportCommand  `cmd:"" help:"Write figures or gaps out. Example: fugai export --db sqlite:fugai.db coverage.csv -q 'groupBy=DOMAIN&of=TWO_COVERAGES'"`
	Check   checkCommand   `cmd:"" help:"Rebuild every span from the facts and compare. Example: fugai check --db sqlite:fugai.db"`
	Migrate migrateCommand `cmd:"" help:"Bring the database to this binary's form. Example: fugai migrate --db mysql://user:password@127.0.0.1:3306/fugai"`
	Policy  policyCommand  `cmd:"" help:"Show or set the policy. Example: fugai policy set --db sqlite:fugai.db policy.yaml"`
	Key     keyCommand     `cmd:"" help:"Create, list and revoke keys. Example: fugai key create --db sqlite:fugai.db --role READER --region 3505 bureau"`
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its exit code.
func run(args []string, out, errs io.Writer) int {
	var c cli
	exit := -1
	parser, err := kong.New(&c, kong.Name("fugai"), kong.DefaultEnvars("FUGAI"), kong.Writers(out, errs), kong.Exit(func(code int) { exit = code }),
		kong.Description("The coverage graph of Party organisations and Party work (覆盖). Exit codes: 0 fine, 1 faults found, 2 misuse."),
		kong.UsageOnError(), kong.ConfigureHelp(kong.HelpOptions{Compact: true, Summary: false}))
	if err != nil {
		fmt.Fprintln(errs, err)
		return exitMisuse
	}
	command, err := parser.Parse(args)
	switch {
	case exit >= 0: // help was asked for and shown
		return exitFine
	case err != nil:
		fmt.Fprintf(errs, "fugai: %v; see fugai --help\n", err)
		return exitMisuse
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	command.BindTo(ctx, (*context.Context)(nil))
	return code(command.Run(&terminal{out, errs}), errs)
}

// terminal is where commands write.
type terminal struct{ out, errs io.Writer }

func (t *terminal) printf(format string, args ...any) { fmt.Fprintf(t.out, format, args...) }

func code(err error, errs io.Writer) int {
	var misuse *misuseError
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errFaults):
		return exitFaults
	case errors.As(err, &misuse):
		fmt.Fprintln(errs, "fugai:", err)
		return exitMisuse
	}
	fmt.Fprintln(errs, "fugai:", err)
	return exitFaults
}

// misuseError is an error of the caller's words.
type misuseError struct{ error }

func misuse(format string, args ...any) error { return &misuseError{fmt.Errorf(format, args...)} }
