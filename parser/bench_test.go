package parser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/iaclint/iaclint/jsonscan"
)

// synthetic is a plan of n resources in modules of fifty, a third of them
// created, the rest left alone, as wide as real ones.
func synthetic(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"format_version":"1.2","terraform_version":"1.11.4","variables":{"region":{"value":"eu-west-1"}},"planned_values":{"root_module":{"child_modules":[`)
	values := func(i int) string {
		return fmt.Sprintf(`{"ami":"ami-%08x","arn":null,"associate_public_ip_address":false,"availability_zone":null,"cpu_options":[],"credit_specification":[{"cpu_credits":"unlimited"}],"disable_api_stop":null,"ebs_block_device":[{"delete_on_termination":true,"device_name":"/dev/sdf","iops":3000,"volume_size":%d,"volume_type":"gp3"}],"ebs_optimized":true,"iam_instance_profile":"app-%d","instance_type":"m5.%s","key_name":null,"metadata_options":[{"http_endpoint":"enabled","http_tokens":"required"}],"monitoring":true,"root_block_device":[{"encrypted":true,"volume_size":50,"volume_type":"gp2"}],"subnet_id":"subnet-%08x","tags":{"CostCenter":"cc-%d","Environment":"prod","Name":"app-%d","Owner":"team-%d"},"tags_all":{"CostCenter":"cc-%d","Environment":"prod","ManagedBy":"terraform","Name":"app-%d","Owner":"team-%d"},"tenancy":"default","user_data":null,"user_data_replace_on_change":false,"vpc_security_group_ids":["sg-%08x","sg-%08x"]}`,
			i, 20+i%500, i%10, []string{"large", "xlarge", "2xlarge"}[i%3], i%100, i%40, i%10, i%7, i%40, i%10, i%7, i%50, i%51)
	}
	place := func(i int) string { return fmt.Sprintf("module.stack[%d].aws_instance.app[%d]", i/50, i%50) }
	for i := range n {
		if i%50 == 0 {
			if i > 0 {
				b.WriteString(`]},`)
			}
			fmt.Fprintf(&b, `{"address":"module.stack[%d]","resources":[`, i/50)
		} else {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"address":%q,"mode":"managed","type":"aws_instance","name":"app","index":%d,"provider_name":"registry.terraform.io/hashicorp/aws","schema_version":1,"values":%s,"sensitive_values":{"tags":{}}}`, place(i), i%50, values(i))
	}
	b.WriteString(`]}]}},"resource_changes":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"address":%q,"module_address":"module.stack[%d]","mode":"managed","type":"aws_instance","name":"app","index":%d,"provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":`, place(i), i/50, i%50)
		if i%3 == 0 {
			fmt.Fprintf(&b, `["create"],"before":null,"after":%s,"after_unknown":{"arn":true,"id":true,"tags":{}},"before_sensitive":false,"after_sensitive":{"tags":{}}}}`, values(i))
		} else {
			fmt.Fprintf(&b, `["no-op"],"before":%s,"after":%s,"after_unknown":{},"before_sensitive":{"tags":{}},"after_sensitive":{"tags":{}}}}`, values(i), values(i))
		}
	}
	b.WriteString(`],"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws","expressions":{"region":{"references":["var.region"]}}}},"root_module":{"module_calls":{"stack":{"module":{"resources":[{"address":"aws_instance.app","mode":"managed","type":"aws_instance","name":"app","provider_config_key":"aws","expressions":{"instance_type":{"references":["var.size"]},"tags":{"references":["local.tags"]}},"schema_version":1}]}}},"variables":{"region":{}}}}}`)
	return []byte(b.String())
}

const benchResources = 2000

var benchFile = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "plan")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "plan.json")
	return path, os.WriteFile(path, synthetic(benchResources), 0o600)
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := benchFile(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

func perResource(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/benchResources, "µs/res")
}

// BenchmarkScan is the first pass alone.
func BenchmarkScan(b *testing.B) {
	plan := synthetic(benchResources)
	b.SetBytes(int64(len(plan)))
	b.ReportAllocs()
	for b.Loop() {
		in := &input{path: "plan.json"}
		in.hold(plan)
		if _, err := in.scan(); err != nil {
			b.Fatal(err)
		}
	}
	perResource(b)
}

// BenchmarkSkip is what the first pass cannot be faster than.
func BenchmarkSkip(b *testing.B) {
	plan := synthetic(benchResources)
	b.SetBytes(int64(len(plan)))
	c := jsonscan.New(plan, 0)
	for b.Loop() {
		c.Pos = 0
		if err := c.Skip(); err != nil {
			b.Fatal(err)
		}
	}
	perResource(b)
}

// BenchmarkLoad is both passes, with region and tags, from a file.
func BenchmarkLoad(b *testing.B) {
	path, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		p, err := Load(context.Background(), path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		p.Close()
	}
	perResource(b)
}

// BenchmarkAttr decodes the four attributes a card reads, of every resource.
func BenchmarkAttr(b *testing.B) {
	path, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	p := mustLoad(b, path)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range p.Resources {
			for _, name := range []string{"instance_type", "tenancy", "root_block_device", "ebs_block_device"} {
				if r.After.Attr(name).IsNull() {
					b.Fatal(name, " is null")
				}
			}
			r.After.Release()
		}
	}
	perResource(b)
}

// BenchmarkGraph works out all references, both ways.
func BenchmarkGraph(b *testing.B) {
	path, err := benchFile()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p := mustLoad(b, path)
		for _, r := range p.Resources {
			p.Graph.ReferencedBy(r)
		}
	}
	perResource(b)
}
