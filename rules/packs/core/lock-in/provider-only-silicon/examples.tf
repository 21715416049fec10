# Chips that can be had in one place.
provider "aws" {
  region = "eu-west-1"
}

variable "size" {
  description = "Type of machine."
  type        = string
}

resource "aws_instance" "bad" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "inf2.xlarge" # want: inf2.xlarge has chips only this provider sells
}

resource "aws_sagemaker_endpoint_configuration" "bad" {
  # want: ml.inf2.xlarge has chips only this provider sells
  name = "ranking"

  production_variants {
    model_name             = "ranking"
    instance_type          = "ml.inf2.xlarge"
    initial_instance_count = 1
  }
}

resource "aws_instance" "good" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = "g5.xlarge"
}

resource "aws_instance" "open" {
  ami           = "ami-0c1bc246476a5572b"
  instance_type = var.size # want unknown: instance_type is not known
}
