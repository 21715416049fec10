# A secret: a month of it, and a month of each replica in another region, which
# is a secret of its own; API requests.
#
# A secret marked for deletion is free. Versions of a secret are not billed.
resource "aws_secretsmanager_secret" {
  assume "replica" {
    value = []
    why   = "not replicated"
  }

  usage "monthly_requests" {
    unit        = "requests"
    description = "API requests a month"
  }

  cost "secret" {
    quantity = 1
    unit     = "secret-month"
    price    = "secretsmanager/secret"
  }

  cost "replica" {
    for_each = self.replica
    name     = "replica in ${get(each.value, "region")}"
    quantity = 1
    unit     = "secret-month"
    price    = "secretsmanager/secret"
    region   = get(each.value, "region")
  }

  cost "requests" {
    quantity = usage.monthly_requests / 1000
    unit     = "1k-requests"
    price    = "secretsmanager/requests"
  }

  uses "secret" {
    gap = "no source gives the energy of a secret store"
  }

  example "one secret" {
    given   = { replica = unknown }
    omitted = ["replica"]
    usage   = { monthly_requests = 100000 }
    want    = { secret = 1, requests = 100 }
    monthly = "0.90"
    prices  = { "secretsmanager/secret" = 0.40, "secretsmanager/requests" = 0.005 }
    source  = "aws.amazon.com/secrets-manager/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "each replica is a secret" {
    given   = { replica = [{ region = "eu-central-1" }, { region = "us-west-2" }] }
    want    = { secret = 1, "replica in eu-central-1" = 1, "replica in us-west-2" = 1 }
    unused  = ["requests"]
    monthly = "1.20"
    prices  = { "secretsmanager/secret" = 0.40 }
    source  = "aws.amazon.com/secrets-manager/pricing, 2025-06"
    status  = "partial"
  }

  example "replicas known only after apply" {
    given  = { replica = unknown }
    want   = { secret = 1 }
    unused = ["requests"]
    gaps   = ["replica"]
    status = "partial"
  }
}
