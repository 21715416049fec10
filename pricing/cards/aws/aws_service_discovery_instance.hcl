# Something registered in Cloud Map, by the month. What ECS registers itself is
# free and not made with this resource.
resource "aws_service_discovery_instance" {
  cost "registration" {
    quantity = 1
    unit     = "resource-month"
    price    = "cloud-map/resource"
  }

  uses "registration" {
    gap = "no source gives the energy of a name"
  }

  example "one instance" {
    given   = { instance_id = "one" }
    want    = { registration = 1 }
    monthly = "0.10"
    prices  = { "cloud-map/resource" = 0.10 }
    source  = "aws.amazon.com/cloud-map/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "attributes known only after apply" {
    given  = { instance_id = unknown, attributes = unknown }
    want   = { registration = 1 }
    status = "priced"
  }
}
