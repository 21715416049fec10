# A Beanstalk environment is free; what it makes is billed: instances with their
# disks, as many as its group starts with, a load balancer unless it is a single
# instance or a worker, and a database where one is coupled. All of it is in its
# settings. Settings of a saved configuration or template are not looked up, and
# without an instance type there the price is not known.
resource "aws_elastic_beanstalk_environment" {
  assume "tier" {
    value = "WebServer"
    why   = "WebServer, the default"
  }

  usage "operating_system" {
    values      = ["linux", "windows"]
    default     = "linux"
    description = "what the platform runs on"
  }
  usage "load_balancer_lcus" {
    unit        = "LCUs"
    default     = null
    description = "capacity units of the load balancer on average"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "data through a classic load balancer a month"
  }

  let {
    # Only what is read here: other settings may be known after apply.
    names = [
      "EnvironmentType", "LoadBalancerType", "LoadBalancerIsShared", "MinSize", "MaxSize", "EnableSpot",
      "RootVolumeType", "RootVolumeSize", "RootVolumeIOPS", "RootVolumeThroughput",
      "DBInstanceClass", "DBEngine", "DBAllocatedStorage", "MultiAZDatabase",
    ]
    all      = first(self.setting, [])
    settings = { for s in let.all : "${s.namespace}/${s.name}" => s.value... if contains(let.names, s.name) }

    types = concat(
      [for s in let.all : s.value if s.namespace == "aws:ec2:instances" && s.name == "InstanceTypes"],
      [for s in let.all : s.value if s.namespace == "aws:autoscaling:launchconfiguration" && s.name == "InstanceType"],
    )
    type   = length(let.types) == 0 ? null : trimspace(split(",", let.types[0])[0])
    single = lookup(let.settings, "aws:elasticbeanstalk:environment/EnvironmentType", ["LoadBalanced"])[0] == "SingleInstance"
    least  = let.single ? 1 : tonumber(lookup(let.settings, "aws:autoscaling:asg/MinSize", ["1"])[0])
    most   = let.single ? 1 : tonumber(lookup(let.settings, "aws:autoscaling:asg/MaxSize", ["4"])[0])
    spot   = lower(lookup(let.settings, "aws:ec2:instances/EnableSpot", ["false"])[0]) == "true"

    volume = {
      volume_type = lookup(let.settings, "aws:autoscaling:launchconfiguration/RootVolumeType", ["gp2"])[0]
      volume_size = tonumber(lookup(let.settings, "aws:autoscaling:launchconfiguration/RootVolumeSize", ["8"])[0])
      iops        = tonumber(lookup(let.settings, "aws:autoscaling:launchconfiguration/RootVolumeIOPS", [null])[0])
      throughput  = tonumber(lookup(let.settings, "aws:autoscaling:launchconfiguration/RootVolumeThroughput", [null])[0])
    }

    balanced = !let.single && lower(coalesce(self.tier, "WebServer")) == "webserver"
    kind     = lower(lookup(let.settings, "aws:elasticbeanstalk:environment/LoadBalancerType", ["classic"])[0])
    shared   = lower(lookup(let.settings, "aws:elasticbeanstalk:environment/LoadBalancerIsShared", ["false"])[0]) == "true"

    class = lookup(let.settings, "aws:rds:dbinstance/DBInstanceClass", [null])[0]
  }

  part "" {
    card = "aws_instance"
    given = {
      instance_type           = let.type
      instance_market_options = let.spot ? [{ market_type = "spot" }] : []
      root_block_device       = [let.volume]
    }
    usage = { operating_system = usage.operating_system }
    count = let.least
    low   = let.least
    high  = let.most
  }

  # A single instance is reached by an Elastic IP address.
  cost "public IPv4 address" {
    when     = let.single
    quantity = hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  cost "load balancer" {
    when     = let.balanced && !let.shared
    quantity = hours
    unit     = "hour"
    price    = "elb/${let.kind}/hour"
  }
  cost "load balancer capacity units" {
    when     = let.balanced && !let.shared && let.kind != "classic" && usage.load_balancer_lcus != null
    quantity = usage.load_balancer_lcus == null ? null : usage.load_balancer_lcus * hours
    unit     = "LCU-hour"
    price    = "elb/${let.kind}/lcu"
  }
  cost "data processed" {
    when     = let.balanced && !let.shared && let.kind == "classic" && usage.monthly_data_processed_gb != null
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "elb/classic/data"
  }

  part "database" {
    card = "aws_db_instance"
    when = let.class != null
    given = {
      instance_class    = let.class
      engine            = lookup(let.settings, "aws:rds:dbinstance/DBEngine", ["mysql"])[0]
      allocated_storage = tonumber(lookup(let.settings, "aws:rds:dbinstance/DBAllocatedStorage", ["5"])[0])
      storage_type      = "gp2"
      multi_az          = lower(lookup(let.settings, "aws:rds:dbinstance/MultiAZDatabase", ["false"])[0]) == "true"
    }
  }

  uses "load balancer" {
    when = let.balanced && !let.shared
    gap  = "no source gives the energy of a load balancer"
  }

  example "two t3.small behind an application load balancer" {
    given = { setting = [
      { namespace = "aws:autoscaling:launchconfiguration", name = "InstanceType", value = "t3.small" },
      { namespace = "aws:autoscaling:asg", name = "MinSize", value = "2" },
      { namespace = "aws:elasticbeanstalk:environment", name = "LoadBalancerType", value = "application" },
    ], tier = unknown }
    omitted = ["tier"]
    want    = { instance = 1460, "root disk: storage" = 16, "load balancer" = 730 }
    monthly = "48.393"
    prices  = { "ec2/t3.small/linux/on-demand" = 0.0208, "ebs/gp2/storage" = 0.10, "elb/application/hour" = 0.0225 }
    source  = "aws.amazon.com/ec2/pricing/on-demand, us-east-1, 2026-07; aws.amazon.com/ebs/pricing, 2026-09; aws.amazon.com/elasticloadbalancing/pricing, 2025-06"
    status  = "priced"
  }

  example "a single instance with its own disk" {
    given = { setting = [
      { namespace = "aws:ec2:instances", name = "InstanceTypes", value = "t3.micro, t3.small" },
      { namespace = "aws:elasticbeanstalk:environment", name = "EnvironmentType", value = "SingleInstance" },
      { namespace = "aws:autoscaling:launchconfiguration", name = "RootVolumeType", value = "gp3" },
      { namespace = "aws:autoscaling:launchconfiguration", name = "RootVolumeSize", value = "30" },
    ] }
    want = { instance = 730, "public IPv4 address" = 730, "root disk: storage" = 30 }
  }

  example "a worker" {
    given = { tier = "Worker", setting = [{ namespace = "aws:autoscaling:launchconfiguration", name = "InstanceType", value = "t3.micro" }] }
    want  = { instance = 730, "root disk: storage" = 8 }
  }

  example "with a database, and a classic load balancer by default" {
    given = { setting = [
      { namespace = "aws:autoscaling:launchconfiguration", name = "InstanceType", value = "t3.micro" },
      { namespace = "aws:rds:dbinstance", name = "DBInstanceClass", value = "db.t3.micro" },
      { namespace = "aws:rds:dbinstance", name = "DBAllocatedStorage", value = "10" },
    ] }
    usage = { monthly_data_processed_gb = 100 }
    want = {
      instance             = 730
      "root disk: storage" = 8
      "load balancer"      = 730
      "data processed"     = 100
      "database: instance" = 730
      "database: storage"  = 10
    }
  }

  example "no type is said" {
    given  = { setting = [] }
    want   = { "root disk: storage" = 8, "load balancer" = 730 }
    gaps   = ["instance"]
    status = "partial"
  }

  example "type known only after apply" {
    given  = { setting = [{ namespace = "aws:autoscaling:launchconfiguration", name = "InstanceType", value = unknown }] }
    want   = { "root disk: storage" = 8, "load balancer" = 730 }
    gaps   = ["instance"]
    status = "partial"
  }
}
