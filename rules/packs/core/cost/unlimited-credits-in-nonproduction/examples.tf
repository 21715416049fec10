provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

variable "mode" {
  type = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.large"

  credit_specification {
    cpu_credits = "unlimited" # want: unlimited CPU credits in non-production
  }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.large"

  credit_specification {
    cpu_credits = "standard"
  }
}

# Unlimited too, but nobody wrote that.
resource "aws_instance" "good_default" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.large"
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "t4g.large"

  credit_specification {
    cpu_credits = var.mode # want unknown: cpu_credits
  }
}
