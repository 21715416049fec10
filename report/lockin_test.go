package report

import (
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func tied() *LockInExplained {
	return &LockInExplained{SchemaVersion: SchemaVersion, Currency: "USD", Projects: []LockInProject{{
		Project: "shop", Score: 38.4, Band: "moderate", Monthly: usd("1000"), Heavy: NumberOf(0.4),
		Services: []LockInService{
			{Service: "RDS for PostgreSQL", Grade: 0, Why: "an open engine", Basis: []string{"an open standard or protocol"}, Alternatives: []string{"Cloud SQL"}, Effort: "S", Monthly: usd("550"), Share: NumberOf(0.55), Weight: 550, Resources: 1, Addresses: []string{"aws_db_instance.main"}},
			{Service: "DynamoDB", Grade: 4, Why: "an API and a model of its own", Basis: []string{"an API of its own only", "no counterpart with the same model"},
				Alternatives: []string{"Cosmos DB, just as closed", "Cassandra or ScyllaDB"}, Effort: "XL: the access patterns are written anew", Monthly: usd("400"), Share: NumberOf(0.4), Weight: 400, Points: 38,
				Resources: 7, Addresses: []string{"aws_dynamodb_table.orders", "aws_dynamodb_table.carts[\"a\"]", "aws_dynamodb_table.carts[\"b\"]", "aws_dynamodb_table.c", "aws_dynamodb_table.d"}, Allowed: "decided in March"},
			{Service: "S3", Grade: 1, Why: "spoken by most clouds", Basis: []string{"a de facto standard"}, Alternatives: []string{"R2", "MinIO"}, Effort: "S–M", Weight: 0, Points: 0.4, Resources: 1, Addresses: []string{"aws_s3_bucket.x"}},
		},
		Inherent: LockInLeft{Resources: 9, Monthly: usd("0"), Types: []string{"aws_iam_role", "aws_vpc"}},
		Ungraded: LockInLeft{Resources: 1, Monthly: usd("50"), Types: []string{"aws_unheard_of"}},
		Exit:     LockInExit{GB: NumberOf(2400), Unsized: 1, ListPrice: usd("207"), WithProgramme: usd("0"), Programmes: []string{"AWS"}, Hours: NumberOf(5.333)},
	}, {
		Project: "empty", Band: "low", Monthly: usd("0"), Services: []LockInService{}, Inherent: LockInLeft{Monthly: usd("0"), Types: []string{}}, Ungraded: LockInLeft{Monthly: usd("0"), Types: []string{}}, Exit: LockInExit{Programmes: []string{}},
	}}}
}

func TestExplainLockIn(t *testing.T) {
	for file, width := range map[string]int{"lock-in-100.text": 100, "lock-in-60.text": 60} {
		var b strings.Builder
		if err := ExplainLockIn(&b, tied(), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		golden(t, file, b.String())
	}
}

func TestLockInFollowsItsSchema(t *testing.T) {
	s := compiled(t, "../docs/schema/lock-in.schema.json")
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(encode(t, tied())))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Error(err)
	}
	doc.(map[string]any)["projects"].([]any)[0].(map[string]any)["band"] = "awful"
	if s.Validate(doc) == nil {
		t.Error("the schema accepts a band of our own")
	}
}
