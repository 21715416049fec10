# Neither a tag, nor the workspace, nor the folder says what these databases are for.
# want: environment of 2 resources ($
provider "aws" {
  region = "eu-west-1"
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "sessions"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
}

# Tagged: not among those that are counted.
resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true

  tags = {
    environment = "production"
  }
}

# No rule for one kind of environment speaks about a queue.
resource "aws_sqs_queue" "good" {
  name = "good"
}
