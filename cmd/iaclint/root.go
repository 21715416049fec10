package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pack"
	"github.com/iaclint/iaclint/pack/trust"
	"github.com/iaclint/iaclint/report"
)

// Exit codes of the output contract.
const (
	exitOK      = 0
	exitFailing = 1 // findings at or above the threshold, or a guardrail broken
	exitBroken  = 2 // the work could not be done
)

// streams are where a command reads and writes.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// failing is the "error" of a run that did its work and says no.
type failing struct{ code int }

func (f failing) Error() string { return fmt.Sprintf("exit code %d", f.code) }

// app is what every sub-command shares.
type app struct {
	streams
	ctx     context.Context
	from    packFrom
	noColor bool
	quiet   bool
	debug   bool
	source  report.Source // for formats that show lines; nil: none are shown
	divide  bool          // text: who pays, by cost tag
}

func run(ctx context.Context, args []string, s streams) (code int) {
	a := &app{streams: s, ctx: ctx}
	defer func() {
		if p := recover(); p != nil {
			a.explain(fmt.Errorf("internal error: %v. This is a bug of iaclint; please report it with what you ran", p))
			code = exitBroken
		}
	}()
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	c, err := root.ExecuteContextC(ctx)
	var no failing
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &no):
		return no.code
	default:
		a.explain(required(c, err))
		return exitBroken
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "iaclint",
		Short: "What Terraform or OpenTofu costs and emits, and whether it should",
		Long: `iaclint reads a Terraform or OpenTofu plan, or the source, and says what it will
cost a month and what it will emit, operationally and embodied, resource by resource,
and judges it with Rego rules. Prices and carbon facts are inside; nothing goes over
the network.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		// What cobra adds of itself would come before what people look for.
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	flags := root.PersistentFlags()
	flags.BoolVar(&a.noColor, "no-color", false, "no colour, also on a terminal")
	flags.BoolVar(&a.quiet, "quiet", false, "say nothing on standard error but errors")
	flags.BoolVar(&a.debug, "debug", false, "say on standard error how long each step took")
	root.SetFlagErrorFunc(flagSlip)
	root.SetHelpCommand(helpCommand())
	group(root, a.check(), a.diff(), a.merge(), a.report(), a.comment(), a.explainCommand(), a.rules(), a.baseline(), a.config(), a.pack(), a.usage(), a.catalogue(), a.initCommand(), a.version())
	a.versionFlag(root)
	return root
}

// hint is an error with the next step.
type hint struct {
	error
	next string
}

func (h hint) Unwrap() error { return h.error }

// explain says an error to a person: slips with their line, everything else in
// one sentence.
func (a *app) explain(err error) {
	err = nextStep(err)
	var s lint.Slips
	if errors.As(err, &s) {
		diags, files := s.Slips()
		a.slips(diags, files)
		return
	}
	msg := strings.TrimSuffix(err.Error(), ".")
	var h hint
	if errors.As(err, &h) {
		msg += ". " + h.next
	}
	// A refusal shows what to write, which is laid out.
	var refused *trust.Refusal
	laid := ""
	if errors.As(err, &refused) {
		msg, laid, _ = strings.Cut(msg, "\n")
	}
	a.tell([]report.Diagnostic{{Severity: "error", Summary: msg}})
	for line := range strings.Lines(laid) {
		fmt.Fprintln(a.err, strings.TrimRight("  "+pack.Inert(strings.TrimSuffix(line, "\n")), " "))
	}
}

func (a *app) slips(diags hcl.Diagnostics, files map[string]*hcl.File) {
	a.tell(report.FromHCL(diags, files))
}

// tell writes to standard error; where that is gone, there is nobody to tell
// about it.
func (a *app) tell(list []report.Diagnostic) {
	_ = report.WriteDiagnostics(a.err, list, a.errorStyle())
}

func (a *app) style(w io.Writer) report.Options {
	if f, ok := w.(*os.File); ok {
		return report.OptionsFor(f, a.noColor)
	}
	return report.Options{}
}

func (a *app) errorStyle() report.Options { return a.style(a.err) }
