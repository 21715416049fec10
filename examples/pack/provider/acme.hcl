# The platform's own Terraform provider. Everything runs in one place.
provider "acme" {
  names = ["acme/platform"]
  cloud = "acme"
}
