package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// priceList FILE starts a price list of AWS that has one offer for one region,
// AmazonEC2 in us-east-1, whose file is FILE; a FILE that is gone is answered
// with 503. It sets $IACLINT_AWS_PRICES to its address.
func priceList(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: prices FILE")
	}
	file := ts.MkAbs(args[0])
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case strings.HasSuffix(r.URL.Path, "/aws/index.json"):
			fmt.Fprint(w, `{"offers": {"AmazonEC2": {"currentRegionIndexUrl": "/regions"}}}`)
		case r.URL.Path == "/regions":
			fmt.Fprint(w, `{"regions": {"us-east-1": {"currentVersionUrl": "/file"}}}`)
		default:
			text, err := os.ReadFile(file)
			if err != nil {
				w.Header().Set("Retry-After", "100000")
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			w.Write(text)
		}
	}))
	ts.Defer(s.Close)
	ts.Setenv("IACLINT_AWS_PRICES", s.URL)
}
