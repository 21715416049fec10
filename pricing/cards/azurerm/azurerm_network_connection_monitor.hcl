# A monitor of connections: its tests by the month, in falling steps. Each test
# group asks every source for every destination with every configuration, and
# each of these is a test. The ten free tests are the account's and are not taken
# off; groups that are switched off do not count.
resource "azurerm_network_connection_monitor" {
  usage "tests" {
    unit        = "tests"
    default     = null
    description = "how many tests are billed, where that is not what the groups ask for"
  }

  let {
    groups = [for g in first(self.test_group, []) : g if coalesce(get(g, "enabled", true), true)]
    asked  = sum(concat([0], [for g in let.groups : length(get(g, "source_endpoints")) * length(get(g, "destination_endpoints")) * length(get(g, "test_configuration_names"))]))
    tests  = first(usage.tests, let.asked)
  }

  cost "tests" {
    quantity = let.tests
    unit     = "tests"
    price    = "network-watcher/network-watcher/standard/standard-connection-monitor-test"
    whole    = true
  }

  uses "monitor" { gap = "no figure exists for network diagnostics" }

  example "two sources, three destinations, two configurations" {
    given   = { test_group = [{ source_endpoints = ["a", "b"], destination_endpoints = ["c", "d", "e"], test_configuration_names = ["tcp", "http"] }] }
    want    = { tests = 12 }
    status  = "priced"
    monthly = "3.60"
    prices  = { "network-watcher/network-watcher/standard/standard-connection-monitor-test" = 0.3 }
    source  = "azure.microsoft.com/pricing/details/network-watcher, West Europe, 2026-08"
  }

  example "a group that is off, and a number that was told" {
    given = { test_group = [{ enabled = false, source_endpoints = ["a"], destination_endpoints = ["b"], test_configuration_names = ["tcp"] }] }
    usage = { tests = 40 }
    want  = { tests = 40 }
  }

  example "only a group that is off" {
    given  = { test_group = [{ enabled = false, source_endpoints = ["a"], destination_endpoints = ["b"], test_configuration_names = ["tcp"] }] }
    want   = {}
    status = "free"
  }

  example "sources known only after apply" {
    given  = { test_group = [{ enabled = true, source_endpoints = unknown, destination_endpoints = ["b"], test_configuration_names = ["tcp"] }] }
    want   = {}
    gaps   = ["tests"]
    status = "gap"
  }
}
