package main

import (
	"path/filepath"
	"strconv"
	"strings"
)

const machineHeader = "name,vcpu,memory_gib,cpu,isa,baseline_pct,host_vcpu,host_memory_gib,host_sockets," +
	"gpu,gpu_count,local_ssd_gb,local_hdd_gb,w_0,w_10,w_50,w_100,host_kg,share,embodied_kg," +
	"match,tdp_quality,generation,date,source"

// writeMachines joins the carbon method's machines with the specifications
// of types that are priced but have no row there.
func writeMachines(from, to string) error {
	baselines := map[string]string{}
	err := eachRow(filepath.Join(from, "carbon", "burstable.csv"), func(r row) error {
		baselines[r.get("provider")+"/"+strings.ToLower(r.get("instance_type"))] = r.get("baseline_pct_per_vcpu")
		return nil
	})
	if err != nil {
		return err
	}
	for _, cloud := range []struct {
		name  string
		specs []string
	}{
		{"aws", []string{"aws_compute_specs.csv", "aws_db_specs.csv"}},
		{"azure", []string{"azure_compute_specs.csv"}},
		{"gcp", []string{"gcp_compute_specs.csv"}},
	} {
		generations, err := generations(from, cloud.name)
		if err != nil {
			return err
		}
		var lines []string
		known := map[string]bool{}
		err = eachRow(filepath.Join(from, "carbon", "instances.csv"), func(r row) error {
			if r.get("provider") != cloud.name {
				return nil
			}
			name := r.get("instance_type")
			known[strings.ToLower(name)] = true
			fields := []string{name}
			for _, c := range []string{"vcpu", "memory_gib", "cpu_key", "isa", "burst_baseline_pct", "host_vcpu", "host_memory_gib",
				"host_sockets", "gpu_key", "gpu_count", "local_ssd_gb", "local_hdd_gb", "w_idle", "w_10", "w_50", "w_100",
				"host_embodied_kg", "resource_share", "instance_embodied_kg_total", "match_quality", "tdp_quality"} {
				fields = append(fields, r.get(c))
			}
			fields = append(fields, generations[name], r.get("vintage"), carbonSource(r.get("source")))
			lines = append(lines, record(fields...))
			return nil
		})
		if err != nil {
			return err
		}
		for _, specs := range cloud.specs {
			err := eachRow(filepath.Join(from, "prices", specs), func(r row) error {
				name := strings.TrimSpace(r.get("instance_type"))
				if base := machineOf(name); known[strings.ToLower(name)] || known[base] || r.get("vcpu") == "" || r.get("memory_gib") == "" {
					return nil
				}
				known[strings.ToLower(name)] = true
				lines = append(lines, specOnly(cloud.name, r, baselines, generations[name]))
				return nil
			})
			if err != nil {
				return err
			}
		}
		if err := writeTable(filepath.Join(to, "machines", cloud.name+".csv"), machineHeader, lines); err != nil {
			return err
		}
	}
	return nil
}

// machineOf strips what a managed service adds to the name of a machine.
func machineOf(name string) string {
	for _, prefix := range []string{"db.", "cache."} {
		if base, ok := strings.CutPrefix(name, prefix); ok {
			return base
		}
	}
	return strings.TrimSuffix(name, ".search")
}

func specOnly(cloud string, r row, baselines map[string]string, generation string) string {
	get := func(column string) string {
		if _, ok := r.columns[column]; !ok {
			return ""
		}
		return r.get(column)
	}
	name := strings.TrimSpace(r.get("instance_type"))
	isa := ""
	switch arch := get("arch"); {
	case strings.HasPrefix(arch, "arm64"):
		isa = "arm64"
	case strings.HasPrefix(arch, "x86"), strings.HasPrefix(arch, "i386"):
		isa = "x86"
	case strings.HasSuffix(arch, "64-bit"): // database classes, Graviton among them
		isa = "x86"
		if graviton(machineOf(name)) {
			isa = "arm64"
		}
	}
	memory := strings.TrimSuffix(r.get("memory_gib"), ".0")
	fields := []string{name, r.get("vcpu"), memory, "", isa, baselines[cloud+"/"+strings.ToLower(name)], "", "", "", "", gpuCount(get("gpu_count")),
		"", "", "", "", "", "", "", "", "", "spec-only", "", generation, r.get("vintage"), r.get("source")}
	return record(fields...)
}

// graviton reports whether the letters behind the generation of an AWS family
// name an Arm processor: m6g, r7gd, x2g.
func graviton(machine string) bool {
	family, _, _ := strings.Cut(machine, ".")
	i := strings.IndexAny(family, "0123456789")
	return i >= 0 && strings.Contains(family[i:], "g")
}

// gpuCount reads a count of accelerators, which some sources write with their
// model or as a share: "8x A100 (NVlink)", "1/6 V710".
func gpuCount(text string) string {
	count, _, _ := strings.Cut(text, " ")
	count = strings.TrimSuffix(count, "x")
	if over, under, share := strings.Cut(count, "/"); share {
		a, errA := strconv.ParseFloat(over, 64)
		b, errB := strconv.ParseFloat(under, 64)
		if errA != nil || errB != nil || b == 0 {
			return ""
		}
		return strconv.FormatFloat(a/b, 'f', -1, 64)
	}
	if count == "0" {
		return ""
	}
	return count
}

// generations reads what the cloud says of its types: "current" or
// "previous".
func generations(from, cloud string) (map[string]string, error) {
	out := map[string]string{}
	if cloud != "aws" {
		return out, nil
	}
	err := eachRow(filepath.Join(from, "prices", "aws_compute_specs.csv"), func(r row) error {
		out[strings.Clone(r.get("instance_type"))] = strings.Clone(r.get("generation"))
		return nil
	})
	return out, err
}
