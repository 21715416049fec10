package tree

import (
	"os"
	"path/filepath"
	"testing"
)

// folderOf writes files and loads them.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		at := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

func load(t *testing.T, tofu bool, files map[string]string) *Module {
	t.Helper()
	l, err := NewLoader(write(t, files), tofu)
	if err != nil {
		t.Fatal(err)
	}
	mod, err := l.Module(".")
	if err != nil {
		t.Fatal(err)
	}
	return mod
}

func TestResource(t *testing.T) {
	mod := load(t, false, map[string]string{"main.tf": `
resource "aws_instance" "web" {
  count         = var.n
  provider      = "aws.west"
  depends_on    = [aws_vpc.main]
  instance_type = "t3.micro"
  tags          = { Name = "web-${count.index}" }
  ebs_block_device { volume_size = 10 }
  dynamic "ebs_block_device" {
    for_each = var.disks
    content { volume_size = ebs_block_device.value }
  }
  lifecycle { enabled = var.on }
  provisioner "local-exec" { command = "true" }
  connection { host = self.private_ip }
}
`})
	if mod.Diagnostics.HasErrors() {
		t.Fatal(mod.Diagnostics)
	}
	r := mod.Resources[0]
	if len(r.Body.Attrs) != 2 || len(r.Body.Blocks) != 2 || r.Count == nil || r.Enabled == nil || len(r.DependsOn) != 1 {
		t.Fatalf("%+v", r)
	}
	if ref := r.Provider.Refs[0]; ref.RootName() != "aws" || len(ref) != 2 {
		t.Fatalf("provider: %v", ref)
	}
	if !r.Body.Attrs["instance_type"].Constant || r.Body.Attrs["tags"].Constant {
		t.Fatal("constant")
	}
	if r.Range.Start.Line != 2 || r.Range.End.Line != 16 || r.Range.Filename != "main.tf" {
		t.Fatal(r.Range)
	}
}
