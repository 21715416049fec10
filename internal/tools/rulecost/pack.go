package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"

	"github.com/iaclint/iaclint/rules"
)

// named is true of no resource, and makes a rule read what tells one from its
// twins: without it the answer for a twin would be measured.
const named = `input.resource.address == ""`

// rewritten is the core pack with every rule about a resource changed. change
// gets the text below the METADATA.
func rewritten(change func(string) (string, error)) (rules.Source, error) {
	pack := rules.Core()
	files := fstest.MapFS{}
	err := fs.WalkDir(pack.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		src, err := fs.ReadFile(pack.FS, name)
		if err != nil {
			return err
		}
		head, body, _ := bytes.Cut(src, []byte("\npackage "))
		if strings.HasSuffix(name, "/rule.rego") && !bytes.Contains(head, []byte("#   scope:")) {
			text, err := change("package " + string(body))
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			src = fmt.Appendf(nil, "%s\n%s", head, text)
		}
		files[name] = &fstest.MapFile{Data: src}
		return nil
	})
	return pack.Over(files), err
}

// alone is a rule that answers for every resource by itself.
func alone(text string) (string, error) {
	return text + "\nfindings contains {\"message\": \"\"} if " + named + "\n", nil
}

// closed is a rule that reads what it read, and never comes to look at it: what
// it costs is the document.
func closed(text string) (string, error) {
	module, err := ast.ParseModule("rule.rego", text)
	if err != nil {
		return "", err
	}
	for _, r := range module.Rules {
		if r.Head.Ref().String() == "findings" {
			guard, err := ast.ParseExpr(named)
			if err != nil {
				return "", err
			}
			body := ast.NewBody(guard)
			for _, e := range r.Body {
				if e.String() != "true" {
					body.Append(e)
				}
			}
			r.Body = body
		}
	}
	out, err := format.Ast(module)
	return string(out), err
}
