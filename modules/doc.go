// Package modules fetches modules of Terraform and OpenTofu from registries,
// git repositories and archives into a folder of the user.
//
// It is asked only where somebody said --download-modules. What it is given may
// be hostile, addresses as well as what lies behind them. So:
//
//   - A token goes to the host it belongs to and never follows a redirect.
//   - Git speaks http, https and ssh, runs no hook and no filter, asks nobody
//     anything and is given nothing that could be taken for an option.
//   - What is fetched is unpacked below one folder, within bounds, without links
//     that lead out of it.
//   - A package is there as a whole or not at all: it is made under another name
//     and then renamed.
package modules
