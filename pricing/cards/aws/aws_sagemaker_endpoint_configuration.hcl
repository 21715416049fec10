# What a SageMaker endpoint runs on: instance-hours of its variants, shadow
# variants too, or the memory-time of a serverless variant. It is billed while
# an endpoint uses the configuration. The price of hosting is known here for one
# type in one region only, so that the money mostly is a gap; the machines are
# known.
resource "aws_sagemaker_endpoint_configuration" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month an endpoint runs on it, where that is not all 730"
  }
  usage "monthly_inference_duration_secs" {
    unit        = "seconds"
    description = "time a serverless variant works in a month"
  }

  let {
    all        = concat(first(self.production_variants, []), first(self.shadow_production_variants, []))
    variants   = { for i, v in let.all : get(v, "variant_name", "variant ${i}") => v if length(get(v, "serverless_config", [])) == 0 }
    serverless = { for i, v in let.all : get(v, "variant_name", "variant ${i}") => v if length(get(v, "serverless_config", [])) > 0 }
  }

  cost "instances" {
    for_each = let.variants
    name     = "instances of ${each.key}"
    quantity = get(each.value, "initial_instance_count", get(each.value, "managed_instance_scaling.min_instance_count", 1)) * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "sagemaker/hosting/${lower(get(each.value, "instance_type"))}"
  }

  cost "serverless" {
    for_each = let.serverless
    name     = "inference of ${each.key}"
    quantity = usage.monthly_inference_duration_secs * get(each.value, "serverless_config.memory_size_in_mb") / 1024
    unit     = "GB-second"
    price    = "sagemaker/serverless-inference"
  }

  uses "instances" {
    for_each = let.variants
    machine  = lower(get(each.value, "instance_type"))
    count    = get(each.value, "initial_instance_count", get(each.value, "managed_instance_scaling.min_instance_count", 1))
    low      = get(each.value, "managed_instance_scaling.min_instance_count", get(each.value, "initial_instance_count", 1))
    high     = get(each.value, "managed_instance_scaling.max_instance_count", get(each.value, "initial_instance_count", 1))
  }
  uses "serverless" {
    for_each = let.serverless
    gap      = "time of a serverless variant is not turned into hardware"
  }

  example "two instances of the one type whose price is known" {
    given   = { production_variants = [{ variant_name = "main", instance_type = "ml.m5.large", initial_instance_count = 2, serverless_config = [] }] }
    want    = { "instances of main" = 1460 }
    monthly = "167.90"
    prices  = { "sagemaker/hosting/ml.m5.large" = 0.115 }
    source  = "AWS Price List, us-east-1, 2026-07"
    status  = "priced"
  }

  example "others are a gap" {
    given  = { production_variants = [{ variant_name = "main", instance_type = "ml.c5.xlarge", initial_instance_count = 2 }], shadow_production_variants = [{ variant_name = "shadow", instance_type = "ml.c5.xlarge", initial_instance_count = 1 }] }
    want   = {}
    gaps   = ["instances of main", "instances of shadow"]
    status = "gap"
  }

  example "serverless, and a variant known only after apply" {
    given = { production_variants = [{ variant_name = "a", serverless_config = [{ memory_size_in_mb = 2048, max_concurrency = 5 }] }, { variant_name = "b", instance_type = unknown, initial_instance_count = 1 }] }
    want  = {}
    gaps = ["instances of b"]
    unused = ["inference of a"]
  }
}
