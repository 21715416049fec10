# A Dataflow job: vCPUs and memory of its workers as long as they run, dearer
# for streaming than for batch, and the data that Streaming Engine or the
# shuffle service handles, which have no price in the catalogue. Workers are
# started by the job and are not resources of their own.
resource "google_dataflow_job" {
  usage "monthly_batch_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "vCPUs of batch workers, by the hour"
  }
  usage "monthly_streaming_vcpu_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "vCPUs of streaming workers, by the hour"
  }
  usage "monthly_memory_gb_hrs" {
    unit        = "GB-hours"
    description = "memory of all workers, by the hour"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "data handled by Streaming Engine or the shuffle service"
  }

  let {
    vcpu_hours = usage.monthly_batch_vcpu_hrs + coalesce(usage.monthly_streaming_vcpu_hrs, 0)
  }

  cost "vCPU, batch" {
    quantity = usage.monthly_batch_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "dataflow/batch/vcpu"
  }

  cost "vCPU, streaming" {
    when     = usage.monthly_streaming_vcpu_hrs != null
    quantity = usage.monthly_streaming_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "dataflow/streaming/vcpu"
  }

  cost "memory" {
    quantity = usage.monthly_memory_gb_hrs
    unit     = "GiB-hour"
    price    = "dataflow/memory"
  }

  cost "data processed" {
    when     = usage.monthly_data_processed_gb != null
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "dataflow/data-processed"
  }

  uses "workers" {
    vcpu       = 1
    memory_gib = usage.monthly_memory_gb_hrs / max(1, let.vcpu_hours)
    vcpu_hours = let.vcpu_hours
  }

  example "a batch of 100 vCPU-hours" {
    given   = { template_gcs_path = unknown }
    usage   = { monthly_batch_vcpu_hrs = 100, monthly_memory_gb_hrs = 375 }
    want    = { "vCPU, batch" = 100, memory = 375 }
    status  = "priced"
    monthly = "6.933875"
    prices  = { "dataflow/batch/vcpu" = 0.056, "dataflow/memory" = 0.003557 }
    source  = "cloud.google.com/dataflow/pricing, us-central1, 2026-08"
  }

  example "streaming" {
    given  = {}
    usage  = { monthly_batch_vcpu_hrs = 0, monthly_streaming_vcpu_hrs = 730, monthly_memory_gb_hrs = 2737.5, monthly_data_processed_gb = 100 }
    want   = { "vCPU, batch" = 0, "vCPU, streaming" = 730, memory = 2737.5 }
    gaps   = ["data processed"]
    status = "partial"
  }

  example "no use given" {
    given  = { machine_type = unknown }
    want   = {}
    unused = ["vCPU, batch", "memory"]
    status = "usage"
  }
}
