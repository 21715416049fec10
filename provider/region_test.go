package provider

import (
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
)

func str(s string) cty.Value { return cty.StringVal(s) }

func TestRegionOf(t *testing.T) {
	unknown := cty.UnknownVal(cty.String)
	for _, tc := range []struct {
		typ  string
		o    model.Values
		want string
	}{
		{"aws_instance", model.Values{"region": str("eu-west-1")}, "eu-west-1"},
		{"aws_instance", model.Values{"region": unknown, "availability_zone": str("us-east-1a")}, "us-east-1"},
		{"aws_instance", model.Values{"availability_zone": str("us-gov-west-1b")}, "us-gov-west-1"},
		{"aws_subnet", model.Values{"availability_zone": str("us-west-2-lax-1a")}, "us-west-2"},
		{"aws_sqs_queue", model.Values{"arn": str("arn:aws:sqs:ap-south-1:123456789012:q")}, "ap-south-1"},
		{"aws_s3_bucket", model.Values{"arn": str("arn:aws:s3:::b")}, ""},
		{"aws_instance", model.Values{}, ""},
		{"aws_instance", model.Values{"region": str("")}, ""},
		{"aws_iam_role", model.Values{}, "global"},
		{"aws_new_thing", model.Values{"region": str("us-east-2")}, "us-east-2"},
		{"azurerm_managed_disk", model.Values{"location": str("West Europe")}, "westeurope"},
		{"azurerm_managed_disk", model.Values{"location": unknown}, ""},
		{"azurerm_subnet", model.Values{"resource_group_name": str("rg")}, ""},
		{"google_compute_instance", model.Values{"zone": str("europe-west1-b")}, "europe-west1"},
		{"google_compute_disk", model.Values{"zone": str("https://compute.example.org/v1/projects/my-proj1/zones/us-central1-a")}, "us-central1"},
		{"google_container_cluster", model.Values{"location": str("us-east4")}, "us-east4"},
		{"google_container_cluster", model.Values{"location": str("us-east4-c")}, "us-east4"},
		{"google_storage_bucket", model.Values{"location": str("EU")}, "eu"},
		{"google_storage_bucket", model.Values{"location": str("NAM4")}, "nam4"},
		{"google_spanner_instance", model.Values{"config": str("regional-europe-west4")}, "europe-west4"},
		{"google_spanner_instance", model.Values{"config": str("nam-eur-asia1")}, "nam-eur-asia1"},
		{"google_compute_global_address", model.Values{}, "global"},
	} {
		got, ok := ofType(tc.typ).RegionOf(tc.typ, tc.o)
		if got.Name != tc.want || ok != (tc.want != "") || ok && got.Basis != model.FromResource {
			t.Errorf("%s %v: %+v, %v; want %q", tc.typ, tc.o, got, ok, tc.want)
		}
	}
}

func TestRegionOfSaysWhenItIsNotKnownYet(t *testing.T) {
	got, ok := Of("azurerm").RegionOf("azurerm_managed_disk", model.Values{"location": cty.DynamicVal})
	if ok || !strings.Contains(got.Reason, "location") {
		t.Errorf("%+v, %v; want a reason that names location", got, ok)
	}
	got, ok = Of("azurerm").RegionOf("azurerm_managed_disk", nil)
	if ok || got.Basis != model.FromNothing {
		t.Errorf("%+v, %v for no object", got, ok)
	}
}

func TestRegionFromConfig(t *testing.T) {
	for _, tc := range []struct {
		provider string
		block    map[string]cty.Value
		want     string
		reason   string
	}{
		{"aws", map[string]cty.Value{"region": str("eu-central-1")}, "eu-central-1", ""},
		{"aws", nil, "", "AWS_REGION"},
		{"aws", map[string]cty.Value{"region": cty.DynamicVal}, "", "region has no constant value"},
		{"google", map[string]cty.Value{"zone": str("us-east1-b")}, "us-east1", ""},
		{"google", map[string]cty.Value{"region": str("us-west1"), "zone": str("us-east1-b")}, "us-west1", ""},
		{"azurerm", map[string]cty.Value{"location": str("eastus")}, "", "no region argument"},
	} {
		got := Of(tc.provider).RegionFromConfig(func(name string) cty.Value {
			if v, ok := tc.block[name]; ok {
				return v
			}
			return cty.NullVal(cty.DynamicPseudoType)
		})
		if got.Name != tc.want || !strings.Contains(got.Reason, tc.reason) || (got.Name == "") != (got.Basis == model.FromNothing) {
			t.Errorf("%s %v: %+v; want %q because of %q", tc.provider, tc.block, got, tc.want, tc.reason)
		}
	}
}

func TestParentPaths(t *testing.T) {
	for _, tc := range []struct {
		typ  string
		want []string
	}{
		{"azurerm_linux_virtual_machine", []string{"resource_group_name"}},
		{"azurerm_storage_container", []string{"storage_account_id", "storage_account_name", "resource_group_name"}},
		{"azurerm_api_management_product", []string{"api_management_name", "resource_group_name"}},
		{"google_bigquery_table", []string{"dataset_id"}},
		{"aws_instance", nil},
	} {
		got := ofType(tc.typ).ParentPaths(tc.typ)
		if len(got) < len(tc.want) || !slices.Equal(got[:len(tc.want)], tc.want) {
			t.Errorf("%s: %v, want it to begin with %v", tc.typ, got, tc.want)
		}
	}
}

// ofType returns the provider whose name begins the type.
func ofType(typ string) *Provider {
	name, _, _ := strings.Cut(typ, "_")
	return Of(name)
}
