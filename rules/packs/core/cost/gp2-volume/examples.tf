# Volumes of the general purpose type before gp3, wherever one may be named.
provider "aws" {
  region = "eu-west-1"
}

variable "volume_type" {
  type = string
}

resource "aws_ebs_volume" "journal" {
  # want: gp2 volume of 500 GB; gp3 stores the same for less
  availability_zone = "eu-west-1a"
  type              = "gp2"
  size              = 500
}

# gp2 is what one gets who does not say.
resource "aws_ebs_volume" "scratch" {
  # want: gp2 volume of 20 GB
  availability_zone = "eu-west-1a"
  size              = 20
}

resource "aws_instance" "web" {
  # want: gp2 volume of 30 GB
  # want: gp2 volume of 100 GB
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"

  root_block_device {
    volume_type = "gp2"
    volume_size = 30
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_type = "gp2"
    volume_size = 100
  }
}

resource "aws_db_instance" "orders" {
  # want: gp2 storage; the IOPS of gp3 do not hang on its size
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 100
  storage_type                = "gp2"
  username                    = "owner"
  manage_master_user_password = true
}

resource "kubernetes_storage_class_v1" "standard" {
  # want: every volume of this class is gp2
  storage_provisioner = "ebs.csi.aws.com"
  parameters          = { type = "gp2" }

  metadata {
    name = "standard"
  }
}

resource "aws_ebs_volume" "chosen_elsewhere" {
  # want unknown: gp2 volume of 100 GB
  availability_zone = "eu-west-1a"
  type              = var.volume_type
  size              = 100
}

resource "aws_ebs_volume" "good" {
  availability_zone = "eu-west-1a"
  type              = "gp3"
  size              = 500
}
