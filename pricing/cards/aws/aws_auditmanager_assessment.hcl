# Resources assessed, by the thousand, each time evidence is collected of one.
resource "aws_auditmanager_assessment" {
  usage "monthly_resource_assessments" {
    unit        = "assessments"
    description = "assessments of resources a month"
  }

  cost "assessments" {
    quantity = usage.monthly_resource_assessments / 1000
    unit     = "1k-assessments"
    price    = "audit-manager/resource-assessment"
  }

  uses "assessment" {
    gap = "no source gives the energy of an assessment"
  }

  example "a hundred thousand" {
    given   = { name = "baseline" }
    usage   = { monthly_resource_assessments = 100000 }
    want    = { assessments = 100 }
    monthly = "125.00"
    prices  = { "audit-manager/resource-assessment" = 1.25 }
    source  = "aws.amazon.com/audit-manager/pricing, us-east-1, 2024-08"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = {}
    unused = ["assessments"]
    status = "usage"
  }
}
