package parser

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestInheritedGrade: what decides the grade of lock-in may stand elsewhere: the
// engine of a replica is its source's, the size of a machine its template's.
// Where that place is not in the plan, the grade is the highest it can be.
func TestInheritedGrade(t *testing.T) {
	dir := t.TempDir()
	const source = `
variable "arn" {}
resource "aws_db_instance" "oracle" { engine = "oracle-ee" }
resource "aws_db_instance" "replica" { replicate_source_db = aws_db_instance.oracle.identifier }
resource "aws_db_instance" "second" { replicate_source_db = aws_db_instance.replica.arn }
resource "aws_db_instance" "elsewhere" { replicate_source_db = "arn:aws:rds:us-east-1:111122223333:db:orders" }
resource "aws_db_instance" "unknown" { replicate_source_db = var.arn }
resource "aws_db_instance" "restored" { snapshot_identifier = "orders-2026" }
resource "aws_db_instance" "open" { engine = "postgres" }
resource "aws_db_instance" "open_replica" { replicate_source_db = aws_db_instance.open.arn }
resource "aws_launch_template" "chips" {
  name          = "chips"
  instance_type = "inf2.xlarge"
}
resource "aws_instance" "chips" {
  launch_template { id = aws_launch_template.chips.id }
}
resource "aws_instance" "named" {
  launch_template { name = "chips" }
}
resource "aws_instance" "own" {
  instance_type = "m7g.large"
  launch_template { id = aws_launch_template.chips.id }
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Load(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]struct {
		grade  int
		atMost bool
	}{
		"aws_db_instance.oracle":       {1, false},
		"aws_db_instance.replica":      {1, false},
		"aws_db_instance.second":       {1, false},
		"aws_db_instance.elsewhere":    {1, true},
		"aws_db_instance.unknown":      {1, true},
		"aws_db_instance.restored":     {1, true},
		"aws_db_instance.open":         {0, false},
		"aws_db_instance.open_replica": {0, false},
		"aws_launch_template.chips":    {3, false},
		"aws_instance.chips":           {3, false},
		"aws_instance.named":           {3, false},
		"aws_instance.own":             {1, false},
	}
	for _, r := range p.Resources {
		w, ok := want[r.Address]
		if delete(want, r.Address); !ok || r.LockIn.Grade != w.grade || r.LockIn.AtMost != w.atMost {
			t.Errorf("%s: grade %d, at most %v; want %+v", r.Address, r.LockIn.Grade, r.LockIn.AtMost, w)
		}
	}
	if len(want) > 0 {
		t.Errorf("not there: %v", want)
	}
}
