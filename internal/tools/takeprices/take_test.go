package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".csv") {
			text = header + "\n" + text
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTake(t *testing.T) {
	data, over := t.TempDir(), t.TempDir()
	write(t, data, map[string]string{
		"version.txt": "2026.01\n",
		"aws/prices/ec2-us.csv": "us-east-1,ec2/a/linux/on-demand,hour,0.1,0,2025-01-01,lam\n" +
			"us-east-1,ec2/b/linux/on-demand,hour,0.2,0,2025-01-01,lam\n" +
			"us-east-1,ec2/c/linux/on-demand,hour,0.3,0,2025-01-01,inferred:a rule\n",
		"aws/prices/ec2-reserved-us.csv": "us-east-1,ec2/a/linux/ri1y-std-no,hour,0.05,0,2025-01-01,lam\n",
		"aws/prices/other-us.csv":        "us-east-1,sqs/standard,1M-requests,0.4,0,2025-01-01,lam\nus-east-1,sqs/standard,1M-requests,0.3,100000,2025-01-01,lam\n",
		"aws/prices/read-vpc.csv":        "us-east-1,vpc/nat-gateway/data,GB,0.045,0,2025-01-01,lam\nus-east-1,vpc/nat-gateway/hour,hour,0.045,0,2025-01-01,lam\n",
		"gcp/prices/disk-us.csv":         "us-central1,disk/pd-ssd/capacity,GiB-month,0.17,0,2025-01-01,gco\n",
	})
	const list = ",2026-11-01,aws-price-list\n"
	write(t, over, map[string]string{
		"aws/prices/ec2.csv": "us-east-1,ec2/a/linux/on-demand,hour,0.1,0" + list + // the same
			"us-east-1,ec2/b/linux/on-demand,hour,0.25,0" + list + // moved
			"us-east-1,ec2/bb/linux/on-demand,hour,0.7,0" + list + // new
			"us-east-1,ec2/bb/linux/ri1y-std-no,hour,0.4,0" + list + // new, among its like
			"us-east-1,ec2/c/linux/on-demand,hour,0.3,0" + list, // was inferred
		"aws/prices/sqs.csv": "us-east-1,sqs/standard,1M-requests,0.4,0" + list,
		"aws/prices/vpc.csv": "us-east-1,vpc/nat-gateway/data,GB,0.045,0" + list + "us-east-1,vpc/nat-gateway/hour,hour,0.05,0" + list,
		"packed/aws.bin":     "made elsewhere",
	})
	seal := catalogue.OverlayList{Day: "2026-11-21", Parts: []catalogue.OverlayPart{{Cloud: "aws", Service: "ec2", Region: "us-east-1", Day: "2026-11-21", Prices: 5}}}
	if err := catalogue.SealOverlay(over, seal, []string{"aws/prices/ec2.csv", "aws/prices/sqs.csv", "aws/prices/vpc.csv", "packed/aws.bin"}); err != nil {
		t.Fatal(err)
	}
	byHand := read(t, data, "aws/prices/read-vpc.csv")
	untouched := read(t, data, "gcp/prices/disk-us.csv")
	var said strings.Builder
	if err := run(over, data, &said); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"aws/prices/ec2-us.csv": header + "\nus-east-1,ec2/a/linux/on-demand,hour,0.1,0,2025-01-01,lam\n" +
			"us-east-1,ec2/b/linux/on-demand,hour,0.25,0" + list +
			"us-east-1,ec2/bb/linux/on-demand,hour,0.7,0" + list +
			"us-east-1,ec2/c/linux/on-demand,hour,0.3,0" + list,
		"aws/prices/ec2-reserved-us.csv": header + "\nus-east-1,ec2/a/linux/ri1y-std-no,hour,0.05,0,2025-01-01,lam\n" +
			"us-east-1,ec2/bb/linux/ri1y-std-no,hour,0.4,0" + list,
		"aws/prices/other-us.csv": header + "\nus-east-1,sqs/standard,1M-requests,0.4,0" + list,
		"aws/prices/read-vpc.csv": byHand,
		"gcp/prices/disk-us.csv":  untouched,
		"version.txt":             "2026.11\n",
	} {
		if got := read(t, data, name); got != want {
			t.Errorf("%s is\n%swant\n%s", name, got, want)
		}
	}
	want := "- aws: 3 prices moved, 2 are new, 2 cost what they did\n" +
		"  - read by hand and left alone: `us-east-1,vpc/nat-gateway/hour: 0.045 per hour from 0 there, 0.05 per hour from 0 on the list`\n" +
		"- azure: 0 prices moved, 0 are new, 0 cost what they did\n- gcp: 0 prices moved, 0 are new, 0 cost what they did\n"
	if said.String() != want {
		t.Errorf("said\n%swant\n%s", said.String(), want)
	}
	if _, err := catalogue.Load(os.DirFS(data)); err != nil {
		t.Error(err)
	}
	// Once more changes nothing, not even the edition.
	write(t, data, map[string]string{"version.txt": "kept\n"})
	if err := run(over, data, &said); err != nil || read(t, data, "version.txt") != "kept\n" {
		t.Error("a second time changed something", err)
	}
	if err := run(t.TempDir(), data, &said); err == nil {
		t.Error("a folder without an overlay was taken")
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
