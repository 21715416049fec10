# Providers whose resources cost nothing, as they exist only in the state or on
# the machine that runs Terraform.

free {
  names  = ["builtin/terraform"]
  reason = "exists only in the state"
}

free {
  names  = ["hashicorp/random", "hashicorp/null", "hashicorp/time", "hashicorp/tls"]
  reason = "exists only in the state"
}

free {
  names  = ["hashicorp/local", "hashicorp/archive", "hashicorp/template", "hashicorp/http", "hashicorp/external"]
  reason = "exists only where Terraform runs"
}
