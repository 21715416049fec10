# Hours of the machine, and its volume, which is billed while it is stopped too.
# The price of most machines is that of Studio notebooks on them, which were the
# same wherever both are known; of volumes one region's is known.
resource "aws_sagemaker_notebook_instance" {
  assume "volume_size" {
    value = 5
    why   = "5 GB, the provider's default"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    type = lower(self.instance_type)
    size = coalesce(self.volume_size, 5)
  }

  cost "machine" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "sagemaker/notebook-instance/${let.type}"
  }
  cost "volume" {
    quantity = let.size
    unit     = "GB-month"
    price    = "sagemaker/notebook-instance/storage"
  }

  uses "machine" { machine = let.type }
  uses "volume" {
    storage   = "ebs"
    selector  = "gp2"
    gigabytes = let.size
  }

  example "where the price of volumes is not known" {
    given   = { instance_type = "ml.c5.xlarge", volume_size = 20 }
    want    = { machine = 730 }
    gaps    = ["volume"]
    monthly = "148.92"
    prices  = { "sagemaker/notebook-instance/ml.c5.xlarge" = 0.204 }
    source  = "aws.amazon.com/sagemaker-ai/pricing, us-east-1, 2026-05"
    status  = "partial"
  }

  example "small, working hours" {
    region  = "eu-west-1"
    given   = { instance_type = "ml.t3.medium", volume_size = unknown }
    omitted = ["volume_size"]
    usage   = { monthly_hrs = 160 }
    want    = { machine = 160, volume = 5 }
    status  = "priced"
  }

  example "machine known only after apply" {
    region = "eu-west-1"
    given  = { instance_type = unknown, volume_size = 20 }
    want   = { volume = 20 }
    gaps   = ["machine"]
    status = "partial"
  }
}
