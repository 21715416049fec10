// Command standin is a Terraform provider that knows the shape of the azurerm
// and google providers and nothing else: it lets the real terraform print real
// plans for them without an account, a credential or a network.
//
// Terraform starts it under the name of the provider it stands in for; the
// facts about that provider's types are the files of the schema folder.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov5"
	"github.com/hashicorp/terraform-plugin-go/tfprotov5/tf5server"
)

func main() {
	addresses := flag.Bool("addresses", false, "print name=version of every provider this program can stand in for")
	flag.Parse()
	if err := run(*addresses); err != nil {
		fmt.Fprintln(os.Stderr, "standin:", err)
		os.Exit(1)
	}
}

func run(addresses bool) error {
	if addresses {
		for _, name := range Names() {
			facts, err := Read(name)
			if err != nil {
				return err
			}
			fmt.Printf("%s=%s\n", name, facts.Provider.Version)
		}
		return nil
	}
	name, err := providerName(os.Args[0])
	if err != nil {
		return err
	}
	facts, err := Read(name)
	if err != nil {
		return err
	}
	return tf5server.Serve("registry.terraform.io/hashicorp/"+name, func() tfprotov5.ProviderServer {
		return &server{name: name, facts: facts}
	})
}

// providerName takes "google" from a path like terraform-provider-google_v7.45.0.
func providerName(program string) (string, error) {
	base := strings.TrimSuffix(filepath.Base(program), ".exe")
	rest, ok := strings.CutPrefix(base, "terraform-provider-")
	if !ok {
		return "", fmt.Errorf("started as %s; Terraform starts it as terraform-provider-NAME_vVERSION (see README.md)", base)
	}
	name, _, _ := strings.Cut(rest, "_")
	return name, nil
}
