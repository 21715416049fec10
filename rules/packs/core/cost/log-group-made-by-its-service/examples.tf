# Who writes logs, and where to.
provider "aws" {
  region = "eu-west-1"
}

resource "aws_lambda_function" "ship" {
  # want: 1 function writes to a log group that nothing declares
  function_name = "ship"
  role          = "arn:aws:iam::123456789012:role/ship"
  runtime       = "python3.13"
  handler       = "ship.main"
  filename      = "ship.zip"
}

resource "aws_eks_cluster" "main" {
  # want: 1 cluster writes to a log group that nothing declares
  name                      = "main"
  role_arn                  = "arn:aws:iam::123456789012:role/main"
  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

resource "aws_lambda_function" "good" {
  function_name = "good"
  role          = "arn:aws:iam::123456789012:role/good"
  runtime       = "python3.13"
  handler       = "good.main"
  filename      = "good.zip"
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "/aws/lambda/${aws_lambda_function.good.function_name}"
  retention_in_days = 30
}

resource "aws_codebuild_project" "good" {
  name         = "good"
  service_role = "arn:aws:iam::123456789012:role/good"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "CODEPIPELINE"
  }

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
}
