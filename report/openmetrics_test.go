package report

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// readMetrics has files read by the parser of the Prometheus project's Python
// client and gives, of each, its samples; nil where the machine has no such
// parser, which only a machine that is not CI may lack.
func readMetrics(t *testing.T, files map[string][]byte) map[string][]metricSample {
	t.Helper()
	python := ""
	for _, candidate := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(candidate, "-c", "import prometheus_client.openmetrics.parser").Run() == nil {
			python = candidate
			break
		}
	}
	if python == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("python3 with prometheus_client is missing; .ci/run installs it")
		}
		t.Log("python3 with prometheus_client is missing: what is written is not read by its parser here")
		return nil
	}
	dir := t.TempDir()
	var names []string
	for name, out := range files {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(len(names))), out, 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	script := `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
result = []
for i in range(int(sys.argv[2])):
    with open(sys.argv[1] + "/" + str(i), newline="\n") as f:
        text = f.read()
    try:
        result.append([{"family": m.name, "type": m.type, "unit": m.unit, "help": m.documentation, "name": s.name, "labels": s.labels, "value": float(s.value)}
                       for m in text_string_to_metric_families(text) for s in m.samples])
    except Exception as e:
        result.append([{"name": "", "help": str(e)[:500]}])
json.dump(result, sys.stdout)
`
	cmd := exec.Command(python, "-c", script, dir, fmt.Sprint(len(names)))
	cmd.Env = append(os.Environ(), "PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the parser failed: %v", err)
	}
	var list [][]metricSample
	if err := json.Unmarshal(out, &list); err != nil {
		t.Fatal(err)
	}
	result := map[string][]metricSample{}
	for i, name := range names {
		if samples := list[i]; len(samples) == 1 && samples[0].Name == "" {
			t.Errorf("%s does not parse: %s", name, samples[0].Help)
			continue
		}
		result[name] = list[i]
	}
	return result
}

type metricSample struct {
	Family, Type, Unit, Help, Name string
	Labels                         map[string]string
	Value                          float64
}

func TestOpenMetrics(t *testing.T) {
	files := map[string][]byte{}
	for name, r := range samples() {
		files[name] = formatted(t, "openmetrics", r)
	}
	for name, list := range readMetrics(t, files) {
		for _, s := range list {
			if s.Help == "" || s.Unit != "" && !strings.HasSuffix(s.Family, "_"+s.Unit) || s.Type != "gauge" && s.Type != "info" {
				t.Errorf("%s: %+v", name, s)
			}
			if strings.Contains(s.Family, "cost") != (s.Labels["currency"] != "") {
				t.Errorf("%s: money and its currency: %+v", name, s)
			}
		}
	}
	golden(t, "formats/platform.openmetrics", string(formatted(t, "openmetrics", platform())))
}

// What nobody knows has no sample, and what is deleted neither.
func TestOpenMetricsUnknown(t *testing.T) {
	out := string(formatted(t, "openmetrics", platform()))
	for address, want := range map[string]bool{
		"module.db.aws_db_instance.main": true, "aws_iam_role.app": true /* free is known to be 0 */, "aws_sqs_queue.jobs": false, "aws_foo_bar.x": false, "aws_instance.old": false,
	} {
		if got := strings.Contains(out, `iaclint_resource_monthly_cost{project="payments/prod",address="`+address+`"`); got != want {
			t.Errorf("%s has a sample: %v", address, got)
		}
	}
}

// Two resources of one address are two samples: OpenMetrics refuses the same one
// twice.
func TestOpenMetricsTwice(t *testing.T) {
	r := platform()
	r.Projects[0].Resources = append(r.Projects[0].Resources, r.Projects[0].Resources[0])
	out := string(formatted(t, "openmetrics", r))
	if n := strings.Count(out, `again="2"`); n != 2 {
		t.Errorf("%d samples of the second", n)
	}
	lines := strings.Split(out, "\n")
	slices.Sort(lines)
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" && lines[i] == lines[i-1] {
			t.Errorf("twice: %s", lines[i])
		}
	}
}
