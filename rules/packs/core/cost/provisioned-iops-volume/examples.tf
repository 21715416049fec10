provider "aws" {
  region = "eu-west-1"
}

variable "iops" {
  type = number
}

resource "aws_ebs_volume" "bad" {
  availability_zone = "eu-west-1a"
  type              = "io1"
  size              = 200
  iops              = 5000 # want: io1 volume with 5,000 IOPS, which gp3 delivers too
}

resource "aws_db_instance" "bad" {
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m7g.large"
  allocated_storage           = 400
  storage_type                = "io1"
  iops                        = 4000 # want: io1 storage with 4,000 IOPS
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 200
  iops              = 5000
}

# Several machines at once is what only io1 and io2 can do.
resource "aws_ebs_volume" "good_shared" {
  availability_zone    = "eu-west-1a"
  type                 = "io2"
  size                 = 200
  iops                 = 5000
  multi_attach_enabled = true
}

resource "aws_ebs_volume" "good_tagged" {
  availability_zone = "eu-west-1a"
  type              = "io2"
  size              = 200
  iops              = 5000

  tags = {
    provisioned-iops-reason = "measured below a millisecond"
  }
}

resource "aws_ebs_volume" "depends" {
  availability_zone = "eu-west-1a"
  type              = "io1"
  size              = 200
  iops              = var.iops # want unknown: iops
}
