# An OpenSearch domain: hours of its data, dedicated master, coordinator and
# UltraWarm nodes, and the EBS volume of every data node, with the IOPS and
# throughput bought above what gp3 includes.
#
# A volume belongs to each data node: size times nodes. Several zones, with or
# without standby, cost what their nodes cost. Data of UltraWarm and of the
# OpenSearch-optimised types (or1, or2, om2, oi2) lies in managed storage, by use.
# Old versions pay extended support: by the normalized hour (hours times a factor
# of the size), or, where their original end has passed, as much again as their
# data and master nodes cost. Which they are depends on the day, and is judged on
# the day of this edition of the catalogue. Large gp3 volumes include more IOPS
# than 3,000, which is not counted.
resource "aws_opensearch_domain" {
  assume "cluster_config" {
    why = "not configured: one m4.large.search, the provider's default"
  }
  assume "cluster_config.node_options" {
    why = "not configured: no coordinators"
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
  assume "engine_version" {
    why = "not configured: a version in standard support"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "managed_storage_gb" {
    unit        = "GB"
    description = "data in managed storage: of UltraWarm and of OpenSearch-optimised types"
  }

  let {
    config = self.cluster_config
    hours  = coalesce(usage.monthly_hrs, hours)

    # Elasticsearch wrote its types with another ending.
    type  = replace(lower(get(let.config, "instance_type", "m4.large.search")), ".elasticsearch", ".search")
    nodes = get(let.config, "instance_count", 1)

    masters     = get(let.config, "dedicated_master_enabled", false) ? get(let.config, "dedicated_master_count") : 0
    master_type = replace(lower(get(let.config, "dedicated_master_type", "none")), ".elasticsearch", ".search")
    warm        = get(let.config, "warm_enabled", false) ? get(let.config, "warm_count") : 0
    warm_type   = replace(lower(get(let.config, "warm_type", "none")), ".elasticsearch", ".search")

    coordinators = [
      for o in first(get(let.config, "node_options"), []) : {
        type  = lower(get(o, "node_config.type", "none"))
        count = get(o, "node_config.enabled", false) ? get(o, "node_config.count", 0) : 0
      }
    ]

    ebs        = get(self.ebs_options, "ebs_enabled", false)
    kind       = lower(get(self.ebs_options, "volume_type", "gp2"))
    size       = let.ebs ? get(self.ebs_options, "volume_size") : 0
    iops       = let.ebs ? get(self.ebs_options, "iops", 0) : 0
    throughput = let.ebs && let.kind == "gp3" ? get(self.ebs_options, "throughput", 0) : 0
    extra_iops = let.kind == "gp3" ? max(0, let.iops - 3000) : (let.kind == "io1" ? let.iops : 0)

    family  = split(".", let.type)[0]
    managed = contains(["or1", "or2", "om2", "oi2"], let.family) || let.warm > 0

    # Versions that stay in standard support until 2027-11-07, by the user guide;
    # all others are billed since 2025-11-08, and all of these but Elasticsearch
    # 5.6 the price of their instances from 2026-11-08 on. The day it is judged on:
    as_of    = 20261121
    version  = coalesce(self.engine_version, "OpenSearch_3.1")
    parts    = split(".", split("_", let.version)[1])
    minor    = parseint(length(let.parts) > 1 ? let.parts[1] : "0", 10)
    lucene   = startswith(let.version, "Elasticsearch")
    extended = (
      let.lucene
      ? !contains(["6.8", "7.9", "7.10"], split("_", let.version)[1])
      : let.parts[0] == "1" ? let.minor < 3 : let.parts[0] == "2" ? let.minor < 11 : false
    )
    doubled = let.extended && let.version != "Elasticsearch_5.6" && let.as_of >= 20261108

    # Normalized hours in an hour, by size.
    factors = {
      nano       = 0.25
      micro      = 0.5
      small      = 1
      medium     = 2
      large      = 4
      xlarge     = 8
      "2xlarge"  = 16
      "4xlarge"  = 32
      "8xlarge"  = 64
      "9xlarge"  = 72
      "10xlarge" = 80
      "12xlarge" = 96
      "16xlarge" = 128
      "18xlarge" = 144
      "24xlarge" = 192
      "32xlarge" = 256
    }
    factor        = lookup(let.factors, split(".", let.type)[1], 0)
    master_factor = let.masters > 0 ? lookup(let.factors, split(".", let.master_type)[1], 0) : 0
    sized         = let.factor > 0 && (let.masters == 0 || let.master_factor > 0)
  }

  cost "data nodes" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${let.type}"
  }

  cost "master nodes" {
    when     = get(let.config, "dedicated_master_enabled", false)
    quantity = let.masters * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${let.master_type}"
  }

  cost "coordinator nodes" {
    for_each = let.coordinators
    when     = each.value.count > 0
    name     = "coordinator nodes"
    quantity = each.value.count * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${each.value.type}"
  }

  cost "UltraWarm nodes" {
    when     = get(let.config, "warm_enabled", false)
    quantity = let.warm * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${let.warm_type}"
  }

  cost "storage" {
    when     = let.ebs
    quantity = let.size * let.nodes
    unit     = "GB-month"
    price    = "opensearch/storage/${let.kind}"
  }

  cost "provisioned iops" {
    when     = let.ebs && let.extra_iops > 0
    quantity = let.extra_iops * let.nodes
    unit     = "IOPS-month"
    price    = "opensearch/iops/${let.kind}"
  }

  cost "provisioned throughput" {
    when     = let.throughput > 125
    quantity = (let.throughput - 125) * let.nodes
    unit     = "MBps-month"
    price    = "opensearch/throughput/gp3"
  }

  cost "managed storage" {
    when     = let.managed
    quantity = usage.managed_storage_gb
    unit     = "GB-month"
    price    = "opensearch/storage/managed"
  }

  cost "extended support" {
    when     = let.extended && !let.doubled
    quantity = (let.sized ? let.nodes * let.factor + let.masters * let.master_factor : let.nodes + let.masters) * let.hours
    unit     = "normalized-hour"
    price    = let.sized ? "opensearch/extended-support" : null
    hint     = "the factor of this size is not published"
  }

  cost "extended support: data nodes" {
    when     = let.doubled
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${let.type}"
  }

  cost "extended support: master nodes" {
    when     = let.doubled && get(let.config, "dedicated_master_enabled", false)
    quantity = let.masters * let.hours
    unit     = "hour"
    price    = "opensearch/instance/${let.master_type}"
  }

  uses "data nodes" {
    machine = let.type
    count   = let.nodes
  }
  uses "master nodes" {
    when    = get(let.config, "dedicated_master_enabled", false)
    machine = let.master_type
    count   = let.masters
  }
  uses "coordinator nodes" {
    for_each = let.coordinators
    when     = each.value.count > 0
    machine  = each.value.type
    count    = each.value.count
  }
  uses "UltraWarm nodes" {
    when    = get(let.config, "warm_enabled", false)
    machine = let.warm_type
    count   = let.warm
  }
  uses "storage" {
    when      = let.ebs
    storage   = "ebs"
    selector  = let.kind
    gigabytes = let.size * let.nodes
  }
  uses "managed storage" {
    when      = let.managed
    storage   = "s3"
    selector  = "standard"
    gigabytes = usage.managed_storage_gb
  }

  example "one small node, its kind of volume left out" {
    given = {
      engine_version = "OpenSearch_2.15"
      cluster_config = [{ instance_type = "t3.small.search", instance_count = 1, dedicated_master_enabled = false, node_options = unknown }]
      ebs_options    = [{ ebs_enabled = true, volume_size = 10, volume_type = unknown, iops = unknown, throughput = unknown }]
    }
    omitted = ["cluster_config.node_options", "ebs_options.volume_type", "ebs_options.iops", "ebs_options.throughput"]
    want    = { "data nodes" = 730, storage = 10 }
    monthly = "27.63"
    prices  = { "opensearch/instance/t3.small.search" = 0.036, "opensearch/storage/gp2" = 0.135 }
    source  = "aws.amazon.com/opensearch-service/pricing, us-east-1, 2025-06 and (storage) 2026-06"
    status  = "priced"
  }

  example "three nodes with masters, UltraWarm and faster volumes" {
    given = {
      engine_version = "OpenSearch_2.15"
      cluster_config = [{
        instance_type = "r6g.large.search", instance_count = 3
        dedicated_master_enabled = true, dedicated_master_type = "m6g.large.search", dedicated_master_count = 3
        warm_enabled = true, warm_type = "ultrawarm1.medium.search", warm_count = 2
      }]
      ebs_options = [{ ebs_enabled = true, volume_type = "gp3", volume_size = 500, iops = 6000, throughput = 250 }]
    }
    usage   = { managed_storage_gb = 1000 }
    want    = { "data nodes" = 2190, "master nodes" = 2190, "UltraWarm nodes" = 1460, storage = 1500, "managed storage" = 1000 }
    monthly = "1200.53"
    prices = {
      "opensearch/instance/r6g.large.search"         = 0.167
      "opensearch/instance/m6g.large.search"         = 0.128
      "opensearch/instance/ultrawarm1.medium.search" = 0.238
      "opensearch/storage/gp3"                       = 0.122
      "opensearch/storage/managed"                   = 0.024
    }
    source = "aws.amazon.com/opensearch-service/pricing, us-east-1, 2025-06 and (storage) 2026-06"
    gaps   = ["provisioned iops", "provisioned throughput"]
  }

  example "nothing said" {
    given   = { engine_version = unknown, cluster_config = unknown, ebs_options = unknown }
    omitted = ["engine_version", "cluster_config", "ebs_options"]
    want    = { "data nodes" = 730 }
    prices  = { "opensearch/instance/m4.large.search" = 0.151 }
  }

  example "an optimised type keeps its data in managed storage" {
    given  = { cluster_config = [{ instance_type = "or1.large.search", instance_count = 2 }], ebs_options = [{ ebs_enabled = true, volume_type = "gp3", volume_size = 100 }] }
    want   = { "data nodes" = 1460, storage = 200 }
    unused = ["managed storage"]
  }

  example "coordinators" {
    given = { cluster_config = [{ instance_type = "r6g.large.search", instance_count = 2, node_options = [{ node_type = "coordinator", node_config = [{ enabled = true, count = 2, type = "m6g.large.search" }] }] }] }
    want  = { "data nodes" = 1460, "coordinator nodes" = 1460 }
  }

  example "past its original end an old version pays its nodes twice" {
    given   = { engine_version = "OpenSearch_1.2", cluster_config = [{ instance_type = "r6g.large.search", instance_count = 2, dedicated_master_enabled = true, dedicated_master_type = "m6g.large.search", dedicated_master_count = 3 }] }
    want    = { "data nodes" = 1460, "master nodes" = 2190, "extended support: data nodes" = 1460, "extended support: master nodes" = 2190 }
    monthly = "1048.28" # 2 x (1,460 x 0.167 + 2,190 x 0.128)
    prices  = { "opensearch/instance/r6g.large.search" = 0.167, "opensearch/instance/m6g.large.search" = 0.128 }
    source  = "aws.amazon.com/opensearch-service/pricing, us-east-1, 2025-06; the developer guide, calculating extended support charges, 2026-08"
  }

  example "Elasticsearch 5.6 pays by the normalized hour" {
    given   = { engine_version = "Elasticsearch_5.6", cluster_config = [{ instance_type = "r5.xlarge.search", instance_count = 2 }] }
    want    = { "data nodes" = 1460, "extended support" = 11680 }
    monthly = "619.04" # 1,460 x 0.372 + 1,460 x 8 x 0.0065
    prices  = { "opensearch/instance/r5.xlarge.search" = 0.372, "opensearch/extended-support" = 0.0065 }
    source  = "aws.amazon.com/opensearch-service/pricing and its developer guide, us-east-1, 2025-06 and 2026-08"
  }

  example "a size without a factor" {
    given = { engine_version = "Elasticsearch_5.6", cluster_config = [{ instance_type = "r5.3xlarge.search", instance_count = 1 }] }
    want  = {}
    gaps  = ["data nodes", "extended support"]
  }

  example "the last of its line does not" {
    given = { engine_version = "OpenSearch_1.3", cluster_config = [{ instance_type = "r6g.large.search", instance_count = 2 }] }
    want  = { "data nodes" = 1460 }
  }

  example "number of nodes known only after apply" {
    given  = { cluster_config = [{ instance_type = "r6g.large.search", instance_count = unknown }], ebs_options = [{ ebs_enabled = true, volume_type = "gp3", volume_size = 100 }] }
    want   = {}
    gaps   = ["data nodes", "storage"]
    status = "gap"
  }
}
