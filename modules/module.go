package modules

import (
	"strings"

	svchost "github.com/hashicorp/terraform-svchost"
)

// module is the address of a module in a registry.
type module struct {
	host   string // as it is asked: lower case, with a port if it has one
	name   string // "acme/net/aws"
	sub    string // slash path of the module in its package, "" for the package
	spoken string // what to call it: without the host where none was needed
}

// registries are those meant where none is named.
var registries = map[string]string{"terraform": "registry.terraform.io", "tofu": "registry.opentofu.org"}

// registryModule reads the address of a module in a registry:
// [HOST/]NAMESPACE/NAME/SYSTEM[//SUB]. Anything else is some other source.
func registryModule(source, tool string) (module, bool) {
	rest, sub := splitSub(source)
	if strings.HasPrefix(sub, "../") || sub == ".." || strings.Contains(source, "?") {
		return module{}, false
	}
	m := module{host: registries[tool], sub: sub}
	parts := strings.Split(rest, "/")
	if len(parts) == 4 {
		host, err := svchost.ForComparison(parts[0])
		if err != nil || !strings.Contains(string(host), ".") || host == "github.com" || host == "bitbucket.org" {
			return module{}, false
		}
		m.host, parts = host.String(), parts[1:]
	}
	if len(parts) != 3 || !isName(parts[0]) || !isName(parts[1]) || !isSystem(parts[2]) {
		return module{}, false
	}
	m.name = strings.Join(parts, "/")
	m.spoken = m.name
	if m.host != registries[tool] {
		m.spoken = m.host + "/" + m.name
	}
	return m, true
}

// isName is whether a text can be a namespace or the name of a module.
func isName(s string) bool {
	return len(s) > 0 && len(s) <= 64 && strings.Trim(s, letters+upper+digits+"-_") == "" && strings.Trim(s, "-_") == s
}

// isSystem is whether a text can be what a module is for, as aws.
func isSystem(s string) bool {
	return len(s) > 0 && len(s) <= 64 && strings.Trim(s, letters+digits) == ""
}

const (
	letters = "abcdefghijklmnopqrstuvwxyz"
	upper   = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits  = "0123456789"
)

// String is the address with its host, without the folder.
func (m module) String() string { return m.host + "/" + m.name }
