package parser

// SourceOptions say how to evaluate a folder of Terraform or OpenTofu source.
type SourceOptions struct {
	// Vars are variables of the root module, as written behind --var.
	Vars map[string]string
	// VarFiles are further files of variables; the last wins.
	VarFiles []string
	// Workspace is terraform.workspace; "" is "default".
	Workspace string
	// Tool is "terraform" or "tofu"; "" takes tofu where a .tofu file is.
	Tool string
}
