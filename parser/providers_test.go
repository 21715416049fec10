package parser

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// configured puts a configuration section together: provider blocks, resource
// blocks of the root, and whatever else stands in the root module.
func configured(variables, providers, resources, rest string) string {
	return `,"variables":{` + variables + `},"configuration":{"provider_config":{` + providers + `},"root_module":{"resources":[` + resources + `]` + rest + `}}`
}

func blockOf(address, provider, expressions string) string {
	parts := steps(address)
	return fmt.Sprintf(`{"address":%q,"mode":"managed","type":%q,"name":%q,"provider_config_key":%q,"expressions":{%s}}`, address, parts[0], parts[1], provider, expressions)
}

func providerBlock(key, name, more string) string {
	return fmt.Sprintf(`%q:{"name":%q,"full_name":"registry.terraform.io/hashicorp/%s"%s}`, key, name, name, more)
}

// TestProviderRegion finds the region of an instance that says none itself.
func TestProviderRegion(t *testing.T) {
	region := func(expression string) string { return `,"expressions":{"region":` + expression + `}` }
	for _, test := range []struct {
		name, variables, block, rest string
		want                         model.Region
	}{
		{"constant", ``, region(`{"constant_value":"eu-west-1"}`), ``, model.Region{Name: "eu-west-1", Basis: model.FromProvider}},
		{"variable", `"r":{"value":"eu-west-2"}`, region(`{"references":["var.r"]}`), `,"variables":{"r":{"default":"us-east-1"}}`, model.Region{Name: "eu-west-2", Basis: model.FromProvider}},
		{"default", ``, region(`{"references":["var.r"]}`), `,"variables":{"r":{"default":"us-east-1"}}`, model.Region{Name: "us-east-1", Basis: model.FromProvider}},
		{"inside a variable", `"c":{"value":{"at":["eu-north-1"]}}`, region(`{"references":["var.c.at[0]","var.c.at","var.c"]}`), `,"variables":{"c":{}}`, model.Region{Name: "eu-north-1", Basis: model.FromProvider}},
		{"several", `"a":{"value":"eu"},"b":{"value":"1"}`, region(`{"references":["var.a","var.b"]}`), ``, model.Region{Basis: model.FromNothing, Reason: "provider aws: region is var.a, var.b, which has no constant value"}},
		{"local", ``, region(`{"references":["local.r"]}`), ``, model.Region{Basis: model.FromNothing, Reason: "provider aws: region is local.r, which has no constant value"}},
		{"secret", `"r":{"value":"eu-west-2"}`, region(`{"references":["var.r"]}`), `,"variables":{"r":{"sensitive":true}}`, model.Region{Basis: model.FromNothing, Reason: "provider aws: region is var.r, which has no constant value"}},
	} {
		p := mustParse(t, planOf("", configured(test.variables, providerBlock("aws", "aws", test.block), blockOf("aws_eip.a", "aws", ""), test.rest),
			entry("aws_eip.a", `["create"]`, `null`, `{}`, "")))
		r := at(t, p, "aws_eip.a")
		if r.Region != test.want || r.Provider == nil || r.Provider != p.Providers[0] {
			t.Errorf("%s: %+v, want %+v", test.name, r.Region, test.want)
		}
	}
}

func TestDefaultRegion(t *testing.T) {
	doc := planOf("", configured("", providerBlock("aws", "aws", ""), blockOf("aws_eip.a", "aws", ""), ""), entry("aws_eip.a", `["create"]`, `null`, `{}`, ""))
	p := mustParse(t, doc)
	if r := p.Resources[0].Region; r.Name != "" || !strings.Contains(r.Reason, "sets no region") {
		t.Errorf("without a default: %+v", r)
	}
	for _, doc := range []string{doc, planOf("", "", entry("aws_eip.a", `["create"]`, `null`, `{}`, ""))} {
		p, err := Load(context.Background(), "-", Options{Stdin: strings.NewReader(doc), DefaultRegion: map[string]string{"aws": "eu-central-1"}})
		if err != nil {
			t.Fatal(err)
		}
		if r := p.Resources[0].Region; r.Name != "eu-central-1" || r.Basis != model.FromDefault {
			t.Errorf("with a default: %+v", r)
		}
	}
}

// TestModuleProviders: a module has its own block, its parent's, or one that
// takes its region from what the call passes.
func TestModuleProviders(t *testing.T) {
	inModule := func(module, key string) string {
		return fmt.Sprintf(`{"address":%q,"module_address":%q,"mode":"managed","type":"aws_eip","name":"a","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,"after":{}}}`, module+key+".aws_eip.a", module+key)
	}
	module := func(provider string) string {
		return `"module":{"resources":[` + blockOf("aws_eip.a", provider, "") + `],"variables":{"where":{}}}`
	}
	providers := strings.Join([]string{
		providerBlock("aws", "aws", `,"expressions":{"region":{"constant_value":"us-east-1"}}`),
		providerBlock("aws.west", "aws", `,"alias":"west","expressions":{"region":{"constant_value":"us-west-2"}}`),
		providerBlock("module.own:aws", "aws", `,"module_address":"module.own","expressions":{"region":{"references":["var.where"]}}`),
		providerBlock("module.heir:aws", "aws", `,"module_address":"module.heir"`),
	}, ",")
	calls := `,"module_calls":{"own":{"expressions":{"where":{"references":["var.place"]}},` + module("module.own:aws") + `},"heir":{` + module("module.heir:aws") +
		`},"given":{` + module("aws.west") + `},"old":{` + module("module.old:aws") + `}},"variables":{"place":{}}`
	p := mustParse(t, planOf("", configured(`"place":{"value":"eu-south-1"}`, providers, "", calls),
		inModule("module.own", `["x"]`), inModule("module.heir", ""), inModule("module.given", "[0]"), inModule("module.old", "")))
	for address, want := range map[string]string{
		`module.own["x"].aws_eip.a`: "module.own:aws eu-south-1", "module.heir.aws_eip.a": "aws us-east-1",
		"module.given[0].aws_eip.a": "aws.west us-west-2", "module.old.aws_eip.a": "aws us-east-1",
	} {
		r := at(t, p, address)
		if got := r.Provider.Key + " " + r.Region.Name; got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	if p.Providers[1].Alias != "west" || p.Providers[3].Module != "module.own" {
		t.Errorf("providers: %+v %+v", p.Providers[1], p.Providers[3])
	}
}

// TestParentRegion finds the region of what lives inside something else.
func TestParentRegion(t *testing.T) {
	azure := func(address, after, unknown string) string {
		parts := steps(address)
		return fmt.Sprintf(`{"address":%q,"mode":"managed","type":%q,"name":%q,"provider_name":"registry.terraform.io/hashicorp/azurerm","change":{"actions":["create"],"before":null,"after":%s,"after_unknown":%s}}`, address, parts[0], parts[1], after, unknown)
	}
	blocks := strings.Join([]string{
		blockOf("azurerm_resource_group.rg", "azurerm", `"location":{"constant_value":"West Europe"}`),
		blockOf("azurerm_virtual_network.net", "azurerm", `"location":{"references":["azurerm_resource_group.rg.location","azurerm_resource_group.rg"]}`),
		blockOf("azurerm_subnet.s", "azurerm", `"virtual_network_name":{"references":["azurerm_virtual_network.net.name","azurerm_virtual_network.net"]}`),
		blockOf("azurerm_public_ip.hidden", "azurerm", `"location":{"references":["local.place"]}`),
	}, ",")
	p := mustParse(t, planOf("", configured("", providerBlock("azurerm", "azurerm", ""), blocks, ""),
		azure("azurerm_resource_group.rg", `{"name":"rg","location":"westeurope"}`, `{"id":true}`),
		azure("azurerm_virtual_network.net", `{"name":"net"}`, `{"location":true}`),
		azure("azurerm_subnet.s", `{"name":"s"}`, `{"virtual_network_name":true}`),
		azure("azurerm_public_ip.hidden", `{"name":"ip"}`, `{"location":true}`)))
	for address, want := range map[string]model.Region{
		"azurerm_resource_group.rg":   {Name: "westeurope", Basis: model.FromResource},
		"azurerm_virtual_network.net": {Name: "westeurope", Basis: model.FromParent},
		"azurerm_subnet.s":            {Name: "westeurope", Basis: model.FromParent},
		"azurerm_public_ip.hidden":    {Basis: model.FromNothing, Reason: "location is made of local.place, which is not known"},
	} {
		if got := at(t, p, address).Region; got != want {
			t.Errorf("%s: %+v, want %+v", address, got, want)
		}
	}
}

// TestTags takes the merge the plan shows, and makes it where it does not.
func TestTags(t *testing.T) {
	fixed := `,"expressions":{"region":{"constant_value":"eu-west-1"},"default_tags":[{"tags":{"constant_value":{"team":"core","env":"dev"}}}]}`
	made := `,"expressions":{"default_tags":[{"tags":{"references":["var.tags"]}}]}`
	hidden := `,"expressions":{"default_tags":[{"tags":{"references":["local.tags"]}}]}`
	change := func(after, unknown string) string {
		return fmt.Sprintf(`{"address":"aws_eip.a","mode":"managed","type":"aws_eip","name":"a","provider_name":"registry.terraform.io/hashicorp/aws","change":{"actions":["create"],"before":null,"after":%s,"after_unknown":%s}}`, after, unknown)
	}
	for _, test := range []struct {
		name, block, change string
		known, hidden, why  string
		complete            bool
	}{
		{"shown", fixed, change(`{"tags":{"a":"b"},"tags_all":{"a":"b","team":"core","env":"dev"}}`, `{}`), "map[a:b env:dev team:core]", "[]", "", true},
		{"one value unknown", fixed, change(`{"tags":{"a":"b","env":"prod"}}`, `{"tags":{"id":true},"tags_all":true}`), "map[a:b env:prod team:core]", "[id]", "", true},
		{"all unknown", fixed, change(`{}`, `{"tags":true,"tags_all":true}`), "map[env:dev team:core]", "[]", "tags is made of local.all", false},
		{"defaults of a variable", made, change(`{"tags":{"a":"b"}}`, `{"tags_all":true}`), "map[a:b from:var]", "[]", "provider aws: default tags are made of var.tags", false},
		{"defaults hidden", hidden, change(`{"tags":null}`, `{"tags_all":true}`), "map[]", "[]", "provider aws: default tags are made of local.tags", false},
	} {
		tags := `"tags":{"references":["local.all"]}`
		if !strings.Contains(test.why, "local.all") {
			tags = `"tags":{"constant_value":{}}`
		}
		p := mustParse(t, planOf("", configured(`"tags":{"value":{"from":"var"}}`, providerBlock("aws", "aws", test.block), blockOf("aws_eip.a", "aws", tags), `,"variables":{"tags":{}}`), test.change))
		got := p.Resources[0].Tags
		if fmt.Sprint(got.Known) != test.known || fmt.Sprint(got.Hidden) != test.hidden || got.Complete != test.complete || got.Why != test.why {
			t.Errorf("%s: %v %v complete %v why %q", test.name, got.Known, got.Hidden, got.Complete, got.Why)
		}
	}
}
