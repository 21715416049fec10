# Who pays for what: by the provider's default tags, and by a resource's own.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "production"
      cost-center = "4711"
    }
  }
}

provider "aws" {
  alias  = "bare"
  region = "eu-west-1"
}

variable "tags" {
  description = "Given by the pipeline."
  type        = map(string)
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  # want: no owner tag: $44.00 a month cannot be allocated
  tags = { Name = "scratch" }
}

resource "aws_ebs_volume" "bad_bare" {
  # want: no environment, owner or cost-center tag
  provider = aws.bare

  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 100
}

# In one of the usual spellings.
resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  tags = { Team = "payments" }
}

# Nobody is billed for it.
resource "aws_security_group" "good" {
  name = "web"
}

resource "aws_ebs_volume" "open" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  # want unknown: cannot tell whether it carries owner
  tags = var.tags
}
