package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// plainNumber is what a cell may begin with a sign for.
var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// readCSV reads rows of one width, and refuses a cell that a spreadsheet would
// calculate.
func readCSV(out []byte) (rows []map[string]string, header []string, err error) {
	r := csv.NewReader(bytes.NewReader(out))
	r.ReuseRecord = false
	all, err := r.ReadAll()
	if err != nil {
		return nil, nil, err
	}
	if len(all) == 0 {
		return nil, nil, fmt.Errorf("no header")
	}
	for _, record := range all[1:] {
		row := make(map[string]string, len(record))
		for i, cell := range record {
			bare := strings.TrimLeft(cell, " \u00a0\u3000")
			if bare != "" && strings.ContainsAny(bare[:1], "=+-@\t\r\n") && !plainNumber.MatchString(cell) || strings.ContainsAny(cell, "\x00\r\n\t") {
				return nil, nil, fmt.Errorf("%s begins with %.20q", all[0][i], cell)
			}
			row[all[0][i]] = cell
		}
		if len(row) != len(record) {
			return nil, nil, fmt.Errorf("two columns have the same name")
		}
		rows = append(rows, row)
	}
	return rows, all[0], nil
}

func TestCSV(t *testing.T) {
	for name, r := range samples() {
		rows, _, err := readCSV(formatted(t, "csv", r))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		n := 0
		for i := range r.Projects {
			for j := range r.Projects[i].Resources {
				res, row := &r.Projects[i].Resources[j], rows[n]
				n++
				if row["address"] != res.Address {
					t.Fatalf("%s: row %d is of %s, not of %s", name, n, row["address"], res.Address)
				}
				if (row["monthly_cost"] == "") != (res.Cost.Monthly == nil) || (row["carbon_kg"] == "") != (res.Carbon == nil) {
					t.Errorf("%s: %s: what is not known has a figure, or the other way round: %v", name, res.Address, row)
				}
			}
		}
		if n != len(rows) {
			t.Errorf("%s: %d rows for %d resources", name, len(rows), n)
		}
	}
	golden(t, "formats/platform.csv", string(formatted(t, "csv", platform())))
}

// focusColumn is a column of FOCUS 1.2 as its page in the specification has it.
type focusColumn struct {
	mandatory bool
	nulls     bool
	kind      string // decimal, date, currency, json, or words with | between; "": any text
}

// focusSpec are the columns of FOCUS 1.2 that are written, and all that are
// mandatory, from "Content Constraints" of their pages.
var focusSpec = map[string]focusColumn{
	"BilledCost": {true, false, "decimal"}, "BillingAccountId": {true, false, ""}, "BillingAccountName": {true, true, ""}, "BillingCurrency": {true, false, "currency"},
	"BillingPeriodEnd": {true, false, "date"}, "BillingPeriodStart": {true, false, "date"}, "ChargeCategory": {true, false, "Usage|Purchase|Tax|Credit|Adjustment"},
	"ChargeClass": {true, true, "Correction"}, "ChargeDescription": {true, true, ""}, "ChargeFrequency": {false, false, "One-Time|Recurring|Usage-Based"},
	"ChargePeriodEnd": {true, false, "date"}, "ChargePeriodStart": {true, false, "date"}, "ConsumedQuantity": {false, true, "decimal"}, "ConsumedUnit": {false, true, ""},
	"ContractedCost": {true, false, "decimal"}, "ContractedUnitPrice": {false, true, "decimal"}, "EffectiveCost": {true, false, "decimal"}, "InvoiceIssuerName": {true, false, ""},
	"ListCost": {true, false, "decimal"}, "ListUnitPrice": {false, true, "decimal"}, "PricingCategory": {false, true, "Standard|Dynamic|Committed|Other"},
	"PricingQuantity": {true, true, "decimal"}, "PricingUnit": {true, true, ""}, "ProviderName": {true, false, ""}, "PublisherName": {true, false, ""},
	"RegionId": {false, true, ""}, "RegionName": {false, true, ""}, "ResourceId": {false, true, ""}, "ResourceName": {false, true, ""}, "ResourceType": {false, true, ""},
	"ServiceCategory": {true, false, focusServiceCategories}, "ServiceName": {true, false, ""}, "SkuId": {false, true, ""}, "SkuPriceId": {false, true, ""}, "Tags": {false, true, "json"},
}

const focusServiceCategories = "AI and Machine Learning|Analytics|Business Applications|Compute|Databases|Developer Tools|Multicloud|Identity|Integration|Internet of Things|" +
	"Management and Governance|Media|Migration|Mobile|Networking|Security|Storage|Web|Other"

// checkFOCUS holds rows to the specification; loose leaves out what rests on
// figures, which hostile reports do not have.
func checkFOCUS(out []byte, loose bool) (rows []map[string]string, err error) {
	rows, header, err := readCSV(out)
	if err != nil {
		return nil, err
	}
	for name, column := range focusSpec {
		if column.mandatory && !slices.Contains(header, name) {
			return nil, fmt.Errorf("the mandatory column %s is missing", name)
		}
	}
	for i, name := range header {
		if _, ok := focusSpec[name]; !ok && !strings.HasPrefix(name, "x_") || !regexp.MustCompile(`^(x_)?[A-Z][A-Za-z]*$`).MatchString(name) {
			return nil, fmt.Errorf("column %d, %s, is none of FOCUS", i, name)
		}
	}
	for _, row := range rows {
		for name, column := range focusSpec {
			if err := column.check(row[name]); err != nil && !(loose && row[name] == "") {
				return nil, fmt.Errorf("%s of %s: %w", name, row["ResourceId"], err)
			}
		}
	}
	return rows, nil
}

func (c focusColumn) check(cell string) error {
	form := ""
	switch {
	case cell == "" && c.nulls:
		return nil
	case cell == "":
		return fmt.Errorf("is null")
	case c.kind == "decimal":
		form = plainNumber.String()
	case c.kind == "date":
		form = `^\d{4}-(0[1-9]|1[0-2])-01T00:00:00Z$`
	case c.kind == "currency":
		form = `^[A-Z]{3}$`
	case c.kind == "json":
		form = `^\{".*"\}$`
	case c.kind != "" && !slices.Contains(strings.Split(c.kind, "|"), cell):
		return fmt.Errorf("%q is no allowed value", cell)
	}
	if form != "" && !regexp.MustCompile(form).MatchString(cell) {
		return fmt.Errorf("%q has not the form %s", cell, form)
	}
	return nil
}
