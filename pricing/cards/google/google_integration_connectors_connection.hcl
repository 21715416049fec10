# A connection of Integration Connectors: hours of its nodes, dearer to
# business applications than to Google's own services, and data beyond the
# billing account's first 20 GB, which are not taken off. A connection that is
# suspended costs nothing.
resource "google_integration_connectors_connection" {
  assume "node_config" {
    why = "not configured: two nodes"
  }
  assume "node_config.min_node_count" {
    value = 2
    why   = "two, the default of the API"
  }
  assume "suspended" {
    value = false
    why   = "not suspended, the default of the API"
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data processed"
  }

  let {
    nodes  = get(self.node_config, "min_node_count", 2)
    most   = get(self.node_config, "max_node_count", let.nodes)
    google = length(regexall("providers/gcp/", lower(self.connector_version))) > 0
    runs   = !coalesce(self.suspended, false)
  }

  cost "nodes" {
    when     = let.runs
    quantity = let.nodes * hours
    low      = let.nodes * hours
    high     = max(let.nodes, let.most) * hours
    unit     = "node-hour"
    price    = "integration-connectors/node/${let.google ? "google" : "business"}"
  }

  cost "data processed" {
    when     = let.runs
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "integration-connectors/data"
  }

  uses "nodes" {
    gap = "the machines behind Integration Connectors are not published"
  }

  example "two nodes to Pub/Sub" {
    given   = { connector_version = "projects/p/locations/global/providers/gcp/connectors/pubsub/versions/1", node_config = [{ min_node_count = 2, max_node_count = 10 }], suspended = false }
    usage   = { monthly_data_processed_gb = 5 }
    want    = { nodes = 1460, "data processed" = 5 }
    status  = "priced"
    monthly = "561.00"
    prices  = { "integration-connectors/node/google" = 0.35, "integration-connectors/data" = 10 }
    source  = "cloud.google.com/integration-connectors/pricing, 2026-08"
  }

  example "to a business application" {
    given   = { connector_version = "projects/p/locations/global/providers/salesforce/connectors/salesforce/versions/1", node_config = unknown, suspended = unknown }
    want    = { nodes = 1460 }
    unused  = ["data processed"]
    omitted = ["node_config", "suspended"]
  }

  example "suspended" {
    given  = { connector_version = "x", suspended = true }
    want   = {}
    status = "free"
  }

  example "connector known only after apply" {
    given  = { connector_version = unknown, node_config = [{ min_node_count = 1 }], suspended = false }
    want   = {}
    unused = ["data processed"]
    gaps   = ["nodes"]
  }
}
