# A Storage Lens dashboard: free metrics, or advanced ones, billed by the objects
# they watch, cheaper above 25 billion. Advanced is any of activity, cost
# optimisation, data protection or status code metrics of the account.
resource "aws_s3control_storage_lens_configuration" {
  usage "monitored_objects" {
    unit        = "objects"
    description = "objects of all buckets it watches"
  }

  let {
    level    = get(self.storage_lens_configuration, "account_level")
    kinds    = ["activity_metrics", "advanced_cost_optimization_metrics", "advanced_data_protection_metrics", "detailed_status_code_metrics"]
    advanced = length([for k in let.kinds : k if get(let.level, "${k}.enabled", false)]) > 0
  }

  cost "objects" {
    when     = let.advanced
    quantity = usage.monitored_objects / 1000000
    unit     = "1M-objects"
    price    = "s3/storage-lens"
  }

  example "advanced metrics of a billion objects" {
    given   = { storage_lens_configuration = [{ enabled = true, account_level = [{ activity_metrics = [{ enabled = true }] }] }] }
    usage   = { monitored_objects = 1000000000 }
    want    = { objects = 1000 }
    monthly = "200.00"
    prices  = { "s3/storage-lens" = 0.20 }
    source  = "aws.amazon.com/s3/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "free metrics" {
    given  = { storage_lens_configuration = [{ enabled = true, account_level = [{ bucket_level = [{}] }] }] }
    want   = {}
    status = "free"
  }

  example "objects not given" {
    given  = { storage_lens_configuration = [{ enabled = true, account_level = [{ advanced_data_protection_metrics = [{ enabled = true }] }] }] }
    want   = {}
    unused = ["objects"]
    status = "usage"
  }
}
