# A WorkSpace: a month of it when always on; when it stops by itself a smaller
# month and the hours it is used. The price goes by the kind of machine, the two
# volumes and the operating system, which the bundle decides. The hourly price
# does not depend on the volumes.
resource "aws_workspaces_workspace" {
  assume "workspace_properties" {
    why = "not configured: an always-on machine of the smallest kind"
  }

  usage "operating_system" {
    values      = ["windows", "windows-byol", "rocky-linux"]
    default     = "windows"
    description = "the bundle decides it, and a plan does not show it"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    description = "hours a month it is used, where it stops by itself"
  }

  let {
    settings = self.workspace_properties
    kind     = replace(lower(get(let.settings, "compute_type_name", "VALUE")), "_", ".")
    root     = get(let.settings, "root_volume_size_gib", 80)
    user     = get(let.settings, "user_volume_size_gib", 10)
    auto     = upper(get(let.settings, "running_mode", "ALWAYS_ON")) == "AUTO_STOP"
    system   = usage.operating_system == "windows-byol" ? "windows" : usage.operating_system
    licence  = usage.operating_system == "windows-byol" ? "byol/" : ""

    # The volumes whose entry holds the hourly price.
    hourly = (
      let.kind == "value" ? "80-10gb" :
      let.kind == "standard" ? "80-50gb" :
      let.kind == "performance" ? "80-100gb" :
      startswith(let.kind, "graphics") ? "100-100gb" : "175-100gb"
    )
  }

  cost "month" {
    quantity = 1
    unit     = "month"
    price    = "workspaces/${let.system}/${let.kind}/${let.root}-${let.user}gb/${let.licence}${let.auto ? "autostop" : "alwayson"}-month"
  }

  cost "hours" {
    when     = let.auto
    quantity = usage.monthly_hrs
    unit     = "hour"
    price    = "workspaces/${let.system}/${let.kind}/${let.hourly}/${let.licence}autostop-hour"
  }

  uses "machine" {
    gap = "the machines behind WorkSpaces are not published"
  }

  example "always on" {
    given   = { workspace_properties = [{ compute_type_name = "STANDARD", root_volume_size_gib = 80, user_volume_size_gib = 50, running_mode = "ALWAYS_ON" }] }
    want    = { month = 1 }
    monthly = "35.00"
    prices  = { "workspaces/windows/standard/80-50gb/alwayson-month" = 35 }
    source  = "aws.amazon.com/workspaces/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "stops by itself, 40 hours of use" {
    given   = { workspace_properties = [{ compute_type_name = "STANDARD", root_volume_size_gib = 175, user_volume_size_gib = 100, running_mode = "AUTO_STOP" }] }
    usage   = { monthly_hrs = 40 }
    want    = { month = 1, hours = 40 }
    monthly = "31.00"
    prices  = { "workspaces/windows/standard/175-100gb/autostop-month" = 19, "workspaces/windows/standard/80-50gb/autostop-hour" = 0.3 }
    source  = "aws.amazon.com/workspaces/pricing, us-east-1, 2025-06"
  }

  example "nothing said" {
    given   = { workspace_properties = unknown }
    omitted = ["workspace_properties"]
    want    = { month = 1 }
    prices  = { "workspaces/windows/value/80-10gb/alwayson-month" = 25 }
  }

  example "a licence of one's own" {
    given  = { workspace_properties = [{ compute_type_name = "STANDARD", root_volume_size_gib = 80, user_volume_size_gib = 50, running_mode = "AUTO_STOP" }] }
    usage  = { operating_system = "windows-byol" }
    want   = { month = 1 }
    unused = ["hours"]
    prices = { "workspaces/windows/standard/80-50gb/byol/autostop-month" = 9.75 }
  }

  example "kind known only after apply" {
    given  = { workspace_properties = [{ compute_type_name = unknown, root_volume_size_gib = 80, user_volume_size_gib = 10, running_mode = "ALWAYS_ON" }] }
    want   = {}
    gaps   = ["month"]
    status = "gap"
  }
}
