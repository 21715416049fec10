package catalogue

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// small is a whole catalogue of a few lines.
func small(changes map[string]string) fstest.MapFS {
	files := map[string]string{
		"version.txt": "test\n",
		"aws/prices/ec2-us.csv": priceHeader + "\n" +
			"eu-west-1,ec2/m5.large/linux/on-demand,hour,0.107,0,2026-07-20,kaw\n" +
			"us-east-1,ec2/m5.large/linux/on-demand,hour,0.096,0,2026-07-20,kaw\n" +
			"us-east-1,ec2/m6i.large/linux/on-demand,hour,123456.7891234,0,2026-07,inferred:a rule\n",
		"aws/prices/other-us.csv": priceHeader + "\n" +
			"us-east-1,sqs/standard,1M-requests,0.4,0,2025,lam\n" +
			"us-east-1,sqs/standard,1M-requests,0.3,100000.5,2025,lam\n",
		"machines/aws.csv": machineHeader + "\n" +
			"m5.large,2,8,8175m,x86,,96,384,2,,0,0,0,6,8,12.6,15,1610,0.02,33.5,exact,published,current,2026-04,ccf\n" +
			"m6i.large,2,8,,x86,,,,,,,,,,,,,,,,spec-only,,current,2026,cas\n",
		"machines/families.csv": familyHeader + "\naws,m5,5,x86,m6i,\n",
		"sources.csv":           sourceHeader + "\nkaw,a/b,1d92,MIT,2026,prices\n",
	}
	for name, text := range changes {
		files[name] = text
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestLoad(t *testing.T) {
	c, err := Load(small(nil))
	if err != nil {
		t.Fatal(err)
	}
	if c.Version() != "test" || len(c.Clouds()) != 1 || c.Clouds()[0] != "aws" {
		t.Errorf("version %q, clouds %v", c.Version(), c.Clouds())
	}
	p, ok := c.Price("aws", "us-east-1", "ec2/m6i.large/linux/on-demand")
	if !ok || !p.Inferred || p.Tiers[0].USD.String() != "123456.7891234" || p.Date != "2026-07" {
		t.Errorf("%+v %v", p, ok)
	}
	p, ok = c.Price("aws", "us-east-1", "sqs/standard")
	if !ok || len(p.Tiers) != 2 || p.Tiers[1].From.String() != "100000.5" || p.Tiers[1].USD.String() != "0.3" {
		t.Errorf("%+v %v", p, ok)
	}
	if got, ok := c.Successor("aws", "m5.large"); !ok || got != "m6i.large" {
		t.Errorf("successor %q %v", got, ok)
	}
	if s, ok := c.Source("kaw@abc"); !ok || s.Licence != "MIT" {
		t.Errorf("source %+v %v", s, ok)
	}
	if _, ok := c.Grid("aws", "us-east-1"); ok {
		t.Error("a grid from an absent table")
	}
	if s := c.Status(); s.Rows != 4 || s.Oldest != "2025" || s.Newest != "2026-07-20" || s.Inferred != 1 {
		t.Errorf("%+v", s)
	}
}

func TestLoadEmpty(t *testing.T) {
	c, err := Load(fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Price("aws", "us-east-1", "ec2/m5.large/linux/on-demand"); ok || c.Version() != "" || c.WorldGrid().GPerKWh != 0 {
		t.Error("something from nothing")
	}
}

func TestLoadEmptyPriceFile(t *testing.T) {
	c, err := Load(fstest.MapFS{"aws/prices/none.csv": &fstest.MapFile{Data: []byte(priceHeader + "\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if c.HasSKU("aws", "ec2/m5.large/linux/on-demand") || c.Query("aws/") != nil {
		t.Error("something from nothing")
	}
}

// TestLoadSaysWhere: every slip is named with its file and line.
func TestLoadSaysWhere(t *testing.T) {
	line := "us-east-1,ec2/a/linux/on-demand,hour,0.1,0,2026,kaw\n"
	for _, tt := range []struct{ file, text, want string }{
		{"aws/prices/x.csv", "region,sku\n", `aws/prices/x.csv:1: the first line must be "region,sku,unit,price,tier_from,date,source"`},
		{"aws/prices/x.csv", priceHeader + "\n" + line + line, "aws/prices/x.csv:3: not sorted"},
		{"aws/prices/x.csv", priceHeader + "\n" + line + "us-east-1,ec2/A/x,hour,0.1,0,2026,kaw\n", "aws/prices/x.csv:3: not sorted"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,0.1,0,2026\n", "aws/prices/x.csv:2: want 7 fields"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,0.1,0,2026,kaw,x\n", "aws/prices/x.csv:2: want 7 fields"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,0.1,0,,kaw\n", "aws/prices/x.csv:2: date is empty"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,0.1,0,2026,\n", "aws/prices/x.csv:2: source is empty"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,,0.1,0,2026,kaw\n", "aws/prices/x.csv:2: unit is empty"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,1e-3,0,2026,kaw\n", `aws/prices/x.csv:2: price "1e-3" is not a plain decimal`},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,-1,0,2026,kaw\n", `aws/prices/x.csv:2: price "-1" is not a plain decimal`},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,0.0000000000001,0,2026,kaw\n", "more than 12 decimals"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,99999999999999,0,2026,kaw\n", "is not a plain decimal"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,1,0,2026,kaw\nus-east-1,a/b,hour,2,5,2025,kaw\n", "the tiers of a/b in us-east-1 differ"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,sqs/standard,1M-requests,1,0,2025,lam\n", "sqs/standard in us-east-1 has two prices"},
		{"aws/prices/x.csv", priceHeader + "\nus-east-1,a/b,hour,1,0,2026,kaw", "aws/prices/x.csv:2: the last line has no line end"},
		{"machines/aws.csv", "name\n", "machines/aws.csv:1: the first line must be"},
		{"machines/families.csv", familyHeader + "\naws,m5,5\n", "machines/families.csv:2: want 6 fields"},
		{"machines/families.csv", familyHeader + "\naws,m5,5,x86,m6i,\naws,M4,4,x86,m6i,\n", "machines/families.csv:3: not sorted"},
		{"machines/families.csv", familyHeader + "\naws,m5,5,x86,\"m6i\",\n", "without quotes"},
		{"machines/families.csv", familyHeader + "\naws,m5,5,x86,m6i,", "machines/families.csv:1: the last line has no line end"},
		{"carbon/sites.csv", siteHeader + "\naws,*,good,fleet,2024,,,2024,x\n", `carbon/sites.csv:2: pue is "good", not a number`},
	} {
		_, err := Load(small(map[string]string{tt.file: tt.text}))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %q: got %v, want %q", tt.file, tt.text, err, tt.want)
		}
	}
}

func TestLoadFrozen(t *testing.T) {
	c, err := Load(os.DirFS("../../testdata/catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range [][3]string{
		{"aws", "eu-west-1", "ec2/m5.large/linux/on-demand"},
		{"azure", "westeurope", "vm/Standard_D4s_v5/linux/on-demand"},
		{"gcp", "europe-west1", "compute/n2-standard-4/on-demand"},
	} {
		frozen, ok := c.Price(want[0], want[1], want[2])
		if !ok || len(frozen.Tiers) != 1 || frozen.Tiers[0].USD.Sign() <= 0 {
			t.Errorf("%v: %+v %v", want, frozen, ok)
		}
	}
	if c.Version() != "frozen" {
		t.Errorf("version %q", c.Version())
	}
	if m, ok := c.Machine("aws", "m5.large"); !ok || !m.HasWatts() {
		t.Errorf("m5.large: %+v %v", m, ok)
	}
	if _, ok := c.Grid("azure", "westeurope"); !ok || c.WorldGrid().GPerKWh == 0 {
		t.Error("no grid")
	}
}

func TestOpenMatrixRefuses(t *testing.T) {
	for _, data := range []string{"", "region,sku", strings.Repeat("x", 200), awsPrices[:500]} {
		if _, err := openMatrix(data); err == nil {
			t.Errorf("%.20q… of %d bytes was opened", data, len(data))
		}
	}
}
