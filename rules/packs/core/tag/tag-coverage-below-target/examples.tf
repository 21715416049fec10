# Half of the money is tagged, and the target is 95 %.
# want: carries the cost tags (target 95 %); without: aws_ebs_volume.bad
provider "aws" {
  region = "eu-west-1"
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  tags = { Name = "scratch" }
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500

  tags = {
    environment = "production"
    owner       = "payments"
    cost-center = "4711"
  }
}
