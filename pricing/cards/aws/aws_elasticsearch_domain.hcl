# The same domain under its old name: types end in .elasticsearch, and the
# provider's default version is Elasticsearch 1.5.
resource "aws_elasticsearch_domain" {
  assume "cluster_config" {
    why = "not configured: one m4.large.elasticsearch, the provider's default"
  }
  assume "ebs_options" {
    why = "not configured: the disks of the type"
  }
  assume "ebs_options.volume_type" {
    value = "gp2"
    why   = "gp2, the default of the API"
  }
  assume "ebs_options.iops" {
    why = "what the kind includes"
  }
  assume "ebs_options.throughput" {
    why = "what the kind includes"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "managed_storage_gb" {
    unit        = "GB"
    description = "data in managed storage, of UltraWarm nodes"
  }

  part "" {
    card = "aws_opensearch_domain"
    given = {
      cluster_config = self.cluster_config
      ebs_options    = self.ebs_options
      engine_version = "Elasticsearch_${coalesce(self.elasticsearch_version, "1.5")}"
    }
    usage = { monthly_hrs = usage.monthly_hrs, managed_storage_gb = usage.managed_storage_gb }
  }

  example "two nodes of 7.10" {
    given = {
      elasticsearch_version = "7.10"
      cluster_config        = [{ instance_type = "r6g.large.elasticsearch", instance_count = 2 }]
      ebs_options           = [{ ebs_enabled = true, volume_type = unknown, volume_size = 100, iops = unknown, throughput = unknown }]
    }
    omitted = ["ebs_options.volume_type", "ebs_options.iops", "ebs_options.throughput"]
    want    = { "data nodes" = 1460, storage = 200 }
    monthly = "270.82"
    prices  = { "opensearch/instance/r6g.large.search" = 0.167, "opensearch/storage/gp2" = 0.135 }
    source  = "aws.amazon.com/opensearch-service/pricing, us-east-1, 2025-06 and (storage) 2026-06"
    status  = "priced"
  }

  example "the default version is long past its support" {
    given = { cluster_config = [{ instance_type = "m4.large.elasticsearch", instance_count = 1 }] }
    want  = { "data nodes" = 730, "extended support: data nodes" = 730 }
  }

  example "type known only after apply" {
    given  = { elasticsearch_version = "7.10", cluster_config = [{ instance_type = unknown, instance_count = 1 }] }
    want   = {}
    gaps   = ["data nodes", "managed storage"]
    status = "gap"
  }
}
