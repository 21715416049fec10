package catalogue

import "testing"

func TestGrid(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct {
		cloud, region string
		g             float64
		confidence    string
	}{
		{"aws", "us-east-1", 418, "high"},
		{"aws", "eu-north-1", 21, "high"},
		{"azure", "westeurope", 253, "high"},
		{"gcp", "europe-west1", 180, "high"},
		{"aws", "us-west-2", 129, ""},
		{"aws", "ap-south-1", 653, ""},
	} {
		g, ok := c.Grid(tt.cloud, tt.region)
		if !ok || g.GPerKWh != tt.g || tt.confidence != "" && g.Confidence != tt.confidence || g.Zone == "" || g.Country == "" {
			t.Errorf("%s %s: %+v %v", tt.cloud, tt.region, g, ok)
		}
	}
	g, _ := c.Grid("aws", "us-east-1")
	if g.EmberGPerKWh != 383.55 || g.EmberSource != "ember" || g.MarginalGPerKWh != 557.17 || g.Source != "em" {
		t.Errorf("%+v", g)
	}
	if g, ok := c.Grid("aws", "us-east"); ok {
		t.Errorf("us-east is %+v", g)
	}
	if w := c.WorldGrid(); w.GPerKWh != 472.94 || w.Confidence != "low" || w.Source == "" {
		t.Errorf("the world is %+v", w)
	}
}

func TestSite(t *testing.T) {
	c := Embedded()
	s, ok := c.Site("aws", "us-east-1")
	if !ok || s.PUE != 1.15 || s.Basis != "published" || !s.HasWUE || s.WUE != 0.12 {
		t.Errorf("%+v %v", s, ok)
	}
	if s, ok := c.Site("azure", "moon"); !ok || s.PUE != 1.16 || s.Basis != "fleet-average" || s.HasWUE {
		t.Errorf("%+v %v", s, ok)
	}
	if _, ok := c.Site("hetzner", "fsn1"); ok {
		t.Error("a site of an unknown cloud")
	}
}

func TestRegions(t *testing.T) {
	c := Embedded()
	for cloud, want := range map[string]Region{
		"aws":   {"eu-west-1", "Europe (Ireland)"},
		"azure": {"westeurope", "West Europe"},
		"gcp":   {"europe-west1", "Belgium"},
	} {
		regions := c.Regions(cloud)
		found := false
		for i, r := range regions {
			if i > 0 && regions[i-1].Code >= r.Code {
				t.Errorf("%s: %q after %q", cloud, r.Code, regions[i-1].Code)
			}
			if r.Name == "" {
				t.Errorf("%s %s has no name", cloud, r.Code)
			}
			found = found || r == want
		}
		if !found || len(regions) < 30 {
			t.Errorf("%s: %d regions, %v there: %v", cloud, len(regions), want, found)
		}
	}
	if got := c.Regions("hetzner"); got != nil {
		t.Errorf("got %v", got)
	}
}
