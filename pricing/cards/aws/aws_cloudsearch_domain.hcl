# A CloudSearch domain: hours of its instances, partitions times replicas, twice
# as many in two zones; batches of documents uploaded and gigabytes indexed anew.
# It scales itself up from what is said here, from one search.small where
# nothing is.
resource "aws_cloudsearch_domain" {
  assume "scaling_parameters" {
    why = "one search.small to start with"
  }
  assume "scaling_parameters.desired_instance_type" {
    value = "search.small"
    why   = "search.small, the default"
  }
  assume "scaling_parameters.desired_partition_count" {
    value = 1
    why   = "one, the default"
  }
  assume "scaling_parameters.desired_replication_count" {
    value = 1
    why   = "one, the default"
  }
  assume "multi_az" {
    value = false
    why   = "one zone, the default"
  }

  usage "monthly_batch_uploads" {
    unit        = "requests"
    default     = null
    description = "batches of documents uploaded a month"
  }
  usage "monthly_indexed_gb" {
    unit        = "GB"
    default     = null
    description = "data indexed anew a month"
  }

  let {
    type  = coalesce(get(self.scaling_parameters, "desired_instance_type"), "search.small")
    count = coalesce(get(self.scaling_parameters, "desired_partition_count"), 1) * max(1, coalesce(get(self.scaling_parameters, "desired_replication_count"), 1)) * (coalesce(self.multi_az, false) ? 2 : 1)
  }

  cost "instances" {
    quantity = let.count * hours
    unit     = "hour"
    price    = "cloudsearch/instance/${lower(let.type)}"
  }
  cost "batch uploads" {
    when     = usage.monthly_batch_uploads != null
    quantity = usage.monthly_batch_uploads == null ? null : usage.monthly_batch_uploads / 1000
    unit     = "1k-requests"
    price    = "cloudsearch/batch-upload"
  }
  cost "indexing" {
    when     = usage.monthly_indexed_gb != null
    quantity = usage.monthly_indexed_gb
    unit     = "GB"
    price    = "cloudsearch/index-documents"
  }

  uses "instances" {
    gap = "the machines of a search domain are not published"
  }

  example "nothing configured" {
    given   = { name = "d", scaling_parameters = unknown, multi_az = unknown }
    omitted = ["scaling_parameters", "multi_az"]
    want    = { instances = 730 }
    monthly = "43.07"
    prices  = { "cloudsearch/instance/search.small" = 0.059 }
    source  = "aws.amazon.com/cloudsearch/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "two partitions in two zones, with uploads" {
    given  = { name = "d", multi_az = true, scaling_parameters = [{ desired_instance_type = "search.medium", desired_partition_count = 2, desired_replication_count = 1 }] }
    usage  = { monthly_batch_uploads = 10000, monthly_indexed_gb = 10 }
    want   = { instances = 2920, "batch uploads" = 10, indexing = 10 }
    prices = { "cloudsearch/instance/search.medium" = 0.094, "cloudsearch/batch-upload" = 0.1, "cloudsearch/index-documents" = 0.98 }
  }

  example "type known only after apply" {
    given  = { scaling_parameters = [{ desired_instance_type = unknown }] }
    want   = {}
    gaps   = ["instances"]
    status = "gap"
  }
}
