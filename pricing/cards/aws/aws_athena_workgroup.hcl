# A workgroup of Athena: terabytes its queries scan, at least 10 MB a query, or
# hours of processing units where its engine is Spark. Queries that run on
# reserved capacity are billed with the reservation.
resource "aws_athena_workgroup" {
  assume "configuration" {
    why = "SQL, the default engine"
  }
  assume "configuration.engine_version" {
    why = "SQL, the default engine"
  }

  usage "monthly_data_scanned_tb" {
    unit        = "TB"
    description = "data scanned by queries a month"
  }
  usage "monthly_spark_dpu_hrs" {
    unit        = "DPU-hours"
    description = "hours of processing units that Spark sessions use a month"
  }

  let {
    engine = lower(get(self.configuration, "engine_version.selected_engine_version", "auto"))
    spark  = startswith(let.engine, "pyspark") || startswith(let.engine, "apache spark")
  }

  cost "data scanned" {
    when     = !let.spark
    quantity = usage.monthly_data_scanned_tb
    unit     = "TB"
    price    = "athena/data-scanned"
  }

  cost "Spark" {
    when     = let.spark
    quantity = usage.monthly_spark_dpu_hrs
    unit     = "DPU-hour"
    price    = "athena/spark-dpu"
  }

  uses "queries" {
    gap = "what a query occupies is not published"
  }

  example "ten terabytes scanned" {
    given   = { name = "w", configuration = unknown }
    omitted = ["configuration"]
    usage   = { monthly_data_scanned_tb = 10 }
    want    = { "data scanned" = 10 }
    monthly = "50.00"
    prices  = { "athena/data-scanned" = 5 }
    source  = "aws.amazon.com/athena/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "Spark" {
    given   = { configuration = [{ engine_version = [{ selected_engine_version = "PySpark engine version 3" }] }] }
    usage   = { monthly_spark_dpu_hrs = 100 }
    want    = { Spark = 100 }
    monthly = "35.00"
    prices  = { "athena/spark-dpu" = 0.35 }
    source  = "aws.amazon.com/athena/pricing, us-east-1, 2025-06"
  }

  example "use not given" {
    given  = { name = "w", configuration = [] }
    want   = {}
    unused = ["data scanned"]
    status = "usage"
  }

  example "engine known only after apply" {
    given  = { configuration = [{ engine_version = [{ selected_engine_version = unknown }] }] }
    usage  = { monthly_data_scanned_tb = 1, monthly_spark_dpu_hrs = 1 }
    want   = {}
    gaps   = ["data scanned", "Spark"]
    status = "gap"
  }
}
