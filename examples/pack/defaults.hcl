# What holds everywhere at Acme, for whoever extends this pack.
fail_on = "high"

rule "tag/missing-cost-tags" {
  ignorable = false
  required  = [{ key = "team" }, { key = "cost-center" }]
}

guardrail "no jumps" {
  increase_usd = 2000
}
