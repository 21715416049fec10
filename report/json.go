package report

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/jsonscan"
)

// WriteJSON writes r by the output contract: keys in the order of the structs,
// two spaces of indentation, a newline at the end. It holds one flush of
// output in memory, whatever the size of r.
func WriteJSON(w io.Writer, r *Report) error { return EncodeJSON(w, r) }

// EncodeJSON writes any document of this package (Report, RuleList,
// CatalogueStatus, …) the way WriteJSON does.
func EncodeJSON(w io.Writer, doc any) error {
	e := encoder{w: w}
	e.value(doc)
	e.buf = append(e.buf, '\n')
	e.flush()
	if e.err != nil {
		return fmt.Errorf("writing JSON: %w", e.err)
	}
	return nil
}

// ReadJSON reads what WriteJSON wrote, by this version or any other of the
// same schema_version; fields it does not know are passed over.
func ReadJSON(in io.Reader) (*Report, error) {
	data, err := io.ReadAll(io.LimitReader(in, largestReport+1))
	if err != nil {
		return nil, fmt.Errorf("reading a saved report: %w", err)
	}
	if len(data) > largestReport {
		return nil, fmt.Errorf("the saved report is larger than %d MiB", largestReport>>20)
	}
	return ParseJSON(data)
}

// ParseJSON is ReadJSON for bytes at hand. The report is made of parts of them,
// so that they must stay as they are.
func ParseJSON(data []byte) (*Report, error) {
	r := &Report{}
	d, err := decode(data, r)
	if err == nil && r.SchemaVersion == SchemaVersion {
		return r, nil
	}
	return nil, d.refused(err)
}

// refused says what a document is that is no report of this version. err is nil
// where it could be read.
func (d *decoder) refused(err error) error {
	var head struct {
		Version *string `json:"schema_version"`
		Tool    Tool    `json:"tool"`
		Plan    any     `json:"format_version"`
	}
	h, bad := decode(d.Buf, &head)
	switch {
	case bad != nil && err == nil:
		return h.notReport(bad)
	case bad != nil:
		return d.notReport(err)
	case head.Version == nil && head.Plan != nil:
		return errors.New("this is a plan or state, not a saved report: run iaclint check on it")
	case head.Version == nil:
		return errors.New("this is not a saved report: it has no schema_version. Make one with iaclint check --format json")
	case *head.Version != SchemaVersion:
		return fmt.Errorf("the saved report has schema_version %.20q and this iaclint reads %q: use the version that wrote it (%.40q) or run check again",
			*head.Version, SchemaVersion, head.Tool.Version)
	}
	return d.notReport(err)
}

const largestReport = 1 << 30

// notReport says what is wrong with the JSON, and where.
func (d *decoder) notReport(err error) error {
	var at *jsonscan.Error
	switch {
	case len(bytes.TrimSpace(d.Buf)) == 0:
		return errors.New("the saved report is empty")
	case !errors.As(err, &at):
		return err
	}
	what := "cannot be read"
	if at.Kind == jsonscan.WrongType {
		what = "does not follow the schema"
	}
	place := ""
	if slices.Reverse(d.path); len(d.path) > 0 {
		place = fmt.Sprintf(", %.120s", strings.Join(d.path, "/"))
	}
	return fmt.Errorf("the saved report %s: line %d%s: %s", what, 1+bytes.Count(d.Buf[:at.Offset], []byte("\n")), place, at.Message)
}
