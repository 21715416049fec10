package config

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// mostUsed bounds an amount of use a month, and its inverse the smallest one:
// far beyond what anybody uses, and nothing that arithmetic has to fear.
const mostUsed = 1e18

// longestNumber bounds its text.
const longestNumber = 40

// usageNumber reads an amount. What is wrong comes back as summary and detail.
func usageNumber(text string) (v cty.Value, summary, detail string) {
	plain := strings.ReplaceAll(text, "_", "")
	if len(text) > longestNumber || plain == "" || strings.Trim(plain, "0123456789+-.eE") != "" {
		return cty.NilVal, "Not a number", fmt.Sprintf("%.*q cannot be read as a decimal number.", longestNumber, text)
	}
	size, err := strconv.ParseFloat(plain, 64)
	mantissa, _, _ := strings.Cut(strings.ToLower(plain), "e")
	zero := !strings.ContainsAny(mantissa, "123456789")
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		return cty.NilVal, "Not a number", fmt.Sprintf("%q cannot be read as a decimal number.", text)
	case zero:
		return cty.Zero, "", ""
	case size < 0:
		return cty.NilVal, "A negative amount", "Nobody uses less than nothing."
	case size > mostUsed || size < 1/mostUsed:
		return cty.NilVal, "Not an amount of use", fmt.Sprintf("%s is far from what anybody uses in a month.", text)
	}
	f, _, err := big.ParseFloat(plain, 10, 512, big.ToNearestEven)
	if err != nil {
		return cty.NilVal, "Not a number", fmt.Sprintf("%q cannot be read as a decimal number.", text)
	}
	return cty.NumberVal(f), "", ""
}

// add puts a value where its dotted name leads, making groups on the way.
func add(list []UsageValue, path []string, v UsageValue) []UsageValue {
	if len(path) == 1 {
		v.Name = path[0]
		return append(list, v)
	}
	for i := range list {
		if list[i].Name == path[0] && list[i].IsGroup() {
			list[i].Group = add(list[i].Group, path[1:], v)
			return list
		}
	}
	return append(list, UsageValue{Name: path[0], Group: add(nil, path[1:], v), Range: v.Range})
}

func usageSlip(at hcl.Range, severity hcl.DiagnosticSeverity, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: severity, Summary: summary, Detail: detail, Subject: &at}
}

func lineRange(file string, line, column int) hcl.Range {
	at := hcl.Pos{Line: line, Column: column}
	return hcl.Range{Filename: file, Start: at, End: at}
}

// Amount reads an amount of use from its text.
func Amount(text string) (cty.Value, error) {
	v, summary, detail := usageNumber(strings.TrimSpace(text))
	if summary != "" {
		return cty.NilVal, errors.New(detail)
	}
	return v, nil
}
