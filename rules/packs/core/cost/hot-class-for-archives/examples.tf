# Data that is written once, by the names of what holds it.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

provider "google" {
  project = "example-shop"
}

variable "class" {
  type = string
}

resource "aws_s3_bucket" "backup" {
  bucket = "shop-backup"
}

resource "aws_s3_bucket_lifecycle_configuration" "bad" {
  bucket = aws_s3_bucket.backup.id

  rule {
    # want: no rule moves the objects of aws_s3_bucket.backup to a colder class
    id     = "old"
    status = "Enabled"

    expiration {
      days = 400
    }
  }
}

resource "aws_s3_bucket" "good" {
  bucket = "shop-archive"
}

resource "aws_s3_bucket_lifecycle_configuration" "good" {
  bucket = aws_s3_bucket.good.id

  rule {
    id     = "old"
    status = "Enabled"

    transition {
      days          = 30
      storage_class = "GLACIER_IR"
    }
  }
}

resource "azurerm_storage_account" "bad" {
  # want: hot access tier for data that is seldom read
  name                     = "stshopbackup"
  location                 = "westeurope"
  resource_group_name      = "rg-shop"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "google_storage_bucket" "depends" {
  name          = "shop-logs"
  location      = "EUROPE-WEST4"
  storage_class = var.class # want unknown: standard class for data that is seldom read
}

resource "google_storage_bucket" "good" {
  name     = "shop-images"
  location = "EUROPE-WEST4"
}
