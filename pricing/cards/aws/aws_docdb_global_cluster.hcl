# A global DocumentDB cluster: writes sent to the other regions. Its clusters are
# billed themselves.
resource "aws_docdb_global_cluster" {
  usage "monthly_replicated_io" {
    unit        = "writes"
    description = "writes replicated a month, to all other regions together"
  }

  cost "replicated writes" {
    quantity = usage.monthly_replicated_io / 1000000
    unit     = "1M-requests"
    price    = "docdb/global-replicated-io"
  }

  uses "replicated writes" {
    gap = "no source gives the energy of replication"
  }

  example "ten million" {
    given   = { global_cluster_identifier = unknown }
    usage   = { monthly_replicated_io = 10000000 }
    want    = { "replicated writes" = 10 }
    monthly = "2.00"
    prices  = { "docdb/global-replicated-io" = 0.20 }
    source  = "aws.amazon.com/documentdb/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "use not given" {
    given  = { global_cluster_identifier = "x" }
    want   = {}
    unused = ["replicated writes"]
    status = "usage"
  }
}
