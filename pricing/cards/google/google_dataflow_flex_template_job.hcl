# A Dataflow job from a flex template, billed as any other.
resource "google_dataflow_flex_template_job" {
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

  part "" {
    card  = "google_dataflow_job"
    given = {}
    usage = {
      monthly_batch_vcpu_hrs     = usage.monthly_batch_vcpu_hrs
      monthly_streaming_vcpu_hrs = usage.monthly_streaming_vcpu_hrs
      monthly_memory_gb_hrs      = usage.monthly_memory_gb_hrs
      monthly_data_processed_gb  = usage.monthly_data_processed_gb
    }
  }

  example "ten vCPU-hours" {
    given   = { container_spec_gcs_path = unknown }
    usage   = { monthly_batch_vcpu_hrs = 10, monthly_memory_gb_hrs = 40 }
    want    = { "vCPU, batch" = 10, memory = 40 }
    status  = "priced"
    monthly = "0.70228"
    prices  = { "dataflow/batch/vcpu" = 0.056, "dataflow/memory" = 0.003557 }
    source  = "cloud.google.com/dataflow/pricing, us-central1, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["vCPU, batch", "memory"]
    status = "usage"
  }
}
