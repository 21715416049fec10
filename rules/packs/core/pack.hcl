# The rules inside iaclint. They are a pack as any other; only their package is
# older than the prefix of packs.
name        = "iaclint/core"
version     = "1.0.0"
namespace   = "iaclint"
description = "Cost, carbon, tags, lock-in and resilience of infrastructure on AWS, Azure and Google Cloud"
license     = "Apache-2.0"
authors     = ["The iaclint authors"]
source      = "https://github.com/iaclint/iaclint"
input       = "iaclint.input/v1"
rego        = "v1"
providers   = ["aws", "azurerm", "google"]
