# A monitor that finds anomalies, and nobody who is told.
provider "aws" {
  region = "us-east-1"
}

resource "aws_ce_anomaly_monitor" "services" {
  # want: anomalies are found and told nobody
  name              = "services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

# Whether this root should have one is for the configuration to say.
resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}
