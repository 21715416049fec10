# Logs taken in, by the gigabyte in steps, of every account that is in the graph;
# each account has steps of its own.
resource "aws_detective_graph" {
  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    description = "logs taken in a month"
  }

  cost "logs" {
    quantity = usage.monthly_data_ingested_gb
    unit     = "GB"
    price    = "detective/ingestion"
  }

  uses "graph" {
    gap = "no source gives the energy of a graph"
  }

  example "into the second step" {
    given   = {}
    usage   = { monthly_data_ingested_gb = 1500 }
    want    = { logs = 1500 }
    monthly = "2500.00" # 1,000 x 2 + 500 x 1
    prices  = { "detective/ingestion" = 2 }
    source  = "aws.amazon.com/detective/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = {}
    want   = {}
    unused = ["logs"]
    status = "usage"
  }
}
