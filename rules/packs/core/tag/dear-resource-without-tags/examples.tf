# Money that no tag can place.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  description = "Size of the cache."
  type        = string
}

resource "aws_appsync_api_cache" "bad" {
  # want: its type takes no tags: $
  api_id               = "orders"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "LARGE"
  ttl                  = 900
}

# What it will cost is not known.
resource "aws_appsync_api_cache" "open" {
  api_id               = "carts"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = var.size
  ttl                  = 900
}

resource "aws_emr_instance_group" "free" {
  cluster_id     = "j-2AXXXXXXGAPLF"
  instance_type  = "m7g.xlarge"
  instance_count = 0
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500
}
