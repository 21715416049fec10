# An App Service plan: hours of its workers, whatever runs on them; the apps are
# free. Linux costs about half of Windows up to Premium v3. Free (F1) costs
# nothing; Consumption (Y1) and Flex (FC1) are billed by the functions that use
# them. Elastic Premium (EP) and Workflow Standard (WS) go by vCPU and GiB, and
# may grow to maximum_elastic_worker_count. Where an autoscale setting points to
# the plan, its limits are the range.
#
# Shared plans (D1) are billed for each app on them, which is taken as one. The
# first App Service Environments (I1 to I3) have a fee for the stamp on top,
# which is not part of this resource.
resource "azurerm_service_plan" {
  assume "worker_count" {
    value = 1
    why   = "one worker, the default of the API"
  }
  assume "maximum_elastic_worker_count" {
    why = "not configured: no range"
  }

  ref "autoscale" {
    by = ["azurerm_monitor_autoscale_setting"]
  }

  usage "instances" {
    unit        = "workers"
    default     = null
    description = "how many workers run on average, where that is not what the plan asks for"
  }

  let {
    sku    = lower(self.sku_name) == "shared" ? "d1" : lower(self.sku_name)
    words  = regex("^([a-z]+)([0-9])(m?)(v[0-9])?$", let.sku)
    letter = let.words[0]
    number = tonumber(let.words[1])
    model  = coalesce(let.words[3], "v1")
    # Neither Free nor billed by use.
    billed  = !contains(["f", "y", "fc"], let.letter)
    elastic = contains(["ep", "ws"], let.letter)
    os      = startswith(lower(self.os_type), "windows") ? "windows" : "linux"
    kind = {
      d  = "shared"
      b  = "basic"
      s  = "standard"
      p  = let.model == "v1" ? "premium" : "premium-${let.model}"
      pc = "premium-windows-container"
      i  = let.model == "v1" ? "isolated" : "isolated-${let.model}"
      ep = ""
      ws = ""
      f  = ""
      y  = ""
      fc = ""
    }[let.letter]
    # Sizes are spelt p1-v3 or p1mv3; D1 is the shared plan on either system.
    spelt = "${let.letter}${let.number}${let.words[2]}"
    keys = let.letter == "d" ? ["app-service/windows/shared/shared"] : [
      "app-service/${let.os}/${let.kind}/${let.spelt}${let.model == "v1" ? "" : "-${let.model}"}",
      "app-service/${let.os}/${let.kind}/${let.spelt}${let.model == "v1" ? "" : let.model}",
    ]
    key = first(first_priced(let.keys), let.keys[0])

    workers = coalesce(usage.instances, self.worker_count)
    ranged  = usage.instances == null
    low     = let.ranged ? get(refs.autoscale, "profile.capacity.minimum", let.workers) : let.workers
    grows   = let.elastic || coalesce(self.premium_plan_auto_scale_enabled, false)
    high    = let.ranged ? get(refs.autoscale, "profile.capacity.maximum", let.grows ? coalesce(self.maximum_elastic_worker_count, let.workers) : let.workers) : let.workers

    # vCPUs double from size to size; the numbers of the newer models begin at 0.
    doubles = [1, 2, 4, 8, 16, 32, 64, 128]
    newer   = contains(["v3", "v4"], let.model) || let.letter == "i" && let.model != "v1"
    vcpu    = let.doubles[let.newer ? let.number : let.letter == "pc" ? let.number - 1 : max(0, let.number - 1)]
    gib     = let.vcpu * (let.newer ? (let.words[2] == "m" ? 8 : 4) : let.letter == "pc" ? 4 : contains(["ep", "ws", "i"], let.letter) || let.model == "v2" ? 3.5 : 1.75)
    product = let.letter == "ws" ? "logic-apps/logic-apps/standard/standard" : "functions/premium-functions/premium/premium"
  }

  cost "workers" {
    when     = let.billed && !let.elastic
    quantity = let.workers * hours
    low      = let.low * hours
    high     = let.high * hours
    unit     = "hour"
    price    = let.key
  }

  cost "vCPU" {
    when     = let.elastic
    quantity = let.workers * let.vcpu * hours
    low      = let.low * let.vcpu * hours
    high     = let.high * let.vcpu * hours
    unit     = "hour"
    price    = "${let.product}-vcpu-duration"
  }

  cost "memory" {
    when     = let.elastic
    quantity = let.workers * let.gib * hours
    low      = let.low * let.gib * hours
    high     = let.high * let.gib * hours
    unit     = "GiB-hour"
    price    = "${let.product}-memory-duration"
  }

  uses "workers" {
    when       = let.billed && let.letter != "d"
    vcpu       = let.vcpu
    memory_gib = let.gib
    count      = let.workers
    low        = let.low
    high       = let.high
  }

  uses "shared worker" {
    when = let.letter == "d" || let.letter == "f"
    gap  = "how much of a shared worker is used is not known"
  }

  example "two Linux workers of P1v3" {
    given   = { sku_name = "P1v3", os_type = "Linux", worker_count = 2 }
    want    = { workers = 1460 }
    status  = "priced"
    monthly = "259.88"
    prices  = { "app-service/linux/premium-v3/p1-v3" = 0.178 }
    source  = "azure.microsoft.com/pricing/details/app-service/linux, West Europe, 2026-08"
  }

  example "Windows, workers left to the provider" {
    given   = { sku_name = "P1mv3", os_type = "Windows", worker_count = unknown, maximum_elastic_worker_count = unknown }
    omitted = ["worker_count", "maximum_elastic_worker_count"]
    want    = { workers = 730 }
    status  = "priced"
    monthly = "272.728"
    prices  = { "app-service/windows/premium-v3/p1mv3" = 0.3736 }
    source  = "azure.microsoft.com/pricing/details/app-service/windows, West Europe, 2026-08"
  }

  example "elastic, one always ready, up to twenty" {
    given   = { sku_name = "EP2", os_type = "Linux", worker_count = unknown, maximum_elastic_worker_count = 20 }
    omitted = ["worker_count"]
    want    = { vCPU = 1460, memory = 5110 }
    status  = "priced"
    monthly = "308.571"
    prices  = { "functions/premium-functions/premium/premium-vcpu-duration" = 0.169, "functions/premium-functions/premium/premium-memory-duration" = 0.0121 }
    source  = "azure.microsoft.com/pricing/details/functions, West Europe, 2026-08"
  }

  example "workflows" {
    given  = { sku_name = "WS1", os_type = "Windows", worker_count = 1 }
    want   = { vCPU = 730, memory = 2555 }
    prices = { "logic-apps/logic-apps/standard/standard-vcpu-duration" = 0.1972 }
  }

  example "consumption is the functions'" {
    given  = { sku_name = "Y1", os_type = "Linux", worker_count = unknown, maximum_elastic_worker_count = unknown }
    want   = {}
    omitted = ["worker_count", "maximum_elastic_worker_count"]
    status = "free"
  }

  example "Free" {
    given  = { sku_name = "F1", os_type = "Windows" }
    want   = {}
    status = "free"
  }

  example "shared" {
    given  = { sku_name = "D1", os_type = "Windows", worker_count = 1 }
    want   = { workers = 730 }
    prices = { "app-service/windows/shared/shared" = 0.013 }
  }

  example "scaled from two to six" {
    given = { sku_name = "S1", os_type = "Windows", worker_count = 3 }
    refs  = { autoscale = { profile = [{ capacity = [{ default = 3, minimum = 2, maximum = 6 }] }] } }
    want  = { workers = 2190 }
  }

  example "isolated, Basic and the first Premium" {
    given  = { sku_name = "I1v2", os_type = "Windows", worker_count = 1 }
    want   = { workers = 730 }
    prices = { "app-service/windows/isolated-v2/i1-v2" = 0.57 }
  }

  example "size known only after apply" {
    given  = { sku_name = unknown, os_type = "Linux", worker_count = 1 }
    want   = {}
    gaps   = ["workers", "vCPU", "memory"]
    status = "gap"
  }
}
