package model

import "testing"

func TestNumberUnknown(t *testing.T) {
	for address, want := range map[string]bool{
		"aws_eip.a":                          false,
		"aws_eip.a[0]":                       false,
		"aws_eip.a[*]":                       true,
		`module.m[*].aws_eip.a["x"]`:         true,
		`aws_eip.a["[*]"]`:                   false,
		`aws_eip.a["*"]`:                     false,
		`module.m["\"[*]"].aws_eip.a`:        false,
		`module.m["[*]"].aws_eip.a[*]`:       true,
		`module.m["a\\"].module.n[*].x.y[0]`: true,
	} {
		if got := (&Resource{Address: address}).NumberUnknown(); got != want {
			t.Errorf("%s: %v, want %v", address, got, want)
		}
	}
}
