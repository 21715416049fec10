package provider

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

func TestGradeIsTheSum(t *testing.T) {
	for _, tc := range []struct {
		scores string
		grade  int
	}{
		{"0000", 0}, {"0001", 0}, {"0011", 1}, {"1101", 1}, {"2101", 2}, {"1111", 2},
		{"2102", 3}, {"3102", 3}, {"3112", 4}, {"3222", 4},
	} {
		var s Service
		if err := s.score(tc.scores); err != nil {
			t.Fatal(err)
		}
		if got := s.Grade(); got != tc.grade {
			t.Errorf("scores %s make grade %d, want %d", tc.scores, got, tc.grade)
		}
	}
}

func TestLockIn(t *testing.T) {
	blocks := func(names ...string) cty.Value {
		var out []cty.Value
		for _, n := range names {
			out = append(out, cty.ObjectVal(obj{"name": str(n)}))
		}
		return cty.TupleVal(out)
	}
	for _, tc := range []struct {
		typ    string
		o      model.Values
		grade  int
		atMost bool
	}{
		{"aws_dynamodb_table", model.Values{}, 4, false},
		{"aws_instance", model.Values{"instance_type": str("m7g.large")}, 1, false},
		{"aws_instance", model.Values{"instance_type": str("inf2.xlarge")}, 3, false},
		{"aws_instance", model.Values{"instance_type": cty.DynamicVal}, 3, true},
		{"aws_lambda_function", model.Values{}, 3, false},
		{"aws_lambda_function", model.Values{"package_type": str("Image")}, 2, false},
		{"aws_lambda_function", model.Values{"package_type": str("Zip")}, 3, false},
		{"aws_lambda_function", model.Values{"package_type": cty.DynamicVal}, 3, true},
		{"aws_db_instance", model.Values{"engine": str("postgres")}, 0, false},
		{"aws_db_instance", model.Values{"engine": str("sqlserver-se")}, 1, false},
		{"aws_elasticache_replication_group", model.Values{"engine": cty.DynamicVal}, 0, false},
		{"azurerm_cosmosdb_account", model.Values{"kind": str("GlobalDocumentDB")}, 4, false},
		{"azurerm_cosmosdb_account", model.Values{"kind": str("MongoDB")}, 2, false},
		{"azurerm_cosmosdb_account", model.Values{"capabilities": blocks("EnableServerless", "EnableCassandra")}, 2, false},
		{"azurerm_cosmosdb_account", model.Values{"capabilities": blocks("EnableServerless")}, 4, false},
		{"google_container_cluster", model.Values{"enable_autopilot": cty.True}, 1, false},
		{"google_container_cluster", model.Values{"enable_autopilot": cty.NullVal(cty.Bool)}, 1, false},
		{"google_bigquery_table", model.Values{"biglake_configuration": cty.TupleVal([]cty.Value{
			cty.ObjectVal(obj{"table_format": str("ICEBERG")}),
		})}, 2, false},
		{"google_bigquery_table", model.Values{"biglake_configuration": cty.EmptyTupleVal}, 3, false},
		{"kubernetes_deployment_v1", model.Values{}, 0, false},
		{"aws_iam_role_policy_attachment", model.Values{}, -1, false},
	} {
		got := ofType(tc.typ).LockIn(tc.typ, tc.o)
		if got.Grade != tc.grade || strings.HasPrefix(got.Why, "at most") != tc.atMost {
			t.Errorf("%s %v: grade %d (%s), want %d, at most: %v", tc.typ, tc.o, got.Grade, got.Why, tc.grade, tc.atMost)
		}
		if got.Grade >= 0 && (got.Service == "" || got.Why == "" || got.Effort == "" || len(got.Alternatives) == 0) {
			t.Errorf("%s: %+v leaves something out", tc.typ, got)
		}
	}
	if !Of("aws").LockIn("aws_vpc", model.Values{}).Inherent {
		t.Error("a network is inherent")
	}
	if got := Of("aws").LockIn("aws_lambda_function", nil); got.Grade != 3 || !strings.HasPrefix(got.Why, "at most") {
		t.Errorf("without an object: %+v, want at most 3", got)
	}
}

func TestServicesAreWhole(t *testing.T) {
	count := 0
	seen := map[*grades]bool{}
	for _, p := range All() {
		if seen[p.grades] {
			continue
		}
		seen[p.grades] = true
		plain := map[string]string{} // type -> service whose row has no selector
		for _, s := range p.Services() {
			count++
			if s.Name == "" || s.Why == "" || s.Effort == "" || len(s.Alternatives) == 0 {
				t.Errorf("%s leaves something out: %+v", s.Name, s)
			}
			if !strings.Contains(" S S–M M M–L M–XL L L–XL XL ", " "+s.Effort+" ") {
				t.Errorf("%s: effort %q is no band", s.Name, s.Effort)
			}
			for _, typ := range s.Types {
				owner := ofType(typ)
				switch {
				case owner == nil:
					t.Errorf("%s: no provider has the type %s", s.Name, typ)
				case owner.Cloud() == "": // a vendor on several clouds, whose types we have no table of
				case owner.Type(typ).Class == model.Unknown:
					t.Errorf("%s: %s is in no type table", s.Name, typ)
				}
				if s.When == "" {
					if other, twice := plain[typ]; twice {
						t.Errorf("%s and %s both grade every %s", other, s.Name, typ)
					}
					plain[typ] = s.Name
				}
			}
		}
		for _, s := range p.Services() {
			for _, typ := range s.Types {
				if _, ok := plain[typ]; !ok {
					t.Errorf("%s: %s has rows with selectors only", s.Name, typ)
				}
			}
		}
	}
	if count < 190 {
		t.Errorf("%d services are graded, want at least 190", count)
	}
}

func TestReadGradesSaysWhereTheSlipIs(t *testing.T) {
	for _, tc := range []struct{ line, want string }{
		{"only\ttwo", "2 fields"},
		{"X\ta_b\t-\t9000\t-\twhy\twhere\tS\t-", "Digit 1"},
		{"X\ta_b\t-\t012\t-\twhy\twhere\tS\t-", "four digits"},
		{"X\ta_b\tengine\t0000\t-\twhy\twhere\tS\t-", "path=value"},
		{"X\ta_b\tengine=[\t0000\t-\twhy\twhere\tS\t-", "malformed"},
	} {
		book := readGrades("lockin/x.tsv", "# comment\n"+tc.line+"\nY\ta_c\t-\t0000\t-\twhy\twhere\tS\t-\n")
		if len(book.diags) != 1 || !strings.Contains(book.diags[0].Detail, tc.want) || book.diags[0].Subject.Start.Line != 2 {
			t.Errorf("%q: %v, want one about %q in line 2", tc.line, book.diags, tc.want)
		}
		if len(book.rows) != 1 || book.rows[0].Name != "Y" {
			t.Errorf("%q: the line after a slip is lost: %+v", tc.line, book.rows)
		}
	}
}
