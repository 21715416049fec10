provider "aws" {
  region = "eu-west-1"
}

variable "instance_type" {
  type = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m4.xlarge" # want: m4.xlarge is of a previous generation
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.xlarge"
}

resource "aws_instance" "depends" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = var.instance_type # want unknown: instance_type
}

resource "aws_eks_node_group" "bad" {
  cluster_name    = "main"
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::123456789012:role/nodes"
  subnet_ids      = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  instance_types  = ["c4.xlarge"] # want: c4.xlarge is of a previous generation

  scaling_config {
    min_size     = 1
    max_size     = 4
    desired_size = 2
  }
}
