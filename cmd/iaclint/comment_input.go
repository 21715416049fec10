package main

import (
	"fmt"
	"sync"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/docs/schema"
	"github.com/iaclint/iaclint/publish"
	"github.com/iaclint/iaclint/report"
)

// largestResult is what a result may weigh that a stranger may have written.
const largestResult = 512 << 20

// untrusted reads saved results that may come from anybody, a pull request from
// a fork first of all: each is held against the schema before it is used.
func (a *app) untrusted(files []string) (*report.Report, error) {
	check, err := publish.Shape(schema.Report)
	if err != nil {
		return nil, err
	}
	var parts []compare.Part
	for _, file := range files {
		label, path := labelled(file)
		data, err := a.whole(path, largestResult)
		if err != nil {
			return nil, err
		}
		// Both take their time, of a large result.
		var wrong error
		var wg sync.WaitGroup
		wg.Go(func() { wrong = check(data) })
		r, err := report.ParseJSON(data)
		wg.Wait()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if wrong != nil {
			return nil, hint{fmt.Errorf("%s is not what iaclint writes: %w", path, wrong), "Make it anew: iaclint check plan.json --format json --out " + path}
		}
		parts = append(parts, compare.Part{File: path, Label: label, Report: r})
	}
	if len(parts) == 1 && parts[0].Label == "" {
		return parts[0].Report, nil
	}
	return compare.Merge(report.Tool{Name: "iaclint", Version: version()}, parts)
}
