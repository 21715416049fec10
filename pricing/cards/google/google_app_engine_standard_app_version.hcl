# A version of an App Engine app in the standard environment: hours of its
# instances, counted in hours of the smallest class. Manual scaling runs all
# of them always; automatic and basic scaling as many as traffic needs. Known
# in us-central1; the first 28 hours a day are the app's and are not taken
# off.
resource "google_app_engine_standard_app_version" {
  assume "instance_class" {
    why = "F1 with automatic scaling, B2 else"
  }
  assume "manual_scaling" {
    why = "not configured"
  }

  usage "instance_hrs" {
    unit        = "hours"
    default     = null
    description = "hours of instances, all together, where scaling is not manual"
  }

  let {
    manual  = get(self.manual_scaling, "instances")
    klass   = upper(coalesce(self.instance_class, let.manual != null || length(first(self.basic_scaling, [])) > 0 ? "B2" : "F1"))
    weights = { F1 = 1, F2 = 2, F4 = 4, F4_1G = 6, B1 = 1, B2 = 2, B4 = 4, B4_1G = 6, B8 = 8 }
    used    = let.manual == null ? usage.instance_hrs : let.manual * hours
  }

  cost "instances" {
    quantity = let.used == null ? usage.instance_hrs : let.used * let.weights[let.klass]
    unit     = "F1-hour"
    price    = "app-engine/standard/instance"
  }

  uses "instances" {
    gap = "the machines behind App Engine are not published"
  }

  example "1,000 hours of F2" {
    given   = { instance_class = "F2", manual_scaling = [] }
    usage   = { instance_hrs = 1000 }
    want    = { instances = 2000 }
    status  = "priced"
    monthly = "100.00"
    prices  = { "app-engine/standard/instance" = 0.05 }
    source  = "cloud.google.com/appengine/pricing, us-central1, 2026-06"
  }

  example "two instances always on" {
    given = { instance_class = "B1", manual_scaling = [{ instances = 2 }] }
    want  = { instances = 1460 }
  }

  example "no use given" {
    given   = { instance_class = unknown, manual_scaling = unknown, basic_scaling = [] }
    want    = {}
    unused  = ["instances"]
    omitted = ["instance_class", "manual_scaling"]
    status  = "usage"
  }

  example "class known only after apply" {
    given  = { instance_class = unknown, manual_scaling = [] }
    usage  = { instance_hrs = 1 }
    want   = {}
    gaps   = ["instances"]
    status = "gap"
  }
}
