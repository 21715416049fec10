package parser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkSource reads trees of source: stacks that each call a module of ten
// resources, with variables, locals, count, for_each and references.
func BenchmarkSource(b *testing.B) {
	const module = `
variable "name" {}
variable "size" { default = 20 }
locals {
  tags = merge({ Name = var.name }, { team = "shop" })
}
resource "aws_vpc" "main" {
  cidr_block = cidrsubnet("10.0.0.0/8", 8, length(var.name))
  tags       = local.tags
}
resource "aws_subnet" "part" {
  count      = 3
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)
  tags       = merge(local.tags, { part = tostring(count.index) })
}
resource "aws_instance" "web" {
  for_each      = { a = "t3.micro", b = "m5.large" }
  instance_type = each.value
  subnet_id     = aws_subnet.part[0].id
  tags          = local.tags
  root_block_device { volume_size = var.size }
}
resource "aws_ebs_volume" "data" {
  count             = 4
  availability_zone = aws_subnet.part[count.index % 3].availability_zone
  size              = var.size * (count.index + 1)
  type              = "gp3"
  tags              = local.tags
}
output "vpc" { value = aws_vpc.main.id }
`
	for _, stacks := range []int{10, 100} {
		b.Run(fmt.Sprint(stacks*10), func(b *testing.B) {
			dir := b.TempDir()
			main := "provider \"aws\" { region = \"eu-west-1\" }\n"
			for i := range stacks {
				name := fmt.Sprintf("s%03d", i)
				at := filepath.Join(dir, "modules", name)
				if err := os.MkdirAll(at, 0o755); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(at, "main.tf"), []byte(module), 0o644); err != nil {
					b.Fatal(err)
				}
				main += fmt.Sprintf("module %q {\n  source = \"./modules/%s\"\n  name   = %q\n}\n", name, name, name)
			}
			if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(main), 0o644); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				plan, err := Load(context.Background(), dir, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if len(plan.Resources) != stacks*10 {
					b.Fatalf("%d resources", len(plan.Resources))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*stacks*10), "µs/res")
		})
	}
}
