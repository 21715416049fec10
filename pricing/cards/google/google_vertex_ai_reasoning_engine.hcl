# An agent on Agent Engine: vCPUs and memory while it serves. The first 50
# vCPU-hours and 100 GiB-hours a month are the billing account's and are not
# taken off. Sessions, memories and the model's tokens bill apart.
resource "google_vertex_ai_reasoning_engine" {
  usage "monthly_vcpu_hrs" {
    unit        = "vCPU-hours"
    description = "vCPUs in use, by the hour"
  }
  usage "monthly_memory_gb_hrs" {
    unit        = "GB-hours"
    description = "memory in use, by the hour"
  }

  cost "vCPU" {
    quantity = usage.monthly_vcpu_hrs
    unit     = "vCPU-hour"
    price    = "vertex-ai/agent-engine/vcpu"
  }

  cost "memory" {
    quantity = usage.monthly_memory_gb_hrs
    unit     = "GiB-hour"
    price    = "vertex-ai/agent-engine/memory"
  }

  uses "instances" {
    vcpu       = 1
    memory_gib = usage.monthly_memory_gb_hrs / max(1, usage.monthly_vcpu_hrs)
    vcpu_hours = usage.monthly_vcpu_hrs
  }

  example "a vCPU and 4 GiB all month" {
    given   = { display_name = "agent" }
    usage   = { monthly_vcpu_hrs = 730, monthly_memory_gb_hrs = 2920 }
    want    = { vCPU = 730, memory = 2920 }
    status  = "priced"
    monthly = "89.352"
    prices  = { "vertex-ai/agent-engine/vcpu" = 0.0864, "vertex-ai/agent-engine/memory" = 0.009 }
    source  = "cloud.google.com/vertex-ai/pricing, 2026-06"
  }

  example "no use given" {
    given  = { region = unknown }
    want   = {}
    unused = ["vCPU", "memory"]
    status = "usage"
  }
}
