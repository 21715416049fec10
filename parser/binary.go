package parser

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/iaclint/iaclint/model"
)

const (
	// toolTime is how long terraform show may take; it starts every provider.
	toolTime = 2 * time.Minute
	// planMember is the file inside a binary plan that holds the plan.
	planMember = "tfplan"
	// maxMember bounds how much of it is unpacked to read its version.
	maxMember = 1 << 20
)

// runTool replaces a binary plan by the JSON that terraform or tofu makes of
// it. Only the very version that made the plan can, with its providers at hand.
func (in *input) runTool(ctx context.Context, opt Options) error {
	version, err := in.planVersion()
	if err != nil {
		return err
	}
	if in.file == nil {
		return &InputError{Path: in.path, Summary: "a binary plan on standard input", Next: in.showNext("tfplan")}
	}
	run := opt.RunTool
	if run == nil {
		run = func(ctx context.Context, dir, tool string, args ...string) ([]byte, error) {
			return runTool(ctx, opt.MaxBytes, dir, tool, args...)
		}
	}
	full, err := filepath.Abs(in.path)
	if err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(ctx, toolTime)
	defer stop()
	var tried []string
	var failures []error
	for _, tool := range []string{"terraform", "tofu"} {
		out, err := run(ctx, filepath.Dir(full), tool, "show", "-json", full)
		if err == nil && bytes.HasPrefix(bytes.TrimSpace(out), []byte("{")) {
			in.hold(out)
			in.kind = model.PlanBinary
			return nil
		}
		if errors.Is(err, exec.ErrNotFound) {
			continue
		}
		tried = append(tried, tool)
		failures = append(failures, err)
	}
	what := "a binary plan"
	if version != "" {
		what += " made by version " + version
	}
	why := "and neither terraform nor tofu is installed to read it"
	if len(tried) > 0 {
		why = "which " + strings.Join(tried, " and ") + " here cannot read (it takes the same version, and the providers that init installs)"
	}
	return &InputError{Path: in.path, Summary: what + ", " + why, Next: in.showNext(in.path), Err: errors.Join(failures...)}
}

func (in *input) showNext(path string) string {
	return "Where it was made, run: terraform show -json " + path + " > plan.json (or tofu show -json), then check plan.json."
}

// runTool runs the real tool, without letting it ask or call home.
func runTool(ctx context.Context, limit int64, dir, tool string, args ...string) ([]byte, error) {
	path, err := exec.LookPath(tool)
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "TF_IN_AUTOMATION=1", "TF_INPUT=0", "CHECKPOINT_DISABLE=1", "TF_CLI_ARGS=", "TF_CLI_ARGS_show=")
	cmd.WaitDelay = 5 * time.Second
	out := &limited{left: limit}
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s show: %w", tool, err)
	}
	return out.Bytes(), nil
}

// limited keeps what is written to it up to a limit and then refuses.
type limited struct {
	bytes.Buffer
	left int64
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= int64(len(p)); l.left < 0 {
		return 0, errors.New("more output than the limit on inputs")
	}
	return l.Buffer.Write(p)
}

// planVersion reads from a zip archive which version of the tool made the plan
// in it. An archive without a plan is an error.
func (in *input) planVersion() (string, error) {
	archive, err := zip.NewReader(io.NewSectionReader(in.src, in.start, in.end-in.start), in.end-in.start)
	if err != nil {
		return "", &InputError{Path: in.path, Summary: "a zip archive that cannot be opened", Next: "If it is a binary plan it was cut short: write it again with terraform plan -out=tfplan.", Err: err}
	}
	for _, f := range archive.File {
		if f.Name != planMember {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return "", nil
		}
		defer r.Close()
		b, _ := io.ReadAll(io.LimitReader(r, maxMember))
		return protoText(b, 14), nil
	}
	return "", &InputError{Path: in.path, Summary: "a zip archive without a plan in it", Next: nextPlan}
}

// protoText finds a text field of a protocol buffers message by its number:
// terraform_version is 14 in the plans of both tools. Anything odd ends the
// search.
func protoText(b []byte, field uint64) string {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		if n <= 0 {
			return ""
		}
		b = b[n:]
		switch tag & 7 {
		case 0:
			if _, n = binary.Uvarint(b); n <= 0 {
				return ""
			}
			b = b[n:]
		case 2:
			size, n := binary.Uvarint(b)
			if n <= 0 || size > uint64(len(b)-n) {
				return ""
			}
			b = b[n:]
			if tag>>3 == field && size < 64 {
				return strings.ToValidUTF8(string(b[:size]), "")
			}
			b = b[size:]
		default:
			return ""
		}
	}
	return ""
}
