package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// tableFormat says what a small table must look like: its header, and which
// columns are numbers.
type tableFormat struct {
	header string
	number string // names of the number columns, separated by commas
}

// formats holds every small table by its place below the root.
func formats() map[string]tableFormat {
	const machineNumbers = "vcpu,memory_gib,baseline_pct,host_vcpu,host_memory_gib,host_sockets,gpu_count," +
		"local_ssd_gb,local_hdd_gb,w_0,w_10,w_50,w_100,host_kg,share,embodied_kg"
	return map[string]tableFormat{
		"machines/aws.csv":                {machineHeader, machineNumbers},
		"machines/azure.csv":              {machineHeader, machineNumbers},
		"machines/gcp.csv":                {machineHeader, machineNumbers},
		"machines/cpus.csv":               {cpuHeader, "vcpu_per_socket,max_sockets,tdp_w"},
		"machines/gpus.csv":               {gpuHeader, "tdp_w,embodied_kg,embodied_kg_low,embodied_kg_high"},
		"machines/families.csv":           {familyHeader, ""},
		"carbon/grid-odbl/intensity.csv":  {gridHeader, "gco2e_kwh"},
		"carbon/grid-ember/intensity.csv": {emberHeader, "gco2e_kwh"},
		"carbon/marginal.csv":             {marginalHeader, "gco2e_kwh"},
		"carbon/sites.csv":                {siteHeader, "pue,wue_l_kwh"},
		"carbon/fallback.csv":             {fallbackHeader, "tdp_w_per_vcpu,tdp_p10,tdp_p90,host_kg_per_vcpu,host_p10,host_p90"},
		"carbon/storage.csv":              {storageHeader, "w_per_tb,replication"},
		"carbon/factors.csv":              {componentHeader, "value,low,high"},
		"commitments.csv":                 {commitmentHeader, "factor,low,high"},
		"places.csv":                      {placeHeader, "latitude,longitude"},
		"regions.csv":                     {regionHeader, ""},
		"sources.csv":                     {sourceHeader, ""},
	}
}

// Load reads a catalogue from text files laid out as data/ is (README.md),
// checking every line. A file that is not there is an empty table.
func Load(fsys fs.FS) (*Catalogue, error) {
	c := &Catalogue{tables: map[string]table{}}
	for name, format := range formats() {
		text, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if err := format.check(string(text)); err != nil {
			return nil, fmt.Errorf("%s:%w", name, err)
		}
		c.tables[name] = table(text)
	}
	if text, err := fs.ReadFile(fsys, "version.txt"); err == nil {
		c.version = string(text)
	}
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if _, err := fs.Stat(fsys, e.Name()+"/prices"); !e.IsDir() || err != nil {
			continue
		}
		packed, err := Pack(fsys, e.Name())
		if err != nil {
			return nil, err
		}
		m, err := openMatrix(string(packed))
		if err != nil {
			return nil, err
		}
		c.prices = append(c.prices, cloudPrices{e.Name(), []*matrix{m}})
	}
	return c, nil
}

// check reports the first slip of a table, as "line: what".
func (f tableFormat) check(text string) error {
	if !strings.HasSuffix(text, "\n") {
		return errors.New("1: the last line has no line end")
	}
	columns := strings.Split(f.header, ",")
	last := ""
	n := 0
	for l := range strings.Lines(text) {
		n++
		l = strings.TrimSuffix(l, "\n")
		if n == 1 {
			if l != f.header {
				return fmt.Errorf("1: the first line must be %q", f.header)
			}
			continue
		}
		fields := strings.Split(l, ",")
		if len(fields) != len(columns) || strings.ContainsAny(l, "\"\r") {
			return fmt.Errorf("%d: want %d fields without quotes: %s", n, len(columns), f.header)
		}
		if n > 2 && compareFold(last, l) >= 0 {
			return fmt.Errorf("%d: not sorted (without regard to case), or the same twice", n)
		}
		last = l
		for _, name := range strings.Split(f.number, ",") {
			i := slices.Index(columns, name)
			if i < 0 || fields[i] == "" {
				continue
			}
			if _, err := strconv.ParseFloat(fields[i], 64); err != nil {
				return fmt.Errorf("%d: %s is %q, not a number", n, name, fields[i])
			}
		}
	}
	return nil
}
