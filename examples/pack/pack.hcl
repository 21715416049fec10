name        = "acme/cloud"
version     = "1.0.0"
namespace   = "acme" # every Rego file lies under package iacpack.acme
description = "What Acme's platform team thinks of infrastructure"
license     = "Apache-2.0"
authors     = ["Acme's platform team"]
iaclint     = ">= 0.1, < 2"
providers   = ["aws", "acme"]
