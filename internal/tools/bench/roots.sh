#!/usr/bin/env bash
# Writes a repository of root modules of two environments that share five
# modules: a network, a cluster, a database, queues and a bucket each.
#
#   internal/tools/bench/roots.sh ROOTS FOLDER
set -euo pipefail
roots=$1 out=$2
mkdir -p "$out"/modules/{network,cluster,database,queue,bucket}
cat >"$out/modules/network/main.tf" <<'TF'
variable "name" { type = string }
variable "cidr" { type = string }

resource "aws_vpc" "main" {
  cidr_block = var.cidr
  tags       = { Name = var.name }
}

resource "aws_subnet" "private" {
  count             = 3
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(var.cidr, 8, count.index)
  availability_zone = "eu-west-1${["a", "b", "c"][count.index]}"
}

resource "aws_eip" "nat" { domain = "vpc" }

resource "aws_nat_gateway" "main" {
  allocation_id = aws_eip.nat.id
  subnet_id     = aws_subnet.private[0].id
}

output "subnets" { value = aws_subnet.private[*].id }
TF
cat >"$out/modules/cluster/main.tf" <<'TF'
variable "name" { type = string }
variable "size" { type = number }
variable "type" { default = "m6i.large" }
variable "subnets" { type = list(string) }

resource "aws_instance" "node" {
  count         = var.size
  ami           = "ami-12345678"
  instance_type = var.type
  subnet_id     = var.subnets[count.index % 3]
  root_block_device {
    volume_type = "gp3"
    volume_size = 50
  }
  tags = { Name = "${var.name}-${count.index}" }
}

resource "aws_lb" "main" {
  name               = var.name
  load_balancer_type = "application"
  subnets            = var.subnets
}
TF
cat >"$out/modules/database/main.tf" <<'TF'
variable "name" { type = string }
variable "production" { type = bool }

resource "aws_db_instance" "main" {
  identifier              = var.name
  engine                  = "postgres"
  instance_class          = var.production ? "db.r6g.large" : "db.t4g.medium"
  allocated_storage       = var.production ? 500 : 50
  storage_type            = "gp3"
  multi_az                = var.production
  backup_retention_period = 7
}
TF
cat >"$out/modules/queue/main.tf" <<'TF'
variable "names" { type = set(string) }

resource "aws_sqs_queue" "each" {
  for_each = var.names
  name     = each.key
}
TF
cat >"$out/modules/bucket/main.tf" <<'TF'
variable "name" { type = string }

resource "aws_s3_bucket" "it" { bucket = var.name }

resource "aws_s3_bucket_lifecycle_configuration" "it" {
  bucket = aws_s3_bucket.it.id
  rule {
    id     = "old"
    status = "Enabled"
    expiration { days = 90 }
  }
}
TF
for i in $(seq 1 "$roots"); do
  env=dev production=false
  [ $((i % 5)) -ne 0 ] || env=prod production=true
  at="$out/envs/$env/app-$(printf %03d "$i")"
  mkdir -p "$at"
  echo "size = $((i % 4 + 1))" >"$at/terraform.tfvars"
  echo 'variable "size" { type = number }' >"$at/variables.tf"
  cat >"$at/main.tf" <<TF
terraform {
  required_version = ">= 1.5"
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Environment = "$env", Team = "team-$((i % 7))" }
  }
}

locals {
  name = "app-$i"
}

module "network" {
  source = "../../../modules/network"
  name   = local.name
  cidr   = "10.$((i % 250)).0.0/16"
}

module "cluster" {
  source  = "../../../modules/cluster"
  name    = local.name
  size    = var.size
  subnets = module.network.subnets
}

module "database" {
  source     = "../../../modules/database"
  name       = local.name
  production = $production
}

module "queue" {
  source = "../../../modules/queue"
  names  = ["in", "out", "dead"]
}

module "assets" {
  source = "../../../modules/bucket"
  name   = "\${local.name}-assets"
}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/\${local.name}"
  retention_in_days = $((i % 3 * 30 + 30))
}
TF
done
